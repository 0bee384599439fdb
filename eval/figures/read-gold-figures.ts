import { readFileSync } from "node:fs"
import { join } from "node:path"
import { codePointsOf } from "../code-points.ts"
import { readGoldLines } from "../gold-lines.ts"

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
  return readGoldLines<Omit<GoldDocument, "text">>(labels, "document").map(({ file, figures }) => {
    const text = readFileSync(join(folder, file), "utf8")
    const { toUnits } = codePointsOf(text)
    const inUnits = (figure: GoldFigure) => ({ ...figure, start: toUnits(figure.start), end: toUnits(figure.end) })
    return { file, text, figures: figures.map(inUnits) }
  })
}
