import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { test } from "vitest"
import { stage } from "./stage.ts"

const PAIRS = "Oru Vane\tVane, Oru\nOru Vane\tMikhail Paderov\n"

test("each pair is told the same or not, in the order of the lines", async () => {
  const { status, out } = await stage({ io: { stdin: Readable.from([PAIRS]) } }).run("names", "--pairs", "-", "--json")
  const rows = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
  assert.equal(status, 0)
  assert.deepEqual(
    rows.map(({ left, right, same }) => [left, right, same]),
    [
      ["Oru Vane", "Vane, Oru", true],
      ["Oru Vane", "Mikhail Paderov", false],
    ],
  )
  assert.ok(rows[0].score > rows[1].score)
})

test("pairs are read from a file, and without --json a row each is printed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pairs-"))
  const file = join(folder, "pairs.tsv")
  writeFileSync(file, PAIRS)
  const { out } = await stage().run("names", "--pairs", file)
  rmSync(folder, { recursive: true })
  assert.match(out, /^same .*Oru Vane .*Vane, Oru\nnot .*Mikhail Paderov\n$/)
})

test("a line without two names is named, and the others are done", async () => {
  const stdin = Readable.from(["only one name\nOru Vane\tOru Vane\na\tb\tc\n"])
  const { status, out, err } = await stage({ io: { stdin } }).run("names", "--pairs", "-", "--json")
  assert.equal(status, 1)
  assert.equal(out.trim().split("\n").length, 1)
  assert.match(err, /-:1/)
  assert.match(err, /-:3/)
  assert.match(err, /one tab/)
})

test("a file that is not there is an error that names it", async () => {
  const { status, err } = await stage().run("names", "--pairs", "/nowhere/pairs.tsv")
  assert.notEqual(status, 0)
  assert.match(err, /\/nowhere\/pairs\.tsv/)
})
