import assert from "node:assert/strict"
import { test } from "vitest"
import { copySubject } from "../../src/model/judged-copies.ts"
import { inventedEntry } from "../invented-entry.ts"
import { toJudgement } from "../ledger/entries.ts"
import { FERRY } from "./ferry.ts"
import { stage } from "./stage.ts"

const COPY = inventedEntry({
  text: `${FERRY.text.value} The owners have promised a full account of the night by Friday.`,
  file: "/articles/b.txt",
  title: null,
  publisher: "Glasswick Echo",
  claims: [],
})
const OTHER = inventedEntry({
  text: "The moor was quiet and nobody there had heard of any ship.",
  file: "/articles/c.txt",
  title: null,
  publisher: "The Moor",
  claims: [],
})
const entries = { "a.txt": FERRY, "b.txt": COPY, "c.html": OTHER }

test("copies prints a JSON object a pair, with containment both ways and the shared spans", async () => {
  const { status, out } = await stage({ entries }).run("copies", "--json", "a.txt", "b.txt", "c.html")
  assert.equal(status, 0)
  const pairs = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line))
  assert.equal(pairs.length, 1)
  const [{ left, right, containment, ownWords, spans }] = pairs
  assert.deepEqual([left, right, containment.left], ["a.txt", "b.txt", 1])
  assert.ok(containment.right > 0.5 && containment.right < 1 && ownWords.left > 0.5)
  assert.deepEqual(spans[0].left, { start: 0, end: FERRY.text.value.length - 1 })
})

test("copies prints a table that says who shares how much", async () => {
  const { out } = await stage({ entries }).run("copies", "a.txt", "b.txt")
  assert.match(out, /100 % +100 % {2}a\.txt\n/)
  assert.match(out, /1 pair shares text in 2 documents\./)
})

test("copies takes .txt files verbatim and reads pages", async () => {
  const { run, asked } = stage({ entries })
  await run("copies", "a.txt", "c.html")
  assert.deepEqual(asked, ['clean a.txt {"verbatim":true}', 'clean c.html {"verbatim":false}'])
})

test("copies names what cannot be read, compares the others, and ends with 1", async () => {
  const { status, out, err } = await stage({ entries }).run("copies", "--json", "a.txt", "none.txt", "b.txt")
  assert.equal(status, 1)
  assert.equal(out.split("\n").length, 2)
  assert.match(err, /none\.txt/)
})

test("copies does not list versions of one document, and says how many there are", async () => {
  const version = { ...COPY, document: FERRY.document }
  const { out, err } = await stage({ entries: { "a.txt": FERRY, "b.txt": version } }).run(
    "copies",
    "--json",
    "a.txt",
    "b.txt",
  )
  assert.equal(out, "")
  assert.match(err, /1 more are two versions of one document/)
})

test("copies lists a thousand documents of one text as one family, and its first beside others", async () => {
  const printed = (at: number) =>
    inventedEntry({ text: FERRY.text.value, file: `/w/${at}.txt`, publisher: `Outlet ${at}`, claims: [] })
  const names = Array.from({ length: 1000 }, (_, at) => `w${at}.txt`)
  const many = Object.fromEntries(names.map((name, at) => [name, printed(at)]))
  const { run } = stage({ entries: { ...many, "b.txt": COPY } })
  const started = performance.now()
  const { out } = await run("copies", "--json", ...names, "b.txt")
  const [family, pair, ...more] = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line))
  assert.deepEqual(family, { family: names, representative: "w0.txt" })
  assert.deepEqual([pair.left, pair.right, pair.containment.left], ["w0.txt", "b.txt", 1])
  assert.deepEqual(more, [])
  assert.ok(out.length < 40_000)
  assert.ok(performance.now() - started < 10_000)
  assert.match((await run("copies", ...names)).out, /^1000 documents of one text/)
})

test("copies lists a few documents of one text pair by pair", async () => {
  const few = Object.fromEntries(
    [1, 2, 3].map((at) => [`w${at}.txt`, inventedEntry({ text: FERRY.text.value, file: `/w/${at}.txt`, claims: [] })]),
  )
  const { out } = await stage({ entries: few }).run("copies", "--json", ...Object.keys(few))
  assert.equal(out.trimEnd().split("\n").length, 3)
})

test("copies heeds who copied whom as people judged in a ledger, be it seen by them alone", async () => {
  const { run, ledger } = stage({ entries })
  const judge = (left: string, right: string, verdict: string) =>
    ledger.judge(toJudgement({ left: copySubject(left), right: copySubject(right), verdict, reason: "same slip" }))
  await judge(COPY.document.id, FERRY.document.id, "copies")
  await judge(FERRY.document.id, OTHER.document.id, "common-origin")
  const pairsOf = async (...more: string[]) =>
    (await run("copies", "--json", "a.txt", "b.txt", "c.html", ...more)).out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line))
  assert.notEqual((await pairsOf())[0].from, "right")
  const [found, added, ...more] = await pairsOf("--ledger", "l.sqlite")
  assert.deepEqual(more, [])
  assert.deepEqual(
    [found.from, found.because],
    ["right", ["user:ines judged that the left one took it from the right one: same slip"]],
  )
  assert.deepEqual([added.left, added.right, added.from, added.derived], ["a.txt", "c.html", "third", "none"])
  const { out } = await run("copies", "a.txt", "b.txt", "--ledger", "l.sqlite")
  assert.match(out, /from b\.txt \(user:ines judged/)
})
