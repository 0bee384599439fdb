import { type ChildProcess, execFileSync, fork } from "node:child_process"
import { once } from "node:events"
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { OpenOptions } from "../../src/ledger/open.ts"
import type { Counts, Entry } from "../../src/model/ledger.ts"

const ROOT = new URL("../../", import.meta.url).pathname

/** The ledger as JavaScript, for processes of their own: Node 20 reads no TypeScript. */
export type Built = Readonly<{ module: string; remove: () => void }>

export function buildLedger(): Built {
  // Inside the project, so that its packages are found.
  mkdirSync(join(ROOT, "build"), { recursive: true })
  const folder = mkdtempSync(join(ROOT, "build", "ledger-"))
  const options =
    "--ignoreConfig --noCheck --module nodenext --target es2023 --types node --rewriteRelativeImportExtensions"
  const files = ["--rootDir", join(ROOT, "src"), "--outDir", folder, join(ROOT, "src/ledger/open.ts")]
  execFileSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), ...options.split(" "), ...files])
  for (const sql of ["ledger/sql", "ledger/postgres/sql"]) {
    cpSync(join(ROOT, "src", sql), join(folder, sql), { recursive: true })
  }
  return {
    module: pathToFileURL(join(folder, "ledger/open.js")).href,
    remove: () => rmSync(folder, { recursive: true }),
  }
}

export type Answer = Readonly<{
  opened?: boolean
  adding?: string
  added?: string
  counts?: Counts
  closed?: boolean
  error?: { code?: string; message: string }
}>

export type Writer = Readonly<{
  process: ChildProcess
  /** The next answer that is not read yet; null when the process has ended. */
  next: () => Promise<Answer | null>
  send: (message: { entry: Entry } | { close: true } | { counts: true }) => void
  /** When it is gone. */
  end: () => Promise<void>
}>

/** Start a process that opens the ledger at a path; its first answer says whether it could. */
export function startWriter(built: Built, path: string, options: OpenOptions = {}, uid?: number): Writer {
  const script = join(ROOT, "test/ledger/child.mjs")
  const child = fork(script, [built.module, path, JSON.stringify(options), uid === undefined ? "" : `${uid}`], {
    serialization: "advanced",
    execArgv: [],
  })
  const answers: Answer[] = []
  const waiting: ((answer: Answer | null) => void)[] = []
  const ended = once(child, "close")
  child.on("message", (answer: Answer) => {
    const first = waiting.shift()
    if (first) first(answer)
    else answers.push(answer)
  })
  void ended.then(() => {
    for (const wait of waiting.splice(0)) wait(null)
  })
  return {
    process: child,
    send: (message) => void child.send(message),
    next: async () => {
      const answer = answers.shift()
      if (answer) return answer
      if (child.exitCode !== null || child.signalCode !== null) return null
      return new Promise((resolve) => waiting.push(resolve))
    },
    end: async () => void (await ended),
  }
}
