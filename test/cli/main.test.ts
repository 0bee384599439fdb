import assert from "node:assert/strict"
import { spawn, spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, test, vi } from "vitest"

const ROOT = new URL("../../", import.meta.url).pathname
const MAIN = join(ROOT, "dist/cli/main.js")
const ARTICLE = `Ferry sinks off Quillmouth

The Quillmouth Lamp
12 March 2031

The harbour office said on Wednesday that the ferry had sunk at dawn with eleven people aboard.

Captain Ruda Meck denied that the boat was overloaded. “We counted every head,” she told reporters, “and then we counted again.”
`

// Each test starts the program several times; a busy machine takes its time over that.
vi.setConfig({ testTimeout: 240_000 })

let folder = ""
const path = (name: string) => join(folder, name)

/** The program as it is installed, in a folder of its own, with a ledger of its own. */
function counterclaim(...argv: string[]) {
  const env = { ...process.env, COUNTERCLAIM_LEDGER: path("ledger.sqlite"), NO_COLOR: "1", FORCE_COLOR: "0" }
  return spawnSync(process.execPath, [MAIN, ...argv], { cwd: folder, env, encoding: "utf8", input: "" })
}

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: ROOT, encoding: "utf8" })
  assert.equal(status, 0, stderr)
  folder = mkdtempSync(join(tmpdir(), "counterclaim-"))
  mkdirSync(path("articles"))
  writeFileSync(path("articles/ferry.txt"), ARTICLE)
  writeFileSync(path("articles/empty.txt"), "")
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test("text prints the article, and an empty file is named and fails alone", () => {
  const { status, stdout, stderr } = counterclaim("text", "articles")
  assert.equal(status, 1)
  assert.match(stdout, /Captain Ruda Meck denied/)
  assert.match(stderr, /^articles\/empty\.txt: /)
  assert.equal(stderr.trimEnd().split("\n").length, 1)
})

test("from an article to the ledger and back", () => {
  const read = counterclaim("read", "articles/ferry.txt", "--json")
  assert.deepEqual([read.status, read.stderr], [0, ""])
  const { document, attributions } = JSON.parse(read.stdout)
  const denial = attributions.find(({ act }: { act: string }) => act === "deny")
  assert.match(denial.source.text, /Ruda Meck/)
  assert.match(denial.content[0].text, /the boat was overloaded/)
  for (const { source, cue, content } of attributions) {
    for (const span of [source, cue, ...content].filter(Boolean)) {
      assert.equal(document.text.slice(span.start, span.end), span.text)
    }
  }

  const claims = counterclaim("claims", "overloaded", "--act", "deny", "--json")
  assert.deepEqual(
    claims.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).id),
    [denial.id],
  )
  assert.deepEqual(counterclaim("verify").stdout, "1 document checked, no problem.\n")
})

test("asking a ledger that is not there fails with a way out", () => {
  const { status, stdout, stderr } = counterclaim("claims", "--ledger", "nowhere.sqlite")
  assert.deepEqual([status, stdout], [1, ""])
  assert.match(stderr, /nowhere\.sqlite: .*; /)
})

test("a reader that goes away ends it quietly", async () => {
  for (let copy = 0; copy < 50; copy++) writeFileSync(path(`articles/copy-${copy}.txt`), ARTICLE.repeat(40))
  const child = spawn(process.execPath, [MAIN, "text", "articles", "--json"], { cwd: folder })
  child.stdout.once("data", () => child.stdout.destroy())
  let stderr = ""
  child.stderr.on("data", (chunk) => (stderr += chunk))
  const status = await new Promise((resolve) => child.once("close", resolve))
  assert.deepEqual([status, stderr.replace(/^articles\/empty.*\n/, "")], [0, ""])
})

test.skipIf(process.platform === "win32")("serve stops at Ctrl-C and leaves nothing open", async () => {
  const child = spawn(process.execPath, [MAIN, "serve", "--port", "0", "--ledger", path("served.sqlite")])
  const address = await new Promise<string>((resolve) => child.stdout.once("data", (chunk) => resolve(String(chunk))))
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(address)![0]
  assert.equal((await fetch(url)).status, 200)
  child.kill("SIGINT")
  assert.equal(await new Promise((resolve) => child.once("close", resolve)), 0)
})

test("the bin of the package is this program, and can be run", () => {
  const { bin } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"))
  assert.equal(join(ROOT, bin.counterclaim), MAIN)
  assert.ok(readFileSync(MAIN, "utf8").startsWith("#!/usr/bin/env node\n"))
})
