import { fork } from "node:child_process"
import { extname } from "node:path"
import { fileURLToPath } from "node:url"
import type { ModelVersion } from "../../model/encoding.ts"
import type { Entry } from "../../model/ledger.ts"
import type { Reader } from "../parts.ts"
import { type Asked, type Told, unpackError } from "./messages.ts"

export type PoolOptions = Readonly<{
  workers: number
  /** What each opens its pipeline with. */
  pipeline: Readonly<{ models?: string; parties?: string }>
  /** The module that each runs; default: worker.ts beside this file, built. */
  module?: URL
}>

const WORKER = new URL(`./worker${extname(import.meta.url)}`, import.meta.url)

/** Entries in the making for each worker: one is read while the next waits. */
const AHEAD = 2

type Member = Readonly<{
  model: ModelVersion
  parties: string | null
  ask(asked: Asked): Promise<Omit<Entry, "snapshot">>
  close(): Promise<void>
}>
type Seat = { member: Member | null }

/**
 * A reader of several processes, no more than there is work for, each with a model of its own; what one reads hangs on none of the others. A
 * process that ends fails what it was reading and is replaced. Processes and not threads: one that is
 * stopped within the model's native code takes the whole program with it. Rejects with what opening the pipeline
 * rejects with.
 */
export async function openPool({ workers, pipeline, module = WORKER }: PoolOptions): Promise<PoolReader> {
  const open = (seat: Seat) => openMember(module, pipeline, () => (seat.member = null))
  const seats = Array.from({ length: workers }, (): Seat => ({ member: null }))
  // The one that is taken first tells what the others will be; they start when there is something for them to read.
  const first = seats.at(-1)!
  const member = await open(first)
  first.member = member
  const close = async () => void (await Promise.all(seats.map(({ member }) => member?.close())))
  const queue = toQueue(seats)
  return {
    model: member.model,
    parties: member.parties,
    width: AHEAD * workers,
    async read(snapshot, { file, place, row }, options) {
      const seat = await queue.take()
      try {
        seat.member ??= await open(seat)
        const input = { file, place, ...(row && { row }) }
        return { ...(await seat.member.ask({ snapshot, input, options })), snapshot }
      } finally {
        queue.give(seat)
      }
    },
    close,
  }
}

export type PoolReader = Pick<Reader, "read" | "close"> &
  Readonly<{ model: ModelVersion; parties: string | null; width: number }>

/** Free seats, the one given back last first; who finds none waits, the first to come first. */
function toQueue(seats: readonly Seat[]) {
  const free = [...seats]
  const waiting: ((seat: Seat) => void)[] = []
  return {
    take: async (): Promise<Seat> => free.pop() ?? new Promise<Seat>((resolve) => waiting.push(resolve)),
    give(seat: Seat): void {
      const next = waiting.shift()
      if (next) next(seat)
      else free.push(seat)
    },
  }
}

async function openMember(module: URL, pipeline: PoolOptions["pipeline"], onEnd: () => void): Promise<Member> {
  const child = fork(fileURLToPath(module), [JSON.stringify(pipeline)], {
    serialization: "advanced",
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  })
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  let settle: { resolve(told: Told): void; reject(error: Error): void } | null = null
  const answer = () => new Promise<Told>((resolve, reject) => (settle = { resolve, reject }))
  const end = (error: Error) => {
    onEnd()
    settle?.reject(error)
  }
  child.on("message", (told) => settle?.resolve(told as Told))
  child.on("error", end)
  child.on("exit", () => end(new Error("a worker ended before its work was done")))
  const close = async () => {
    child.kill()
    await ended
  }
  const told = await answer()
  if (!("opened" in told)) {
    await close()
    throw "error" in told ? unpackError(told.error) : new Error("a worker answered before it was asked")
  }
  return {
    ...told.opened,
    async ask(asked) {
      const coming = answer()
      child.send(asked)
      const got = await coming
      if ("entry" in got) return got.entry
      throw "error" in got ? unpackError(got.error) : new Error("a worker was opened twice")
    },
    close,
  }
}
