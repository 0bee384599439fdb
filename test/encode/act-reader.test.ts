import assert from "node:assert/strict"
import { afterAll, beforeAll, describe, test } from "vitest"
import { type ActReader, openActReader } from "../../src/encode/act-reader.ts"
import { loadCues } from "../../src/lexicon/cues.ts"
import { dataPath } from "../../src/lexicon/data.ts"
import type { Act, Attribution } from "../../src/model/attribution.ts"
import { CounterclaimError } from "../../src/model/error.ts"
import { toText } from "../../src/model/text.ts"

const cues = loadCues()
let reader: ActReader
beforeAll(async () => {
  reader = await openActReader(dataPath("models/acts"), cues)
})
afterAll(() => reader.close())

/** "source|cue|content" as a text with its one attribution, whose act is "show" until it is told. */
function reported(written: string): [ReturnType<typeof toText>, Attribution] {
  const [source = "", cue = "", content = ""] = written.split("|")
  const text = toText(`${source} ${cue} ${content}`)
  const at = (start: number, printed: string) => ({ start, end: start + printed.length })
  const parts = {
    source: source === "" ? null : at(0, source),
    cue: cue === "" ? null : at(source.length + 1, cue),
    content: [at(source.length + cue.length + 2, content)],
  }
  const rest = { within: null, speaker: null, onBehalfOf: null, confidence: 1, shown: true, because: [] }
  return [text, { id: written, ...parts, quotation: "indirect", act: "show", ...rest }]
}

async function actOf(written: string): Promise<Act> {
  const [text, attribution] = reported(written)
  const [told] = await reader.read(text, [attribution], new Set([attribution.id]))
  return told!.act
}

describe("the act of an attribution", () => {
  test("is told by what is said as much as by the cue", async () => {
    assert.equal(
      await actOf("Mayor Ane Roe|said|the plan was a disgrace and its authors were incompetent"),
      "criticise",
    )
    assert.equal(await actOf("Mayor Ane Roe|said|the ferry will sail next year, more slowly than today"), "predict")
    assert.equal(await actOf("Mayor Ane Roe|said|the council must resign at once"), "demand")
  })

  test("stays as it was where it is not doubtful, and where there is no cue", async () => {
    const [text, attribution] = reported("Oru Vane|said|the council must resign at once")
    assert.deepEqual(await reader.read(text, [attribution], new Set()), [attribution])
    const [floating, other] = reported("||It rained.")
    assert.deepEqual(await reader.read(floating, [other], new Set([other.id])), [other])
  })

  test("is the same when asked again, after others", async () => {
    const asked = [
      "Oru Vane|wants|a new ferry",
      "|it is feared|that the quay will sink",
      "They|hailed|the “bravest” crew",
    ]
    const once: Act[] = []
    for (const one of asked) once.push(await actOf(one))
    for (const [i, one] of [...asked.entries()].reverse()) assert.equal(await actOf(one), once[i])
  })

  test("is told of any length, script and sign without throwing", async () => {
    for (const content of ["word ".repeat(20_000), "ж".repeat(500), "\u0000\uFFFD\u200B", "😀 ‏שלום 漢字"])
      assert.equal(typeof (await actOf(`X|said|${content}`)), "string")
  })
})

test("weights that are not there are refused, the file named", async () => {
  await assert.rejects(
    openActReader("/nowhere", cues),
    (error) =>
      error instanceof CounterclaimError && error.code === "model/unreadable" && error.where.includes("nowhere"),
  )
})
