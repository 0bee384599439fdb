import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, test, vi } from "vitest"

const ROOT = new URL("../../", import.meta.url).pathname
const MAIN = join(ROOT, "dist/cli/main.js")
// Processes are started here; a busy machine takes its time over that.
vi.setConfig({ testTimeout: 240_000 })

let folder = ""

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "counterclaim-"))
  writeFileSync(join(folder, "ferry.txt"), "The ferry sank at dawn, the harbour office said.\n")
})

afterAll(() => rmSync(folder, { recursive: true }))

/** As a person types it, standing in a folder of their own. */
function npmStart(...argv: string[]) {
  const shell = process.platform === "win32"
  return spawnSync("npm", ["--prefix", ROOT, "start", "--", ...argv], {
    cwd: folder,
    encoding: "utf8",
    shell,
    input: "",
  })
}

test("a command behind npm start prints what the command prints, and nothing of npm's", () => {
  const { status, stdout } = npmStart("text", "ferry.txt", "--json")
  const direct = spawnSync(process.execPath, [MAIN, "text", "ferry.txt", "--json"], { cwd: folder, encoding: "utf8" })
  assert.equal(status, 0)
  assert.equal(stdout, direct.stdout)
  assert.equal(JSON.parse(stdout).file, "ferry.txt")
})

test("its exit status comes through npm start", () => {
  assert.deepEqual([npmStart("text", "none.txt").status, npmStart("raed").status], [1, 2])
})
