import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, test, vi } from "vitest"
import { needsInstall } from "../../scripts/needs-install.mjs"
import { wrongNode } from "../../scripts/node-version.mjs"
import { filesBelow, stampOf } from "../../scripts/stamp.mjs"

const ROOT = new URL("../../", import.meta.url).pathname
// Processes are started here; a busy machine takes its time over that.
vi.setConfig({ testTimeout: 240_000 })

let folder = ""

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterclaim-"))
  mkdirSync(join(folder, "src/sql"), { recursive: true })
  writeFileSync(join(folder, "src/a.ts"), "one")
  writeFileSync(join(folder, "src/sql/1.sql"), "two")
  writeFileSync(join(folder, "lock.json"), "{}")
})

afterEach(() => rmSync(folder, { recursive: true }))

const stamp = () => stampOf(folder, ["src", "lock.json", "not-there"])

test("finds all files below a path, and none where there is nothing", () => {
  assert.deepEqual(filesBelow(folder, "src"), ["src/a.ts", "src/sql/1.sql"])
  assert.deepEqual(filesBelow(folder, "lock.json"), ["lock.json"])
  assert.deepEqual(filesBelow(folder, "not-there"), [])
})

test("the stamp stays the same until a file is changed, added, renamed or emptied into another", () => {
  const stamps = [stamp()]
  assert.equal(stamp(), stamps[0])
  const changes = [
    () => writeFileSync(join(folder, "src/a.ts"), "ONE"),
    () => writeFileSync(join(folder, "src/b.ts"), ""),
    () => rmSync(join(folder, "src/a.ts")),
    () => writeFileSync(join(folder, "src/b.ts"), "ONE"),
    () => writeFileSync(join(folder, "lock.json"), "{ }"),
  ]
  for (const change of changes) {
    change()
    stamps.push(stamp())
  }
  assert.equal(new Set(stamps).size, stamps.length)
})

const LOCK = {
  packages: {
    "": { version: "1.0.0" },
    "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/b": { version: "2.0.0", integrity: "sha512-b", optional: true },
  },
}
const { "": _, ...installed } = LOCK.packages

test("installs when nothing was, or not all was, or another version was", () => {
  assert.equal(needsInstall(LOCK, null), true)
  assert.equal(needsInstall(LOCK, {}), true)
  assert.equal(needsInstall(LOCK, { packages: { "node_modules/b": installed["node_modules/b"] } }), true)
  const older = { ...installed, "node_modules/a": { version: "0.9.0", integrity: "sha512-a" } }
  assert.equal(needsInstall(LOCK, { packages: older }), true)
  const other = { ...installed, "node_modules/a": { version: "1.0.0", integrity: "sha512-x" } }
  assert.equal(needsInstall(LOCK, { packages: other }), true)
})

test("installs nothing twice, and does not miss what is for other systems", () => {
  assert.equal(needsInstall(LOCK, { packages: installed }), false)
  assert.equal(needsInstall(LOCK, { packages: { "node_modules/a": installed["node_modules/a"] } }), false)
})

test("what is installed here is what the lockfile asks for", () => {
  const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), "utf8"))
  assert.equal(needsInstall(read("package-lock.json"), read("node_modules/.package-lock.json")), false)
})

test.each([
  ["v20.19.0", null],
  ["v22.1.0", null],
  ["v24.0.0-nightly", null],
  ["v20.18.3", /20\.19 or later.*v20\.18\.3/],
  ["v18.20.0", /20\.19 or later.*v18\.20\.0/],
])("of Node %s it says %s", (version, expected) => {
  const wrong = wrongNode(version)
  if (expected === null) assert.equal(wrong, null)
  else assert.match(wrong!, expected)
})

test("a second build does nothing and says nothing", () => {
  const build = () => spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: ROOT, encoding: "utf8" })
  assert.equal(build().status, 0)
  const { status, stdout, stderr } = build()
  assert.deepEqual([status, stdout, stderr], [0, "", ""])
})
