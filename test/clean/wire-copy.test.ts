import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { readWireCopy } from "../../src/clean/wire-copy.ts"
import { toSnapshot } from "../../src/model/snapshot.ts"
import { cleanOnly } from "../../src/pipeline.ts"

const BODY = "The harbour office said on Wednesday that the ferry had sunk at dawn with eleven people aboard."

const said = (head: string) => {
  const copy = readWireCopy(`${head}\n\n${BODY}\n`)
  return copy && [copy.slug, copy.mark, copy.text.trim().split("\n")[0]]
}
const read = (text: string, place: string) =>
  cleanOnly(toSnapshot({ bytes: Buffer.from(text), url: null, headers: {}, fetched: "2031-03-12T08:00:00Z" }), {
    file: place,
    place,
  })

test("reads slug and mark in the forms that wires write", () => {
  const forms: [string, string | null, string | null, string][] = [
    ["QUILLMOUTH-FERRY/", "quillmouth-ferry", null, BODY],
    ["QUILLMOUTH-FERRY/ (UPDATE 2)", "quillmouth-ferry", "update", BODY],
    ["QUILLMOUTH-FERRY/KILL", "quillmouth-ferry", "kill", BODY],
    ["BC-Quillmouth--Ferry", "quillmouth-ferry", null, BODY],
    ["BC-Quillmouth--Ferry, 3rd Ld-Writethru", "quillmouth-ferry", "writethru", BODY],
    ["Slug: quillmouth-ferry, hold", "quillmouth-ferry", "hold", BODY],
    ["MANDATORY KILL QUILLMOUTH-FERRY", "quillmouth-ferry", "kill", BODY],
    ["EDS: KILL the story slugged QUILLMOUTH-FERRY; names are wrong.", "quillmouth-ferry", "kill", BODY],
    ["UPDATE 2-Ferry sinks off Quillmouth", null, "update", "Ferry sinks off Quillmouth"],
    ["CORRECTED-Ferry sinks off Quillmouth", null, "update", "Ferry sinks off Quillmouth"],
    ["KILL: Ferry sinks off Quillmouth", null, "kill", "Ferry sinks off Quillmouth"],
    ["QUILLMOUTH-FERRY/\nUPDATE 1-Ferry sinks", "quillmouth-ferry", "update", "Ferry sinks"],
  ]
  for (const [head, ...expected] of forms) assert.deepEqual(said(head), expected, head)
})

test("leaves headlines and sentences alone that look alike", () => {
  const others = [
    "COVID-19",
    "COVID-19: what we know",
    "Ferry sinks off Quillmouth",
    "FERRY SINKS OFF QUILLMOUTH",
    "Kill: a short history of a word",
    "Hold the line, says the harbour office",
    "KILL FEE RISES",
    "UPDATE ON THE FERRY",
    "LEAD-FREE PIPES FOR QUILLMOUTH",
    "NEW BRIDGE OPENS",
    "AM-radio is back",
    "KILL OR CURE",
    "KILLED: two sailors",
    "AM-radio is back, says the harbour office",
    "Q&A/Ferry",
    "UNITED NATIONS - The council met on Wednesday.",
  ]
  for (const head of others) assert.equal(said(head), null, head)
})

test("what is taken off is listed, and the headline stays without it", () => {
  const { reading, text } = read(`QUILLMOUTH-FERRY/\nUPDATE 2-Ferry sinks\n\n${BODY}\n`, "/hot/2.txt")
  assert.equal(reading.title, "Ferry sinks")
  assert.equal(text.value, `Ferry sinks\n\n${BODY}`)
  assert.deepEqual(
    reading.removed.map((removed) => removed.text),
    ["QUILLMOUTH-FERRY/", "UPDATE 2-"],
  )
})

test("versions with one slug in one folder and of one day are one document", () => {
  const version = (mark: string, place: string, date = "12 March 2031") =>
    read(`QUILLMOUTH-FERRY/${mark}\nFerry sinks\n${date}\n\n${BODY}\n`, place).document.id
  const first = version("", "/hot/1.txt")
  assert.equal(version(" (UPDATE 2)", "/hot/2.txt"), first)
  assert.notEqual(version("", "/other/1.txt"), first)
  assert.notEqual(version("", "/hot/1.txt", "13 March 2031"), first)
})

test("a kill withdraws the story and a hold holds it back; the next version brings it again", () => {
  const state = (head: string) => {
    const { reading } = read(`${head}\nFerry sinks\n\n${BODY}\n`, "/hot/a.txt")
    return [reading.article, reading.notArticle]
  }
  assert.deepEqual(state("QUILLMOUTH-FERRY/KILL"), [false, "withdrawn by its agency"])
  assert.deepEqual(state("QUILLMOUTH-FERRY/ (HOLD)"), [false, "held by its agency"])
  assert.deepEqual(state("QUILLMOUTH-FERRY/ (UPDATE 3)"), [true, null])
})

test("a notice of one line keeps its line as its text", () => {
  assert.equal(read("KILL QUILLMOUTH-FERRY", "/hot/a.txt").text.value, "KILL QUILLMOUTH-FERRY")
})

test("no text is lost but what is listed, and none takes long", () => {
  const word = fc.constantFrom(
    "KILL",
    "UPDATE",
    "2-",
    "BC-",
    "FERRY/",
    "slug:",
    "(",
    ")",
    "-",
    ":",
    " ",
    "\n",
    "Ferry",
    "EDS:",
    "é",
    "A-B",
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const text = words.join("")
      const copy = readWireCopy(text)
      if (!copy) return
      const letters = (value: string) => [...value.replace(/[^\p{L}\d]/gu, "")].sort().join("")
      assert.equal(letters(copy.text + copy.removed.map((removed) => removed.text).join("")), letters(text))
    }),
    { numRuns: 1000 },
  )
  const begun = performance.now()
  for (const long of ["A".repeat(160), "A-".repeat(80), "KILL ".repeat(32), "A ".repeat(80), `BC-${"a-".repeat(78)},`])
    readWireCopy(`${long}\n${long}\n${long}\n`)
  assert.ok(performance.now() - begun < 500)
})
