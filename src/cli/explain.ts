import type { FactEvidence, Removed } from "../model/document.ts"
import type { Entry } from "../model/ledger.ts"
import { plainLine } from "./plain.ts"
import { rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"

type Part = Readonly<{ text: string; reason: string; score: number | null; kept: boolean }>

/** Each part of the input in its order, kept or dropped, with score and reason; below them what each fact rests on. */
export function explained({ reading, text }: Entry, screen: Screen): string[] {
  const rows = partsOf(reading.removed, reading.blocks, text.value).map((part) => partLines(part, screen))
  const facts = reading.evidence.map((evidence) => factLines(evidence, screen))
  return [
    ...(rows.length > 0 ? rows.flat() : [screen.style.dim("The text was taken as it is.")]),
    ...(facts.length > 0 ? ["", screen.style.bold("Where the facts come from:"), ...facts.flat()] : []),
  ]
}

type Kept = Readonly<{ start: number; end: number; reason: string; score: number | null }>

function partsOf(removed: readonly Removed[], blocks: readonly Kept[], text: string): Part[] {
  const parts: Part[] = []
  let next = 0
  for (const block of blocks) {
    // What was removed stands at the end of the kept part before it.
    for (; next < removed.length && removed[next]!.at <= block.start; next++)
      parts.push({ ...removed[next]!, kept: false })
    parts.push({ ...block, text: text.slice(block.start, block.end), kept: true })
  }
  return [...parts, ...removed.slice(next).map((one) => ({ ...one, kept: false }))]
}

function partLines({ text, reason, score, kept }: Part, { columns, style }: Screen): string[] {
  const width = Math.min(24, Math.floor(columns / 4))
  return rowLines([
    { text: kept ? "kept" : "dropped", width: 7, paint: kept ? style.bold : style.yellow },
    { text: score === null ? "-" : score.toFixed(3), width: 5, right: true },
    { text: reason, width, paint: style.dim },
    { text: plainLine(text), width: Math.max(10, columns - width - 18) },
  ])
}

function factLines({ field, value, from, taken, why }: FactEvidence, { columns, style }: Screen): string[] {
  const width = Math.min(24, Math.floor(columns / 4))
  const said = plainLine(why === null ? value : `${value} (${why})`)
  return rowLines([
    { text: field, width: 9, paint: taken ? style.bold : style.dim },
    { text: taken ? "taken" : "not", width: 5 },
    { text: from, width, paint: style.dim },
    { text: said, width: Math.max(10, columns - width - 20) },
  ])
}
