import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { loadCarry } from "../../../src/lexicon/carry.ts"
import { loadCues } from "../../../src/lexicon/cues.ts"
import { titleVoice } from "../../../src/reconcile/check/title-voice.ts"

const TABLES = { cues: loadCues(), headlineSources: loadCarry().headlineSources }
const told = (title: string) => {
  const voice = titleVoice(title, TABLES)
  return voice && [voice.source, voice.act, voice.content]
}

test("a headline that ends with its source is told on that word", () => {
  assert.deepEqual(told("Over 40 raiders dead, army claims"), ["army", "assert", "Over 40 raiders dead"])
  assert.deepEqual(told("Over 40 raiders dead, claims army"), ["army", "assert", "Over 40 raiders dead"])
  assert.deepEqual(told("‘No boat was lost’, says Ines Marlow"), ["Ines Marlow", "assert", "‘No boat was lost’"])
  assert.deepEqual(told("Ferry was overloaded – police"), ["police", "assert", "Ferry was overloaded"])
  assert.deepEqual(told("Minister: ferry was overloaded by far"), ["Minister", "assert", "ferry was overloaded by far"])
})

test("a headline in the publisher's own voice is nobody else's", () => {
  for (const title of [
    "Over 40 raiders dead at Hesk bridge",
    "Mayor opens bridge, praises workers",
    "Hesk bridge: what we know so far",
    "Rain, wind and more rain",
    "",
  ])
    assert.equal(told(title), null, title)
})

test("no title makes it throw", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (title) => void titleVoice(title, TABLES)))
})
