import assert from "node:assert/strict"
import { test } from "vitest"
import { loadQuantities } from "../../src/lexicon/quantities.ts"
import { verbForms } from "../../src/lexicon/verb-forms.ts"

const forms = (base: string, past = "", participle = ""): string[] =>
  verbForms({ base, past, participle }).map(({ form }) => form)

test("verbs are inflected by their first word, after an adverb by the second", () => {
  assert.deepEqual(forms("gun down", "gunned down"), ["gun down", "guns down", "gunning down", "gunned down"])
  assert.deepEqual(forms("die"), ["die", "dies", "dying", "died"])
  assert.deepEqual(forms("bury"), ["bury", "buries", "burying", "buried"])
  assert.deepEqual(forms("fatally shoot", "fatally shot"), [
    "fatally shoot",
    "fatally shoots",
    "fatally shooting",
    "fatally shot",
  ])
  assert.deepEqual(forms("go missing", "went missing", "gone missing").slice(3), ["went missing", "gone missing"])
})

test("the longest phrase that begins at a word comes first, and one may be found by its end", () => {
  const { vague } = loadQuantities()
  const words = ["tens", "of", "thousands"]
  assert.deepEqual(
    vague.at(words, 0).map((phrase) => phrase.words.length),
    [3, 1],
  )
  assert.equal(vague.endingAt(words, 2)[0]?.value.low, 20000)
})

test("no vague quantity has its least above its greatest value", () => {
  const { vague } = loadQuantities()
  for (const word of vague.firsts) {
    for (const { value } of vague.at([word], 0)) assert.ok(value.high === null || value.low <= value.high)
  }
})
