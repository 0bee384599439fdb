import { type ChildProcess, spawn } from "node:child_process"
import { createInterface, type Interface } from "node:readline"
import type { PeerAnswer, PeerHello, PeerQuestion } from "./peer-answer.ts"

/** How a peer's process is started. */
export type PeerCommand = Readonly<{ command: string; args: readonly string[]; env?: NodeJS.ProcessEnv }>

export type AskOptions = Readonly<{
  /** Seconds that a page may take. */
  limit?: number
  /** The first pages are read this often before it counts. */
  warmUp?: number
}>

/** `answers`: in the order of the questions; null: the process died or did not answer in time. */
export type PeerRun = Readonly<{ missing: string } | { version: string; answers: readonly (PeerAnswer | null)[] }>

type Peer = Readonly<{ child: ChildProcess; lines: AsyncIterator<string>; reader: Interface }>

const LIMIT = 10
const WARM_UP = 20
/** Loading a peer may take longer than a page: some bring a browser's worth of code. */
const START_LIMIT = 60

/** Put questions to a peer's process, one after the other; one that dies is started again at the next question. */
export async function askPeer(
  how: PeerCommand,
  questions: readonly PeerQuestion[],
  { limit = LIMIT, warmUp = WARM_UP }: AskOptions = {},
): Promise<PeerRun> {
  let peer = start(how)
  const greet = async (): Promise<PeerHello> => {
    const line = await nextLine(peer, START_LIMIT)
    return line === null ? { missing: "its process could not be started" } : (JSON.parse(line) as PeerHello)
  }
  const ask = async (question: PeerQuestion): Promise<PeerAnswer | null> => {
    peer.child.stdin!.write(`${JSON.stringify(question)}\n`)
    const line = await nextLine(peer, limit)
    if (line !== null) return JSON.parse(line) as PeerAnswer
    stop(peer)
    peer = start(how)
    await greet()
    return null
  }
  try {
    const hello = await greet()
    if ("missing" in hello) return hello
    for (const question of questions.slice(0, warmUp)) await ask(question)
    const answers: (PeerAnswer | null)[] = []
    for (const question of questions) answers.push(await ask(question))
    return { version: hello.version, answers }
  } finally {
    stop(peer)
  }
}

function start({ command, args, env }: PeerCommand): Peer {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "ignore"], env: { ...process.env, ...env } })
  // A process that is gone is noticed where its answer is awaited.
  child.on("error", () => {})
  child.stdin.on("error", () => {})
  const reader = createInterface({ input: child.stdout })
  return { child, reader, lines: reader[Symbol.asyncIterator]() }
}

function stop({ child, reader }: Peer): void {
  reader.close()
  child.kill("SIGKILL")
}

/** Null when the process ends, or the seconds are over, before a line came. */
async function nextLine({ lines }: Peer, seconds: number): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), seconds * 1000)
  })
  const line = lines.next().then(({ done, value }) => (done ? null : (value as string)))
  try {
    return await Promise.race([line, late])
  } finally {
    clearTimeout(timer)
  }
}
