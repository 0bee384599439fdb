import { readFileSync } from "node:fs"
import { CounterclaimError } from "counterclaim"

/** A claim that a reader found in several documents of one event; `words` as each prints it, by the document's name. */
export type GoldClaim = Readonly<{
  event: string
  documents: Readonly<Record<string, Readonly<{ words: string }>>>
  min: number
  max: number
}>

/** The labels, a claim a line. Throws `eval/no-gold` when the file holds none or cannot be read. */
export function readGoldRoots(file: string): GoldClaim[] {
  const lines = textOf(file).split("\n")
  const claims = lines.flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line) as GoldClaim]))
  if (claims.length === 0) throw noGold(file)
  return claims
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8")
  } catch (cause) {
    throw noGold(file, cause)
  }
}

const noGold = (file: string, cause?: unknown): CounterclaimError =>
  new CounterclaimError({
    code: "eval/no-gold",
    what: "the file holds no labelled claims",
    where: file,
    fix: "name the file of labels, a claim a line",
    cause,
  })
