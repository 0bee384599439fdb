import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { loadStoryWeights } from "../../../src/lexicon/story-weights.ts"
import { loadWordCounts } from "../../../src/lexicon/word-counts.ts"
import { parseDate } from "../../../src/model/date.ts"
import { findStories, type StoryDocument } from "../../../src/reconcile/stories/find-stories.ts"
import { PAIR_FEATURES } from "../../../src/reconcile/stories/pair-features.ts"

const tools = { background: loadWordCounts(), weights: loadStoryWeights() }
const find = (documents: readonly StoryDocument[]) => findStories(documents, tools)

const article = (title: string, body: string, published: string | null = null): StoryDocument => ({
  title,
  body,
  published: published === null ? null : parseDate(published),
})

const FERRY = [
  article(
    "Ferry Marigold sinks off Glasswick",
    "The ferry Marigold sank in heavy seas off Glasswick on Tuesday. Harbour master Ottoline Brandreth said 14 of the 61 passengers were missing. Lifeboats from Pellmouth searched the sound through the night.",
  ),
  article(
    "Fourteen missing as Marigold goes down",
    "Lifeboats from Pellmouth were searching the sound off Glasswick for 14 passengers of the ferry Marigold, which went down on Tuesday with 61 on board, said the harbour master, Ottoline Brandreth.",
  ),
  article(
    "Glasswick mourns the Marigold",
    "Families gathered at the harbour of Glasswick after the ferry Marigold sank in the sound. Ottoline Brandreth, the harbour master, said the lifeboats from Pellmouth would not give up on the 14 missing passengers.",
  ),
]
const OTHER_FERRY = [
  article(
    "Ferry Cormorant runs aground near Ostrava Point",
    "The ferry Cormorant ran aground near Ostrava Point on Friday with 230 passengers on board. Captain Leopold Varga was questioned by the coastguard of Tarnholm. Nobody was hurt.",
  ),
  article(
    "Captain of grounded Cormorant questioned",
    "The coastguard of Tarnholm questioned captain Leopold Varga after his ferry, the Cormorant, ran aground near Ostrava Point on Friday. All 230 passengers were taken off unhurt.",
  ),
]
const BUDGET = article(
  "Council passes budget",
  "The council of Wexmoor passed its budget by nine votes to six after a long evening. Treasurer Amabel Stroud promised that school meals would be kept.",
)
const ALL = [...FERRY, ...OTHER_FERRY, BUDGET]

test("puts articles on one event together and keeps two events of one kind apart", () => {
  assert.deepEqual(find(ALL), [0, 0, 0, 3, 3, 5])
})

test("finds the same stories in whatever order the articles come", () => {
  const many = [...ALL, ...ALL.map(({ title, body }) => article(`${title} again`, body.slice(40)))]
  const togetherIn = (documents: readonly StoryDocument[]) => {
    const stories = find(documents)
    return many.map((one) => many.map((other) => stories[documents.indexOf(one)] === stories[documents.indexOf(other)]))
  }
  const expected = togetherIn(many)
  fc.assert(
    fc.property(fc.shuffledSubarray(many, { minLength: many.length }), (shuffled) => {
      assert.deepEqual(togetherIn(shuffled), expected)
    }),
    { numRuns: 20 },
  )
})

test("numbers a story by its first document", () => {
  assert.deepEqual(find([BUDGET, FERRY[1]!, OTHER_FERRY[0]!, FERRY[0]!]), [0, 1, 2, 1])
})

test("takes one article given a thousand times for one story, at no more cost than one", () => {
  const stories = find([BUDGET, ...Array.from({ length: 1000 }, () => FERRY[0]!)])
  assert.deepEqual(new Set(stories.slice(1)), new Set([1]))
  assert.equal(stories[0], 0)
})

test("takes hundreds of near-copies for one story", () => {
  const many = Array.from({ length: 450 }, (_, index) =>
    article(FERRY[0]!.title, `${FERRY[0]!.body} Edition ${index}.`),
  )
  assert.deepEqual(new Set(find(many)), new Set([0]))
})

test("does not link articles published more than a fortnight apart", () => {
  const { title, body } = FERRY[0]!
  const on = (day: string) => article(title, body, day)
  assert.deepEqual(find([on("2031-03-01"), on("2031-03-15")]), [0, 0])
  assert.deepEqual(find([on("2031-03-01"), on("2031-03-16")]), [0, 1])
  assert.deepEqual(find([on("2031-03-01"), on("2032")]), [0, 0])
})

test("leaves texts without words alone", () => {
  assert.deepEqual(find([article("", ""), article("", ""), article("", " …\n")]), [0, 1, 2])
  assert.deepEqual(find([]), [])
})

test("gives every document a story on any text", () => {
  const anything = fc.record({ title: fc.string({ unit: "binary" }), body: fc.string({ unit: "binary" }) })
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 8 }), (texts) => {
      const stories = find(texts.map(({ title, body }) => article(title, body)))
      assert.equal(stories.length, texts.length)
      for (const [index, story] of stories.entries()) assert.ok(story <= index && stories[story] === story)
    }),
    { numRuns: 50 },
  )
})

test("has a weight for every feature", () => {
  for (const name of [...PAIR_FEATURES, "constant", "apart", "least"]) assert.ok(tools.weights.has(name), name)
})
