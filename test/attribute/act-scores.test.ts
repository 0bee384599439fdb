import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, test } from "vitest"
import { actScores } from "../../src/attribute/act-scores.ts"
import { loadActWeights } from "../../src/lexicon/act-weights.ts"
import type { Act } from "../../src/model/attribution.ts"
import type { Span } from "../../src/model/span.ts"

type Row = Readonly<{
  text: string
  source: [number, number] | null
  cue: [number, number]
  content: [number, number][]
  listed: [Act, boolean] | null
  scores: number[]
}>

const toSpan = ([start, end]: [number, number]): Span => ({ start, end })

describe("scores of the acts", () => {
  const weights = loadActWeights()
  // Written by training/attribution/act_fixtures.py from the network itself, for invented attributions.
  const rows = readFileSync(new URL("acts.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")

  test("are the same where they were worked out before, and others for other spans of the text", () => {
    const known = new Map<string, Float32Array>()
    const text = "Oru Vane denied that the ferry sank. He said so."
    const cue = { start: 9, end: 15 }
    const reported = { text, source: { start: 0, end: 8 }, cue, content: [{ start: 16, end: 35 }], listed: null }
    const others = [reported, { ...reported, source: null }, { ...reported, cue: { start: 40, end: 44 } }]
    for (const one of [...others, ...others]) {
      assert.deepEqual(actScores({ ...weights, known }, one), actScores(weights, one))
    }
    assert.equal(known.size, 3)
  })

  test("are those of the network that was trained", () => {
    assert.ok(rows.length > 20)
    for (const line of rows) {
      const { text, source, cue, content, listed, scores } = JSON.parse(line) as Row
      const found = actScores(weights, {
        text,
        source: source && toSpan(source),
        cue: toSpan(cue),
        content: content.map(toSpan),
        listed: listed && { cue: "", act: listed[0], negated: listed[1] },
      })
      for (const [act, score] of scores.entries()) assert.ok(Math.abs(found[act]! - score) < 0.001, line)
    }
  })

  test("do not hang on which name is printed", () => {
    const scoresFor = (name: string) => {
      const text = `Reporters said that ${name} lied about the ferry`
      const content = [{ start: 15, end: text.length }]
      return [
        ...actScores(weights, {
          text,
          source: { start: 0, end: 9 },
          cue: { start: 10, end: 14 },
          content,
          listed: null,
        }),
      ]
    }
    assert.deepEqual(scoresFor("Trondvik"), scoresFor("Ostrell"))
  })
})
