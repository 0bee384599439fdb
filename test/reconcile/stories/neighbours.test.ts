import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { openNeighbours } from "../../../src/reconcile/stories/neighbours.ts"
import { openWordNumbers } from "../../../src/reconcile/stories/numbered-words.ts"
import { MOST_DAYS, type StoryArticle } from "../../../src/reconcile/stories/story-article.ts"
import { cosine, storyVectors } from "../../../src/reconcile/stories/story-vectors.ts"
import { storyWords } from "../../../src/reconcile/stories/story-words.ts"

const numbers = openWordNumbers({ articles: 100, of: new Map([["common", 60]]) })
/** Half of the words are ones that many articles have, which are compared in another way than rare ones. */
const rarity = (word: number): number => (word % 2 === 0 ? 1.4 : 2 + (word % 7))

function articleOf(words: readonly number[], day: number, place: number): StoryArticle {
  const body = words.map((word) => `word${word}`).join(" ")
  const numbered = numbers.number(storyWords({ title: "", body }))
  const article = {
    key: `k${String(place).padStart(3, "0")}`,
    ids: [`${place}`],
    day,
    block: Math.floor(day / (MOST_DAYS + 1)),
    words: numbered,
    vectors: storyVectors(numbered, { rarity, wordOf: numbers.wordOf }),
    near: null,
  }
  return Object.assign(article as unknown as StoryArticle, { first: article as unknown as StoryArticle })
}

const heavyOf = ({ vectors }: StoryArticle): Set<number> =>
  new Set([...vectors!.heaviestWords.words, ...vectors!.heaviestNames.words])

/** What an index is to find, by comparing with all. */
const nearTo = (article: StoryArticle, all: readonly StoryArticle[]): string[] =>
  all
    .filter((other) => other !== article && Math.abs(other.day! - article.day!) <= MOST_DAYS)
    .filter((other) => [...heavyOf(other)].some((word) => heavyOf(article).has(word)))
    .map((other) => ({ other, likeness: cosine(article.vectors!.body, other.vectors!.body) }))
    .filter(({ likeness }) => likeness > 0.05)
    .sort((a, b) => b.likeness - a.likeness || (a.other.key < b.other.key ? -1 : 1))
    .map(({ other, likeness }) => `${other.key} ${likeness}`)

const found = (list: readonly Readonly<{ article: StoryArticle; likeness: number }>[]): string[] =>
  list.map(({ article, likeness }) => `${article.key} ${likeness}`)

const drawn = fc.array(
  fc.record({
    words: fc.array(fc.nat(80), { minLength: 1, maxLength: 60 }),
    day: fc.nat(50),
    looks: fc.boolean(),
    leaves: fc.boolean(),
  }),
  { minLength: 2, maxLength: 14 },
)

test("finds what comparing with all finds, in whatever order articles come, look and leave", () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const neighbours = openNeighbours()
      const held: StoryArticle[] = []
      for (const [place, { words, day, looks, leaves }] of given.entries()) {
        const article = articleOf(words, day, place)
        neighbours.put(article, rarity)
        held.push(article)
        const one = held[place % held.length]!
        if (looks) assert.deepEqual(found(neighbours.look(one)), nearTo(one, held))
        if (leaves) neighbours.take(held.splice(place % held.length, 1)[0]!)
      }
      for (const article of [...held, ...held]) {
        assert.deepEqual(found(neighbours.near(article)), nearTo(article, held))
        assert.deepEqual(found(neighbours.look(article)), nearTo(article, held))
      }
    }),
    { numRuns: 150 },
  )
})
