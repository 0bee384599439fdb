import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, test } from "vitest"
import type { LinkLogs } from "../../src/attribute/best-path.ts"
import { bestPath, linkLogs } from "../../src/attribute/best-path.ts"
import { features } from "../../src/attribute/confidence.ts"

type Row = {
  begins: number[]
  goesOn: number[]
  cue: [number, number]
  scores: number[][]
  source: [number, number] | null
  content: [number, number][]
  features: number[] | null
}

const rows = readFileSync(new URL("./decoded.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Row)

const cuesOf = ({ begins, goesOn }: Row) => Float32Array.from(begins.flatMap((value, i) => [value, goesOn[i]!]))

describe("the likeliest path", () => {
  test("is the one that the training code finds", () => {
    for (const row of rows) {
      const { source, content } = bestPath(linkLogs(row.scores.flat()))
      assert.deepEqual(source && [source.first, source.last], row.source)
      assert.deepEqual(
        content.map(({ first, last }) => [first, last]),
        row.content,
      )
    }
  })

  test("is no worse than any other sequence of roles, by counting them all", () => {
    const score = fc.double({ min: -4, max: 4, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(fc.array(score, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 6 }),
        (scores) => {
          const logs = linkLogs(scores.flat())
          const best = Math.max(...sequences(scores.length).map((roles) => worth(logs, roles)))
          const { source, content } = bestPath(logs)
          const roles = scores.map((_, word) => {
            if (source && source.first <= word && word <= source.last) return 1
            return content.some(({ first, last }) => first <= word && word <= last) ? 2 : 0
          })
          assert.ok(worth(logs, roles) > best - 1e-9, `${roles} ${worth(logs, roles)} < ${best}`)
        },
      ),
      { numRuns: 60 },
    )
  })
})

test("what speaks for an attribution is counted as the calibration counts it", () => {
  for (const row of rows.filter(({ features }) => features !== null)) {
    const logs = linkLogs(row.scores.flat())
    const cue = { first: row.cue[0], last: row.cue[1] }
    const found = features(cuesOf(row), { cue, first: 0, logs, path: bestPath(logs) })
    row.features!.forEach((value, i) => {
      assert.ok(Math.abs(found[i]! - value) < 1e-4, `feature ${i}: ${found[i]} against ${value}`)
    })
  }
})

/** All sequences of roles with at most one source. */
function sequences(words: number): number[][] {
  const all = Array.from({ length: 3 ** words }, (_, n) =>
    Array.from({ length: words }, (_, i) => Math.floor(n / 3 ** i) % 3),
  )
  return all.filter((roles) => roles.filter((role, i) => role === 1 && roles[i - 1] !== 1).length <= 1)
}

/** What a sequence of roles is worth, counted word by word. */
function worth(logs: LinkLogs, roles: readonly number[]): number {
  return roles.reduce((sum, role, word) => {
    let value = sum + logs.role[3 * word + role]!
    if (role === 0) return value
    const starts = role === 1 ? 0 : 2
    value += (roles[word - 1] === role ? logs.noEdge : logs.edge)[4 * word + starts]!
    value += (roles[word + 1] === role ? logs.noEdge : logs.edge)[4 * word + starts + 1]!
    return value
  }, 0)
}
