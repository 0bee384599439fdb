import { writeFileSync } from "node:fs"
import type { PageLine } from "./page-prediction.ts"

/** Write what was read from pages as JSON Lines in the form of `counterclaim text --json`. */
export function writePagePredictions(path: string, lines: readonly PageLine[]): void {
  writeFileSync(path, lines.map((line) => `${JSON.stringify(toJson(line))}\n`).join(""))
}

const toJson = ({ name, prediction: { article, text, title, bylines, published } }: PageLine) => ({
  file: `${name}.html`,
  article,
  document: { text, title, bylines, published: published === null ? null : { value: published } },
})
