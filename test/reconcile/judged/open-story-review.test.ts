import assert from "node:assert/strict"
import { test } from "vitest"
import { inventNews } from "../../../eval/bench/invented-news.ts"
import { loadStoryWeights } from "../../../src/lexicon/story-weights.ts"
import { loadWordCounts } from "../../../src/lexicon/word-counts.ts"
import { openStoryReview } from "../../../src/reconcile/judged/open-story-review.ts"
import type { StoryDocument } from "../../../src/reconcile/stories/story-article.ts"
import { openStoryIndex, type StoryIndex } from "../../../src/reconcile/stories/story-index.ts"

const weights = loadStoryWeights()
const background = loadWordCounts()
const A_DAY = 86_400_000
const isJudged = () => false

/** Invented articles, two a day over some months. */
const NEWS = Array.from({ length: 240 }, (_, number) => {
  const { title, body } = inventNews(number)
  const value = new Date(Date.UTC(2031, 0, 1) + Math.floor(number / 2) * A_DAY).toISOString().slice(0, 10)
  return {
    id: `d-${number}`,
    title,
    body,
    published: { value, precision: "day" } as const,
  }
}).sort((a, b) => ((a.published?.value ?? "") < (b.published?.value ?? "") ? -1 : 1))

/** `held`: how many articles the index held at the most, seen whenever it settled. */
function reviewed(index: StoryIndex, news: readonly (StoryDocument & Readonly<{ id: string }>)[] = NEWS) {
  let most = 0
  let added = 0
  let gone = 0
  const counted: StoryIndex = {
    ...index,
    add: (...given) => {
      added++
      return index.add(...given)
    },
    settle() {
      most = Math.max(most, added - gone)
      const stories = index.settle()
      gone += stories.flat().length
      return stories
    },
  }
  const review = openStoryReview(counted, { weights, isJudged })
  for (const { id, ...document } of news) review.add(id, document)
  return { found: review.finish(), most }
}

test("documents that are forgotten on the way are suggested as when all are held at once", () => {
  const { found, most } = reviewed(openStoryIndex({ background, weights }))
  const whole = openStoryIndex({ background, weights })
  const { found: together } = reviewed({ ...whole, settle: () => [] })
  assert.ok(found.length > 5)
  assert.ok(most < NEWS.length * 0.75, `${most} of ${NEWS.length} were held`)
  assert.deepEqual(found, together)
})

test("documents without a day are looked at too, and no pair is suggested twice", () => {
  const undated = NEWS.map((article, at) => (at % 40 === 7 ? { ...article, published: null } : article))
  const news = undated.sort((a, b) => Number(a.published !== null) - Number(b.published !== null))
  const { found } = reviewed(openStoryIndex({ background, weights }), news)
  const pairs = found.map(({ left, right }) => [left, right].sort().join(" "))
  assert.equal(new Set(pairs).size, pairs.length)
  const open = new Set(news.filter(({ published }) => published === null).map(({ id }) => id))
  assert.ok(found.some(({ left, right }) => open.has(left) || open.has(right)))
})
