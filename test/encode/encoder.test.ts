import assert from "node:assert/strict"
import { afterAll, beforeAll, test } from "vitest"
import { type Encoder, openEncoder } from "../../src/encode/encoder.ts"
import { dataPath } from "../../src/lexicon/data.ts"
import { type Encoding, LINK_CHANNELS } from "../../src/model/encoding.ts"
import { toText } from "../../src/model/text.ts"

const FLOOR = 0.05
const SENTENCES = [
  "Mayor Ane Roe said on Tuesday that the Lodmark ferry would not sail before May.",
  "The harbour was quiet, and rain fell on the empty quay.",
  "According to a port official, who denied that anyone had been hurt, 12 vans were lost.",
]

let encoder: Encoder
beforeAll(async () => {
  encoder = await openEncoder(dataPath("models/attribution"))
})
afterAll(() => encoder.close())

const chance = (tags: Float32Array | null, word: number): number => (tags ? tags[2 * word]! + tags[2 * word + 1]! : 0)

/** The word to which a cue links most as its source. */
function sourceOf({ links, words }: Encoding, cue: number): number {
  const { first, scores } = links.get(cue)!
  let best = 0
  for (let word = 0; LINK_CHANNELS * word < scores.length; word++)
    if (scores[LINK_CHANNELS * word + 1]! > scores[LINK_CHANNELS * best + 1]!) best = word
  assert.ok(first + scores.length / LINK_CHANNELS <= words.length)
  return first + best
}

test("words that may be of a cue, and no others, have links, in every window of a long text", async () => {
  const encoding = await encoder.encode(toText(Array.from({ length: 60 }, (_, i) => SENTENCES[i % 3]).join(" ")))
  assert.ok(encoding.words.length > 600)
  for (const [word] of encoding.words.entries()) {
    const likely = Math.max(chance(encoding.cues, word), chance(encoding.inner, word)) >= FLOOR
    assert.equal(encoding.links.has(word), likely, `word ${word}`)
  }
})

test("each cue has the links of its own row: its source stands near it", async () => {
  const text = toText("Ane Roe said it rained. Oru Vane denied that. Ida Holm asked why.")
  const encoding = await encoder.encode(text)
  const word = (printed: string) =>
    encoding.words.findIndex(({ start, end }) => text.value.slice(start, end) === printed)
  for (const [cue, name] of [
    ["said", "Ane Roe"],
    ["denied", "Oru Vane"],
    ["asked", "Ida Holm"],
  ] as const) {
    const { start, end } = encoding.words[sourceOf(encoding, word(cue))]!
    assert.ok(name.split(" ").includes(text.value.slice(start, end)), `${cue}: ${text.value.slice(start, end)}`)
  }
})

test("a text without a cue has no links, and one without words nothing at all", async () => {
  for (const value of ["Yes.", "", " \n "]) assert.equal((await encoder.encode(toText(value))).links.size, 0)
})
