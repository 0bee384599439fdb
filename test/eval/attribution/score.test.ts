import assert from "node:assert/strict"
import type { Span } from "counterclaim"
import fc from "fast-check"
import { test } from "vitest"
import { rate } from "../../../eval/attribution/count.ts"
import type { Prediction } from "../../../eval/attribution/prediction.ts"
import type { GoldArticle } from "../../../eval/attribution/read-gold.ts"
import { report } from "../../../eval/attribution/report.ts"
import { ROLES, type RoleSpans } from "../../../eval/attribution/role.ts"
import { score } from "../../../eval/attribution/score.ts"
import { LEVELS } from "../../../eval/attribution/score-article.ts"
import { findWords, wordsIn } from "../../../eval/attribution/words.ts"

const words = fc.array(fc.constantFrom("boats", "sank", "she", "said", "😀", "“", "”", "\n", "¾", "née"), {
  minLength: 1,
})
const text = words.map((list) => list.join(" "))

const spanIn = (value: string): fc.Arbitrary<Span> =>
  fc.tuple(fc.nat(value.length), fc.nat(value.length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

function rolesIn(value: string): fc.Arbitrary<RoleSpans> {
  const spans = fc.array(spanIn(value), { maxLength: 2 })
  const content = fc.array(spanIn(value), { minLength: 1, maxLength: 2 })
  return fc.record({ source: spans, cue: spans, content })
}

const rolesList = (value: string) => fc.array(rolesIn(value), { maxLength: 5 })

const toPrediction = (roles: RoleSpans): Prediction => ({ ...roles, confidence: null, shown: null })

/** One article with gold and predictions. */
const scored = text.chain((value) =>
  fc.record({ text: fc.constant(value), gold: rolesList(value), predicted: rolesList(value) }),
)

const articlesOf = (list: readonly { text: string; gold: readonly RoleSpans[] }[]): GoldArticle[] =>
  list.map((one, index) => ({ name: `${index}.txt`, text: one.text, gold: one.gold }))

const predictionsOf = (list: readonly (readonly RoleSpans[])[]) =>
  new Map(list.map((roles, index) => [`${index}.txt`, roles.map(toPrediction)]))

const someArticles = fc.array(scored, { minLength: 1, maxLength: 3 })

test("gold as its own prediction is right in everything that it holds", () => {
  fc.assert(
    fc.property(someArticles, (list) => {
      const { levels, tokens, chunks, missing } = score(articlesOf(list), predictionsOf(list.map((one) => one.gold)))
      assert.equal(missing, 0)
      for (const count of [...Object.values(tokens), ...Object.values(chunks), levels.found]) {
        assert.deepEqual([count.right, count.predicted], [count.gold, count.gold])
      }
    }),
  )
})

/** Contents that share no word, so that no two attributions compete for one. */
const apart = fc
  .array(fc.record({ source: fc.boolean(), cue: fc.boolean(), length: fc.integer({ min: 1, max: 4 }) }), {
    minLength: 1,
  })
  .map((list) => {
    let value = ""
    const gold = list.map(({ source, cue, length }): RoleSpans => {
      const add = (part: string): Span[] => {
        value += `${part} `
        return [{ start: value.length - part.length - 1, end: value.length - 1 }]
      }
      return {
        source: source ? add("Roe") : [],
        cue: cue ? add("said") : [],
        content: add("word ".repeat(length).trim()),
      }
    })
    return { text: value, gold }
  })

test("gold that does not overlap scores 1.000 as its own prediction at every level", () => {
  fc.assert(
    fc.property(apart, (article) => {
      const { levels, intervals } = score(articlesOf([article]), predictionsOf([article.gold]))
      for (const level of LEVELS) assert.equal(rate(levels[level]).f1, 1)
      assert.deepEqual(intervals.linked, { low: 1, high: 1 })
    }),
  )
})

test("every rate lies between 0 and 1, and a stricter level never has more that are right", () => {
  fc.assert(
    fc.property(someArticles, (list) => {
      const { levels, tokens, chunks, intervals } = score(
        articlesOf(list),
        predictionsOf(list.map((one) => one.predicted)),
      )
      const counts = [...Object.values(levels), ...Object.values(tokens), ...Object.values(chunks)]
      const numbers = [...counts.flatMap((count) => Object.values(rate(count))), ...Object.values(intervals.linked)]
      assert.deepEqual(
        numbers.filter((number) => !(number >= 0 && number <= 1)),
        [],
      )
      const [found, cue, source, exact] = LEVELS.map((level) => levels[level].right)
      assert.ok(found! >= cue! && cue! >= source! && source! >= exact!, `${found} ${cue} ${source} ${exact}`)
      assert.ok(found! >= levels.linked.right && levels.linked.right >= source!)
    }),
  )
})

test("the order of predictions changes nothing in words and chunks", () => {
  fc.assert(
    fc.property(someArticles, (list) => {
      const articles = articlesOf(list)
      const given = score(articles, predictionsOf(list.map((one) => one.predicted)))
      const turned = score(articles, predictionsOf(list.map((one) => one.predicted.toReversed())))
      assert.deepEqual([turned.tokens, turned.chunks, turned.strays], [given.tokens, given.chunks, given.strays])
    }),
  )
})

test("the order of predictions that do not overlap changes nothing at all", () => {
  const kept = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 })
  fc.assert(
    fc.property(apart, kept, (article, keep) => {
      const predicted = article.gold.filter((_, index) => keep[index % keep.length])
      const print = (list: readonly RoleSpans[]) => report(score(articlesOf([article]), predictionsOf([list])))
      assert.deepEqual(print(predicted.toReversed()), print(predicted))
    }),
  )
})

test("a word belongs to a span when they share a character", () => {
  fc.assert(
    fc.property(
      text.chain((value) => fc.tuple(fc.constant(value), spanIn(value))),
      ([value, span]) => {
        const { starts, ends } = findWords(value)
        const expected = starts.flatMap((start, word) => (start < span.end && span.start < ends[word]! ? [word] : []))
        // An empty span inside a word meets both conditions: it touches the word on both sides.
        assert.deepEqual([...wordsIn([span], { starts, ends })], expected)
      },
    ),
  )
})

test("an article without a line counts as missing, one with an empty line does not", () => {
  const articles = articlesOf([
    { text: "a", gold: [] },
    { text: "b", gold: [] },
  ])
  assert.equal(score(articles, new Map([["1.txt", []]])).missing, 1)
})

test("a prediction whose content holds no word is not counted", () => {
  const article = { text: "Roe said so —", gold: [] }
  const dash = { source: [{ start: 0, end: 3 }], cue: [], content: [{ start: 12, end: 13 }] }
  const { levels, tokens } = score(articlesOf([article]), predictionsOf([[dash]]))
  assert.deepEqual([levels.found.predicted, ...ROLES.map((role) => tokens[role].predicted)], [0, 0, 0, 0])
})
