import assert from "node:assert/strict"
import { test } from "vitest"
import { loadTimes, toTimeLexicon } from "../../src/lexicon/times.ts"
import { CounterclaimError } from "../../src/model/error.ts"

test("words for times are in lower case, and holidays stand under their first word, the longest first", () => {
  const { words, holidays } = loadTimes()
  for (const word of words.keys()) assert.equal(word, word.trim().toLowerCase())
  assert.deepEqual(words.get("august"), { kind: "month", value: "8" })
  const lengths = holidays.get("christmas")!.map((holiday) => holiday.words.length)
  assert.deepEqual(lengths, [2, 2, 1])
})

const row = (...cells: string[]) => ({ cells, where: "data/en/x.tsv:2" })

const codeOf = (words: string[][], holidays: string[][]): string | null => {
  try {
    toTimeLexicon(
      words.map((cells) => row(...cells)),
      holidays.map((cells) => row(...cells)),
    )
    return null
  } catch (error) {
    assert.ok(error instanceof CounterclaimError)
    return error.code
  }
}

test("refuses a kind that does not exist, a word listed twice, and a holiday on no day", () => {
  assert.equal(codeOf([["dusk", "gloom", "-"]], []), "lexicon/unknown-kind")
  assert.equal(codeOf([["noon", "moment", "12:00"], ["noon", "moment", "12:00"]], []), "lexicon/twice") // biome-ignore format: two rows
  assert.equal(codeOf([], [["Lamp Day", "13th of May", "0"]]), "lexicon/bad-holiday")
  assert.equal(codeOf([], [["Lamp Day", "05-13", "0"]]), null)
})
