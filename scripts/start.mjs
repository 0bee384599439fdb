// `npm start`: the examples read, the ledger's answer, the web application. `npm start -- COMMAND …`: that command.
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Writable } from "node:stream"
import { build, main, ROOT, readOrNull } from "./build.mjs"
import { stampOf } from "./stamp.mjs"

/** @typedef {import("../src/cli/io.ts").Io} Io */
/** @typedef {typeof import("../src/cli/run.ts").runCli} Run */

const FOLDER = join(ROOT, ".counterclaim")
const LEDGER = join(FOLDER, "examples.sqlite")
const STAMP = join(FOLDER, "examples.stamp")
// Whatever can change what the examples' ledger holds.
const MAKERS = ["examples", "data", "src", "package-lock.json"]

const NOWHERE = new Writable({ write: (_chunk, _encoding, done) => done() })

/** The ledger's answer: each part is a command that a person may give too. */
const ANSWER = [
  ["claims", "--limit", "12"],
  ["sources", "--limit", "10"],
  ["stories"],
  ["check", "more than 40 raiders killed at the river crossing"],
  ["figures"],
]

/** A module of the program. Its name is put together here so that types can be checked before anything is built. */
const built = (/** @type {string} */ name) => import(new URL(`../dist/${name}`, import.meta.url).href)

await main(import.meta.url, async () => {
  build()
  // npm starts scripts in the package's folder; file names count from where the person stands.
  if (process.env.npm_lifecycle_event === "start" && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
  const args = process.argv.slice(2)
  if (args.length > 0) await built("cli/main.js")
  else await showExamples()
})

async function showExamples() {
  const { runProcess } = await built("cli/run-process.js")
  await runProcess(async (/** @type {Run} */ run, /** @type {Io} */ io) => {
    const status = await readExamples((argv) => run(argv, { ...io, stdout: NOWHERE }))
    if (status !== 0) return status
    for (const argv of ANSWER) {
      io.stdout.write(`\n$ npm start -- ${argv.join(" ")}\n\n`)
      const answered = await run([...argv, "--ledger", LEDGER], io)
      if (answered !== 0 || io.signal.aborted) return answered
    }
    io.stdout.write("\n")
    return run(["serve", "--ledger", LEDGER], io)
  })
}

/**
 * Fill the examples' own ledger, unless it was filled by this very program from these very examples.
 * @param {(argv: string[]) => Promise<number>} run
 */
async function readExamples(run) {
  const stamp = stampOf(ROOT, MAKERS)
  if (readOrNull(STAMP) === stamp) return 0
  for (const path of [STAMP, LEDGER, `${LEDGER}-wal`, `${LEDGER}-shm`]) rmSync(path, { force: true })
  mkdirSync(FOLDER, { recursive: true })
  console.error("Reading the examples …")
  const status = await run(["read", join(ROOT, "examples"), "--ledger", LEDGER])
  if (status === 0) writeFileSync(STAMP, stamp)
  return status
}
