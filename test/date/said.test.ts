import assert from "node:assert/strict"
import { test } from "vitest"
import { findTimes } from "../../src/date/find-times.ts"
import { timesOfClaim } from "../../src/date/said.ts"
import { loadTimes } from "../../src/lexicon/times.ts"
import type { Span } from "../../src/model/span.ts"
import { toText } from "../../src/model/text.ts"

const lexicon = loadTimes()

const spanOf = (text: string, part: string): Span => {
  const start = text.indexOf(part)
  return { start, end: start + part.length }
}

/** The words of `said` and `meant`, for a text of one sentence. */
function claimed(text: string, cue: string | null, ...content: string[]) {
  const sentences = [{ start: 0, end: text.length }]
  const analysis = { text: toText(text), paragraphs: [], quotations: [], names: [], sentences }
  const times = findTimes(analysis, { value: "2023-05-24", precision: "day" }, lexicon)
  const spans = content.map((part) => spanOf(text, part))
  const { said, meant } = timesOfClaim(
    { cue: cue === null ? null : spanOf(text, cue), content: spans },
    times,
    analysis,
  )
  const words = ({ start, end }: Span): string => text.slice(start, end)
  return { said: said && words(said), meant: meant.map(words) }
}

test("keeps the day of saying apart from the day that is spoken of", () => {
  const text = "The ministry said on Wednesday that the lock had burned on Monday night."
  const found = claimed(text, "said", "the lock had burned on Monday night")
  assert.deepEqual(found, { said: "Wednesday", meant: ["Monday night"] })
})

test("finds the day of saying before the source too", () => {
  const text = "On Tuesday Ms Roe denied that it fell last week."
  assert.deepEqual(claimed(text, "denied", "it fell last week"), { said: "Tuesday", meant: ["last week"] })
})

test("takes no time from beyond the content, and no length, for the day of saying", () => {
  assert.deepEqual(claimed("Ms Roe said it fell, before Friday came.", "said", "it fell").said, null)
  assert.deepEqual(claimed("Ms Roe spoke for two hours and said it fell.", "said", "it fell").said, null)
})

test("finds no day of saying for a floating quotation", () => {
  assert.deepEqual(claimed("“It fell on Monday.” Friday was dry.", null, "“It fell on Monday.”"), {
    said: null,
    meant: ["Monday"],
  })
})
