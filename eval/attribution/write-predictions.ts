import { writeFileSync } from "node:fs"
import type { Prediction, Predictions } from "./prediction.ts"

/** Write predictions as JSON Lines in the form of `counterclaim read --json`: one object an article. */
export function writePredictions(path: string, predictions: Predictions): void {
  const lines = [...predictions].map(([file, list]) => JSON.stringify({ file, attributions: list.map(toJson) }))
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""))
}

const toJson = ({ source, cue, content, confidence, shown }: Prediction) => ({
  source: source[0] ?? null,
  cue: cue[0] ?? null,
  content,
  ...(confidence === null ? {} : { confidence }),
  ...(shown === null ? {} : { shown }),
})
