import { readFileSync } from "node:fs"
import { CounterclaimError } from "counterclaim"
import type { PageLine } from "./page-prediction.ts"

type Json = Record<string, unknown>

/**
 * The lines of a JSON Lines file in the form of `counterclaim text --json`, in order. Throws `eval/predictions`
 * when the file cannot be read or a line has another form.
 */
export function readPagePredictions(path: string): PageLine[] {
  const lines = readText(path).split(/\r\n|\r|\n/)
  return lines.flatMap((line, index) => (line.trim() === "" ? [] : [parseLine(line, `${path}:${index + 1}`)]))
}

function parseLine(line: string, where: string): PageLine {
  const parsed = parseJson(line, where)
  if (!isObject(parsed) || typeof parsed.file !== "string") throw malformed(where, 'no object with "file"')
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
  return { name: parsed.file.slice(parsed.file.lastIndexOf("/") + 1).replace(/\.html$/, ""), prediction }
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw malformed(where, "the line is no JSON", cause)
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8")
  } catch (cause) {
    throw malformed(path, "the file cannot be read", cause)
  }
}

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value)

const string = (value: unknown): string | null => (typeof value === "string" ? value : null)

const malformed = (where: string, what: string, cause?: unknown): CounterclaimError =>
  new CounterclaimError({
    code: "eval/predictions",
    what,
    where,
    fix: 'write {"file", "article", "document": {"text", "title", "bylines", "published"}} one a line, as `counterclaim text --json` does',
    cause,
  })
