import { PassThrough, Readable, Writable } from "node:stream"
import type { Io } from "../../src/cli/io.ts"
import type { CliInput, CliInputFailure, Parts } from "../../src/cli/parts.ts"
import { runCli } from "../../src/cli/run.ts"
import { copiesAsJudged } from "../../src/comparing.ts"
import { openFetcher } from "../../src/fetch/fetcher.ts"
import { memoryLedger } from "../../src/ledger/memory.ts"
import { CounterclaimError } from "../../src/model/error.ts"
import type { Entry, Ledger } from "../../src/model/ledger.ts"
import { LOOPBACK } from "../fetch/server.ts"

export type Result = Readonly<{ status: number; out: string; err: string }>

export type Stage = Readonly<{
  ledger: Ledger
  /** What the parts were asked for, in order: "ledger PATH read-only", "models DIR", "closed", … */
  asked: readonly string[]
  run(...argv: string[]): Promise<Result>
}>

export type StageOptions = Readonly<{
  /** What each input gives; an error fails it. Inputs that are not here are not found. */
  entries?: Readonly<Record<string, Entry | Error>>
  io?: Partial<Io>
  parts?: Partial<Parts>
  ledger?: Ledger
}>

/** Commands with everything around them invented: streams that are listened to, a ledger in memory, no model. */
export function stage({ entries = {}, io, parts, ledger = memoryLedger() }: StageOptions = {}): Stage {
  const asked: string[] = []
  const kept: Ledger = { ...ledger, close: async () => void asked.push("ledger closed") }
  const invented = inventedParts(entries, kept, asked)
  return {
    ledger,
    asked,
    async run(...argv) {
      const out = listening()
      const err = listening()
      const streams = { stdout: out.stream, stderr: err.stream, stdin: Readable.from([]) }
      const still = {
        env: {},
        isTerminal: { stdout: false, stderr: false },
        columns: 80,
        signal: new AbortController().signal,
      }
      const status = await runCli(argv, { ...streams, ...still, ...io }, { ...invented, ...parts })
      return { status, out: out.heard(), err: err.heard() }
    },
  }
}

function inventedParts(entries: Readonly<Record<string, Entry | Error>>, ledger: Ledger, asked: string[]): Parts {
  const make = async ({ file }: { file: string }): Promise<Entry> => {
    const entry = entries[file]!
    if (entry instanceof Error) throw entry
    return entry
  }
  return {
    async *findInputs(args) {
      for (const file of args) yield inventedInput(file, entries[file])
    },
    checkTables: async () => {},
    countInputs: async (args) => args.length,
    openFetcher: async () => openFetcher(LOOPBACK),
    async openPipeline({ models, workers = 1 }) {
      asked.push(`models ${models ?? "shipped"}${workers > 1 ? ` by ${workers} workers` : ""}`)
      return {
        width: workers === 1 ? 1 : 2 * workers,
        isCurrent: ({ reading }) => reading.reader === 1,
        read: (_, input, options) =>
          make(input).finally(() => asked.push(`read ${input.file} ${JSON.stringify(options)}`)),
        close: async () => {},
      }
    },
    cleanOnly: async (_, input, options) => {
      asked.push(`clean ${input.file} ${JSON.stringify(options)}`)
      return { ...(await make(input)), run: null }
    },
    findCopies: async (documents, judged) => copiesAsJudged(documents, judged),
    async openLedger(location, { readOnly }) {
      asked.push(`ledger ${location}${readOnly ? " read-only" : ""}`)
      return ledger
    },
    defaultLedgerPath: async (env) => env.COUNTERCLAIM_LEDGER ?? "/home/ines/ledger.sqlite",
    serve: async ({ port }) => {
      asked.push(`serve ${port}`)
      return { url: `http://127.0.0.1:${port}`, close: async () => void asked.push("server closed") }
    },
  }
}

function inventedInput(file: string, entry: Entry | Error | undefined): CliInput | CliInputFailure {
  if (!entry) {
    const error = new CounterclaimError({
      code: "input/not-found",
      what: "there is no such file",
      where: file,
      fix: "check the name",
    })
    return { file, error }
  }
  const snapshot =
    entry instanceof Error
      ? { sha256: "", bytes: new Uint8Array(), url: null, headers: {}, fetched: "" }
      : entry.snapshot
  return { file, place: `/articles/${file}`, read: async () => snapshot }
}

function listening(): { stream: Writable; heard(): string } {
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on("data", (chunk: Buffer) => void chunks.push(chunk))
  return { stream, heard: () => Buffer.concat(chunks).toString() }
}

/** A stdout whose reader has gone away after so many writes. */
export function closedAfter(writes: number): Writable & { written: number } {
  const state = { written: 0 }
  const stream = new Writable({
    write(_chunk, _encoding, done) {
      if (state.written++ < writes) done()
      else done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }))
    },
  })
  return Object.defineProperty(stream, "written", { get: () => state.written }) as Writable & { written: number }
}
