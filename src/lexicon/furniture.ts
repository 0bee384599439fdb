import { CounterclaimError } from "../model/error.ts"
import { readTable } from "./data.ts"

export const FURNITURE_SCOPES = ["line", "block", "rest"] as const
/** What goes with the line: nothing; the short lines that follow; all that follows. */
export type FurnitureScope = (typeof FURNITURE_SCOPES)[number]
export type Furniture = Readonly<{ reason: string; scope: FurnitureScope }>
export type FurnitureTable = Readonly<{
  /** What a line is when it is nothing but furniture; null for any other line. */
  find(line: string): Furniture | null
}>

type Rule = Furniture & Readonly<{ pattern: RegExp }>

/** Longer lines are prose, but for the long sentences of cookie notes. */
const MOST_WORDS = 25
const LONGEST = 500
const ANY_WORD = ""
/** Headlines and buttons are no sentences: "More from the minister came on Friday." is none of them. */
const LINKS = new Set(["related links", "share bar"])

/**
 * The lines that sites print around articles. A pattern is a whole line in lower case, without the
 * punctuation at its ends; `*` stands for anything and `#` for a number.
 * Throws `lexicon/unknown-scope`, and like `readTable`.
 */
export function readFurniture(): FurnitureTable {
  const whole = new Map<string, Furniture>()
  const rules = new Map<string, Rule[]>()
  for (const { cells, where } of readTable("en/furniture.tsv", 3)) {
    const pattern = cells[0]!
    const furniture = { reason: cells[1]!, scope: scopeOf(cells[2]!, where) }
    if (!/[*#]/.test(pattern)) whole.set(pattern, furniture)
    else {
      const first = firstWord(pattern)
      const key = /[*#]/.test(first) ? ANY_WORD : first
      rules.set(key, [...(rules.get(key) ?? []), { ...furniture, pattern: toPattern(pattern) }])
    }
  }
  return { find: (line) => (line.length > LONGEST ? null : findIn(whole, rules, line)) }
}

function findIn(
  whole: ReadonlyMap<string, Furniture>,
  rules: ReadonlyMap<string, readonly Rule[]>,
  raw: string,
): Furniture | null {
  const line = foldLine(raw)
  if (line === "") return null
  const isSentence = /[.]["'”’]?$/.test(raw.trimEnd()) && !raw.includes("...") && line.split(" ").length >= 5
  const isLong = line.split(" ").length > MOST_WORDS
  const matches = ({ pattern, reason }: Rule) =>
    (!isLong || reason === "cookie note") && !(isSentence && LINKS.has(reason)) && pattern.test(line)
  const found = whole.get(line) ?? rules.get(firstWord(line))?.find(matches) ?? rules.get(ANY_WORD)?.find(matches)
  return found ? { reason: found.reason, scope: found.scope } : null
}

/** The first word without the punctuation after it: "copyright #" and "copyright, 2023" share theirs. */
const firstWord = (line: string): string => {
  const space = line.indexOf(" ")
  return (space < 0 ? line : line.slice(0, space)).replace(/[:,.]+$/, "")
}

/** A line as the patterns have it: lower case, straight quotation marks, single spaces, bare ends. */
export const foldLine = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, " ")
    .replace(/^[\s•·▪►▶»›>|*–—-]+|[\s.…:!?*»›>→|•·▼▾↓–—-]+$/g, "")

const toPattern = (pattern: string): RegExp => {
  const parts = pattern.replace(/[.+?^${}()|[\]\\/]/g, "\\$&").replace(/ ?\*/g, ".*")
  return new RegExp(`^${parts.replace(/#/g, "\\d[\\d.,]*[km]?")}$`)
}

function scopeOf(scope: string, where: string): FurnitureScope {
  const known = FURNITURE_SCOPES.find((name) => name === scope)
  if (known) return known
  throw new CounterclaimError({
    code: "lexicon/unknown-scope",
    what: `"${scope}" is no scope of furniture`,
    where,
    fix: `use one of: ${FURNITURE_SCOPES.join(", ")}`,
  })
}
