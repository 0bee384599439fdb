import { isObject, malformedBy, readPredictionLines } from "../prediction-lines.ts"
import type { PageLine } from "./page-prediction.ts"

/**
 * The lines of a JSON Lines file in the form of `counterclaim text --json`, in order. Throws `eval/predictions`
 * when the file cannot be read or a line has another form.
 */
export function readPagePredictions(path: string): PageLine[] {
  return readPredictionLines(path, malformed).map(({ file, parsed }) => {
    const document = isObject(parsed.document) ? parsed.document : {}
    const { bylines } = document
    const published = isObject(document.published) ? document.published.value : null
    const prediction = {
      article: parsed.article !== false,
      text: string(document.text) ?? "",
      title: string(document.title),
      bylines: Array.isArray(bylines) ? bylines.filter((name) => typeof name === "string") : [],
      published: string(published),
    }
    return { name: file.slice(file.lastIndexOf("/") + 1).replace(/\.html$/, ""), prediction }
  })
}

const string = (value: unknown): string | null => (typeof value === "string" ? value : null)

const malformed = malformedBy(
  'write {"file", "article", "document": {"text", "title", "bylines", "published"}} one a line, as `counterclaim text --json` does',
)
