import type { RoleSpans } from "./role.ts"

/** The lines in which recall is told apart: the first three are all the gold, the last cuts across them. */
export const QUOTATION_LINES = ["direct", "mixed", "indirect", "no source"] as const
export type QuotationLine = (typeof QUOTATION_LINES)[number]

const MARK = /''|["“”\n]/g
const LETTER = /\p{L}/gu

/** For every UTF-16 unit, whether it stands inside double quotation marks (1) or not (0); a paragraph's end closes. */
export function quotedUnits(text: string): Uint8Array {
  const units = new Uint8Array(text.length)
  let inside = false
  let from = 0
  for (const mark of text.matchAll(MARK)) {
    if (inside) units.fill(1, from, mark.index + mark[0].length)
    from = mark.index + mark[0].length
    inside = mark[0] === "“" || ((mark[0] === "''" || mark[0] === '"') && !inside)
  }
  if (inside) units.fill(1, from)
  return units
}

/** Direct: at least 98 % of the content's letters stand inside double quotation marks; mixed: some; indirect: none. */
export function quotationLines(gold: RoleSpans, text: string, quoted: Uint8Array): QuotationLine[] {
  const letters = gold.content.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(LETTER)].map((letter) => quoted[start + letter.index]!),
  )
  const share = letters.length ? letters.reduce((sum, inside) => sum + inside, 0) / letters.length : 0
  const kind = share >= 0.98 ? "direct" : share ? "mixed" : "indirect"
  return gold.source.length ? [kind] : [kind, "no source"]
}
