import assert from "node:assert/strict"
import { test } from "vitest"
import { askPeer } from "../../../eval/peers/ask-peer.ts"

/** A stand-in for a peer: dies on "dies", says nothing to "hangs", else answers. */
const PEER = `
  const say = (line) => console.log(JSON.stringify(line))
  say({ version: "1.0" })
  require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
    const { page } = JSON.parse(line)
    if (page === "dies") process.exit(3)
    if (page !== "hangs") say({ page, seconds: 1, processor: 1, memory: 1, error: "none" })
  })`

const how = (script: string) => ({ command: process.execPath, args: ["-e", script] })
const ask = (script: string, ...pages: string[]) =>
  askPeer(
    how(script),
    pages.map((page) => ({ page, path: page })),
    { limit: 1, warmUp: 0 },
  )

test("a page on which a peer dies or hangs has no answer, and the pages behind it have theirs", async () => {
  const run = await ask(PEER, "one", "dies", "two", "hangs", "three")
  assert.ok("answers" in run)
  assert.deepEqual(
    run.answers.map((answer) => answer?.page ?? null),
    ["one", null, "two", null, "three"],
  )
})

test("a peer that is not installed says why, and one that cannot be started is said to", async () => {
  assert.deepEqual(await ask(`console.log('{"missing": "no such package"}')`, "one"), { missing: "no such package" })
  assert.deepEqual(await ask("process.exit(1)", "one"), { missing: "its process could not be started" })
})
