import { readFileSync } from "node:fs"
import { CounterclaimError } from "counterclaim"

export type JsonObject = Readonly<Record<string, unknown>>

/** One object of a JSON Lines file of predictions: what `file` names, all of it, and "path:line". */
export type PredictionLine = Readonly<{ file: string; parsed: JsonObject; where: string }>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Makes `eval/predictions`: what is wrong, where, and by which form to write it. */
export type Malformed = (where: string, what: string, cause?: unknown) => CounterclaimError

export const malformedBy =
  (fix: string): Malformed =>
  (where, what, cause) =>
    new CounterclaimError({ code: "eval/predictions", what, where, fix, cause })

/** The lines that are not blank, in order. Throws what `malformed` makes when the file cannot be read or a line names no file. */
export function readPredictionLines(path: string, malformed: Malformed): PredictionLine[] {
  const lines = readText(path, malformed).split(/\r\n|\r|\n/)
  return lines.flatMap((line, index) =>
    line.trim() === "" ? [] : [parseLine(line, `${path}:${index + 1}`, malformed)],
  )
}

function parseLine(line: string, where: string, malformed: Malformed): PredictionLine {
  const parsed = parseJson(line, where, malformed)
  if (!isObject(parsed) || typeof parsed.file !== "string") throw malformed(where, 'no object with "file"')
  return { file: parsed.file, parsed, where }
}

function parseJson(line: string, where: string, malformed: Malformed): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw malformed(where, "the line is no JSON", cause)
  }
}

function readText(path: string, malformed: Malformed): string {
  try {
    return readFileSync(path, "utf8")
  } catch (cause) {
    throw malformed(path, "the file cannot be read", cause)
  }
}
