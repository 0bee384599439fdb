import assert from "node:assert/strict"
import fc from "fast-check"
import { afterAll, beforeAll, describe, test } from "vitest"
import type { Entry } from "../src/model/ledger.ts"
import { toSnapshot } from "../src/model/snapshot.ts"
import type { Span } from "../src/model/span.ts"
import type { Pipeline } from "../src/pipeline.ts"
import { openPipeline } from "../src/pipeline.ts"

let pipeline: Pipeline
beforeAll(async () => {
  pipeline = await openPipeline()
})
afterAll(() => pipeline.close())

const read = (text: string | Uint8Array): Promise<Entry> => {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text
  const snapshot = toSnapshot({ bytes, url: null, headers: {}, fetched: "2031-03-12T08:10:00Z" })
  return pipeline.read(snapshot, { file: "a.txt", place: "/a.txt" }, { verbatim: true })
}

const wordsOf = ({ text, run }: Entry) =>
  run!.attributions.map(({ source, cue, content }) => ({
    source: source && text.value.slice(source.start, source.end),
    cue: cue && text.value.slice(cue.start, cue.end),
    content: content.map(({ start, end }) => text.value.slice(start, end)),
  }))

const REPORT = `The prefect of Lower Oru said that two barges had sunk near the weir.

“Nobody was on board,” Ilse Marrow told reporters. “We checked twice.”

Denn has denied any part in it. According to a fisherman, the barges were empty.`

describe("reading an article", () => {
  test("finds who said what, word for word", async () => {
    const found = wordsOf(await read(REPORT))
    assert.deepEqual(found[0], {
      source: "The prefect of Lower Oru",
      cue: "said",
      content: ["that two barges had sunk near the weir"],
    })
    const bySource = new Map(found.map((attribution) => [attribution.source, attribution.content.join(" … ")]))
    assert.match(bySource.get("Ilse Marrow") ?? "", /Nobody was on board/)
    assert.equal(bySource.get("Denn"), "any part in it")
    assert.equal(bySource.get("a fisherman"), "the barges were empty")
  })

  test("gives the same attributions again, whatever was read in between", async () => {
    const first = await read(REPORT)
    await read(`${"The mayor said no. ".repeat(400)}`)
    assert.deepEqual((await read(REPORT)).run, first.run)
  })

  test("finds the same without a final line break", async () => {
    assert.deepEqual(wordsOf(await read(`${REPORT}\n`)), wordsOf(await read(REPORT)))
  })

  test("counts positions in UTF-16 units past an emoji", async () => {
    const emoji = await read(`😀😀 ${REPORT}`)
    assert.ok(wordsOf(emoji).some(({ source }) => source === "Ilse Marrow"))
  })

  test("finds what stands at the end of a long article as well as at its beginning", async () => {
    const quiet = "The ferry runs at seven, at noon and at dusk, and on market days it carries hay. ".repeat(60)
    const found = wordsOf(await read(`${quiet}\n\n${REPORT}\n\n${quiet}`))
    assert.ok(found.some(({ source, content }) => source === "a fisherman" && content[0] === "the barges were empty"))
  })

  test("keeps the version of model and data with what they found", async () => {
    const { run } = await read(REPORT)
    assert.deepEqual(run!.model, pipeline.model)
  })
})

describe("odd input", () => {
  test("of quotations only gives spans of that text, or nothing", async () => {
    const entry = await read("“We held the weir.”\n\n“They came at night.”\n\n“Nobody will tell us why.”")
    assert.ok(spansOf(entry).every(({ start, end }) => start < end && end <= entry.text.value.length))
  })

  test("in another language than English is kept, and its attributions are not read", async () => {
    const entry = await read(
      "Le préfet de la région a déclaré mardi que deux péniches avaient coulé près du barrage. Les pêcheurs de la vallée, qui connaissent bien la rivière, ont assuré que personne ne se trouvait à bord et que les bateaux étaient vides depuis longtemps.",
    )
    assert.equal(entry.reading.language, "fr")
    assert.equal(entry.run, null)
    assert.match(entry.text.value, /péniches/)
  })

  test("with a broken character in it is read, the character replaced one for one", async () => {
    const bytes = Buffer.concat([
      Buffer.from("The prefect said that two barges "),
      Buffer.from([0xff]),
      Buffer.from(" had sunk."),
    ])
    const entry = await read(bytes)
    assert.ok(spansOf(entry).every(({ end }) => end <= entry.text.value.length))
  })

  test("longer than any article is refused, with its length and what to do", async () => {
    await assert.rejects(read("The ferry runs at seven. ".repeat(100_000)), {
      code: "input/too-long",
      message: /a\.txt: 2\.5 million characters .*split it/,
    })
  })

  test("of any characters never breaks the model", async () => {
    const pieces = fc.constantFrom(
      "said",
      " ",
      "“",
      "”",
      "\n",
      "😀",
      "x".repeat(200),
      "１２",
      "\u200b",
      "e\u0301",
      ".",
      "北京",
      "Roe",
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 50 }), async (parts) => {
        const text = parts.join("")
        if (text.trim() === "") return
        const entry = await read(text)
        assert.ok(spansOf(entry).every(({ start, end }) => 0 <= start && start < end && end <= text.length))
      }),
      { numRuns: 40 },
    )
  })
})

const spansOf = ({ run }: Entry): Span[] =>
  (run?.attributions ?? []).flatMap(({ source, cue, content }) => [
    ...content,
    ...(source ? [source] : []),
    ...(cue ? [cue] : []),
  ])
