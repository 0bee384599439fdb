import assert from "node:assert/strict"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { test } from "vitest"
import type { Prediction } from "../../../eval/attribution/prediction.ts"
import { readPredictions } from "../../../eval/attribution/read-predictions.ts"
import { writePredictions } from "../../../eval/attribution/write-predictions.ts"
import { temporaryFolder } from "../../temporary-folder.ts"

const ARTICLE = { name: "a.txt", text: "😀 Roe said hello", gold: [] }

function fileOf(...lines: string[]): string {
  const path = join(temporaryFolder("predictions"), "predictions.jsonl")
  writeFileSync(path, lines.join("\n"))
  return path
}

const contentOf = (path: string, utf16?: boolean) =>
  readPredictions({ path, ...(utf16 === undefined ? {} : { utf16 }) }, [ARTICLE]).get("a.txt")?.[0]?.content

test("pairs count code points unless they are said to count UTF-16 units; spans always count units", () => {
  const path = fileOf('{"file":"x/a.txt","attributions":[{"content":[[2,5],{"start":3,"end":6,"text":"Roe"}]}]}')
  const span = { start: 3, end: 6, text: "Roe" }
  assert.deepEqual(contentOf(path), [{ start: 3, end: 6 }, span])
  assert.deepEqual(contentOf(path, true), [{ start: 2, end: 5 }, span])
})

test("what is no prediction is an error that names the line", () => {
  const bad = ["{", "[]", '{"attributions":[]}', '{"file":"a.txt","attributions":[3]}']
  const spans = ["[[1]]", '[{"start":1}]', '["Roe"]', "3", "[[1.5,2]]"]
  const lines = [...bad, ...spans.map((span) => `{"file":"a.txt","attributions":[{"content":${span}}]}`)]
  for (const line of lines) {
    const path = fileOf("", line)
    assert.throws(() => readPredictions({ path }, [ARTICLE]), { code: "eval/predictions", where: `${path}:2` }, line)
  }
  assert.throws(() => readPredictions({ path: "/absent.jsonl" }, [ARTICLE]), { code: "eval/predictions" })
})

test("what is written is read back as it was", () => {
  const prediction: Prediction = {
    source: [{ start: 3, end: 6, text: "Roe" }],
    cue: [],
    content: [{ start: 12, end: 17, text: "hello" }],
    confidence: 0.75,
    shown: true,
  }
  const path = fileOf()
  writePredictions(path, new Map([["a.txt", [prediction]]]))
  assert.deepEqual(readPredictions({ path }, [ARTICLE]), new Map([["a.txt", [prediction]]]))
})
