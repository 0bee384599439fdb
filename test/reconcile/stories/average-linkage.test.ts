import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { averageLinkage, type Link } from "../../../src/reconcile/stories/average-linkage.ts"

const LINKAGE = { least: 0, apart: -4 }

test("joins what belongs together and names a group by its smallest item", () => {
  const links = [
    { left: 0, right: 3, score: 2 },
    { left: 1, right: 2, score: 1 },
  ]
  assert.deepEqual(averageLinkage(5, links, LINKAGE), [0, 1, 1, 0, 4])
})

test("does not chain: one strong link does not join two groups that have nothing else in common", () => {
  const triangle = (first: number): Link[] => [
    { left: first, right: first + 1, score: 5 },
    { left: first, right: first + 2, score: 5 },
    { left: first + 1, right: first + 2, score: 5 },
  ]
  const links = [...triangle(0), ...triangle(3), { left: 2, right: 3, score: 4 }]
  assert.deepEqual(averageLinkage(6, links, LINKAGE), [0, 0, 0, 3, 3, 3])
})

test("groups as comparing every two groups each time would", () => {
  const scores = fc.uniqueArray(fc.integer({ min: -4000, max: 4000 }), { minLength: 45, maxLength: 45 })
  fc.assert(
    fc.property(scores, fc.array(fc.boolean(), { minLength: 45, maxLength: 45 }), (values, isThere) => {
      const links = pairsOf(10).flatMap(([left, right], index) =>
        isThere[index] ? [{ left, right, score: values[index]! / 1000 + index * 1e-7 }] : [],
      )
      assert.deepEqual(averageLinkage(10, links, LINKAGE), byAllPairs(10, links))
    }),
    { numRuns: 200 },
  )
})

const pairsOf = (items: number): [number, number][] =>
  Array.from({ length: items }, (_, left) => left).flatMap((left) =>
    Array.from({ length: items - left - 1 }, (_, more): [number, number] => [left, left + 1 + more]),
  )

function byAllPairs(items: number, links: readonly Link[]): number[] {
  const scores = new Map(links.map(({ left, right, score }) => [`${left} ${right}`, score]))
  let groups = Array.from({ length: items }, (_, item) => [item])
  const scoreOf = (a: number, b: number) => scores.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? LINKAGE.apart
  const mean = (a: readonly number[], b: readonly number[]) =>
    a.flatMap((x) => b.map((y) => scoreOf(x, y))).reduce((sum, score) => sum + score, 0) / (a.length * b.length)
  for (;;) {
    const [best] = pairsOf(groups.length)
      .map(([a, b]) => ({ a, b, score: mean(groups[a]!, groups[b]!) }))
      .filter(({ score }) => score >= LINKAGE.least)
      .sort((x, y) => y.score - x.score)
    if (!best) break
    const joined = [...groups[best.a]!, ...groups[best.b]!]
    groups = [...groups.filter((_, index) => index !== best.a && index !== best.b), joined]
  }
  return Array.from({ length: items }, (_, item) => Math.min(...groups.find((group) => group.includes(item))!))
}
