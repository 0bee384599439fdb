import assert from "node:assert/strict"
import { test } from "vitest"
import { countSpeakers, speakerRates } from "../../../eval/speakers/score-speakers.ts"

const text = "Mr. Roe said it rained. Police said it shone. He said it snowed."
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const gold = {
  file: "a.txt",
  text,
  open: new Set<number>(),
  speakers: [
    { source: [at("Mr. Roe")], content: [at("it rained")], speaker: ["Roe"], kind: "person", role: null },
    { source: [at("Police")], content: [at("it shone")], speaker: ["Police"], kind: "group", role: null },
    { source: [at("He")], content: [at("it snowed")], speaker: ["Hale"], kind: "person", role: null },
  ],
}

test("a named speaker is right by name, an unnamed one by source and kind; who swallows another is wrong", () => {
  const counts = countSpeakers(gold, [
    { source: at("Mr. Roe"), content: [at("it rained")], speaker: { kind: "person", names: ["Mr. Roe"] } },
    { source: at("Police"), content: [at("it shone")], speaker: { kind: "anonymous", names: ["Police"] } },
    { source: at("He"), content: [at("it snowed")], speaker: { kind: "person", names: ["Hale", "Roe"] } },
  ])
  assert.equal(counts.paired, 3)
  assert.equal(counts.right, 2)
  assert.equal(counts.kind, 2)
  assert.equal(speakerRates(counts).precision, 0.5)
})

test("what is left open counts against coverage, what is not found against the end", () => {
  const rates = speakerRates(countSpeakers(gold, [{ source: null, content: [at("it rained")], speaker: null }]))
  assert.equal(rates.coverage, 0)
  assert.equal(rates.found, 1 / 3)
  assert.equal(rates.nobody, 0)
})

test("attributions that nobody could resolve are not scored", () => {
  assert.equal(countSpeakers({ ...gold, open: new Set([0, 1, 2]) }, []).gold, 0)
})
