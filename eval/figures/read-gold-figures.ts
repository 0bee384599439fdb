import { readFileSync } from "node:fs"
import { join } from "node:path"
import { CounterclaimError } from "counterclaim"

/** A labelled figure; offsets in UTF-16 units of the text. */
export type GoldFigure = Readonly<{
  start: number
  end: number
  words: string
  low: number | null
  high: number | null
  measure: string
  of: string | null
  source: string | null
  cue: string | null
}>

export type GoldDocument = Readonly<{ file: string; text: string; figures: readonly GoldFigure[] }>

/** Labels (one document a line, offsets in code points) with their texts. Throws `eval/no-gold` when there are none. */
export function readGoldFigures(labels: string, folder: string): GoldDocument[] {
  const lines = readFileSync(labels, "utf8").split("\n").filter(Boolean)
  if (lines.length === 0) {
    throw new CounterclaimError({
      code: "eval/no-gold",
      what: "there is no labelled document",
      where: labels,
      fix: "give a file with one labelled document a line",
    })
  }
  return lines.map((line) => {
    const { file, figures } = JSON.parse(line) as Omit<GoldDocument, "text">
    const text = readFileSync(join(folder, file), "utf8")
    const units = toUnits(text)
    const inUnits = (figure: GoldFigure) => ({ ...figure, start: units[figure.start]!, end: units[figure.end]! })
    return { file, text, figures: figures.map(inUnits) }
  })
}

/** Where each code point begins, in UTF-16 units; the last entry is the end. */
function toUnits(text: string): number[] {
  const starts: number[] = []
  let at = 0
  for (const point of text) {
    starts.push(at)
    at += point.length
  }
  return [...starts, at]
}
