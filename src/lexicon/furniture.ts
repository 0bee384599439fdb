import { CounterclaimError } from "../model/error.ts"
import { readTable } from "./data.ts"

export const FURNITURE_SCOPES = ["line", "block", "rest"] as const
/** What goes with the line: nothing; the short lines that follow; all that follows. */
export type FurnitureScope = (typeof FURNITURE_SCOPES)[number]
export type Furniture = Readonly<{ reason: string; scope: FurnitureScope }>
export type FurnitureTable = Readonly<{
  /** What a line is when it is nothing but furniture; null for any other line. `folded` spares folding it again. */
  find(line: string, folded?: string): Furniture | null
}>

/** `holds`: letters that every line of this pattern has; looked for first, as that is quicker. `first`: what it begins with. */
type Rule = Furniture & Readonly<{ pattern: RegExp; holds: string; first: string }>

/** Longer lines are prose, but for the long sentences of cookie notes. */
const MOST_WORDS = 25
const LONGEST = 500
const ANY_WORD = ""
/** Headlines and buttons are no sentences: "More from the minister came on Friday." is none of them. */
const LINKS = new Set(["related links", "share bar"])

/**
 * The lines that sites print around articles. A pattern is a whole line in lower case, without the
 * punctuation at its ends; `*` stands for anything and `№` for a number.
 * Throws `lexicon/unknown-scope`, and like `readTable`.
 */
export function readFurniture(): FurnitureTable {
  const whole = new Map<string, Furniture>()
  const rules = new Map<string, Rule[]>()
  for (const { cells, where } of readTable("en/furniture.tsv", 3)) {
    const pattern = cells[0]!
    const furniture = { reason: cells[1]!, scope: scopeOf(cells[2]!, where) }
    if (!/[*№]/.test(pattern)) whole.set(pattern, furniture)
    else {
      const first = firstWord(pattern)
      const key = /[*№]/.test(first) ? ANY_WORD : first
      rules.set(key, [
        ...(rules.get(key) ?? []),
        { ...furniture, pattern: toPattern(pattern), holds: longestPart(pattern), first: pattern[0]! },
      ])
    }
  }
  const anyWord = rules.get(ANY_WORD) ?? []
  const mayHold = beginnings(anyWord)
  return {
    find: (line, folded) =>
      line.length > LONGEST ? null : findIn({ whole, rules, anyWord, mayHold }, line, folded ?? foldLine(line)),
  }
}

type Table = Readonly<{
  whole: ReadonlyMap<string, Furniture>
  rules: ReadonlyMap<string, readonly Rule[]>
  /** Those whose first word may be any, and whether a line may hold the letters of one of them. */
  anyWord: readonly Rule[]
  mayHold: (line: string) => boolean
}>

/** How many letters of what a rule holds are looked for first, all rules at once. */
const KEY = 4

/** Whether a line may be of one of the rules: by its first character or, where that may be any, by letters in it, in one walk. */
function beginnings(rules: readonly Rule[]): (line: string) => boolean {
  const isKnown = new Uint8Array(65536)
  const place = (key: number) => (Math.imul(key, 0x9e3779b1) >>> 16) & 65535
  const begins = new Set<string>()
  for (const { first, holds } of rules) {
    if (first === "№") for (const digit of "0123456789") begins.add(digit)
    else if (first !== "*") begins.add(first)
    else isKnown[place(keyOf(holds))] = 1
  }
  const isAny = rules.some(({ first, holds }) => first === "*" && holds.length < KEY)
  return (line) => {
    if (isAny || begins.has(line[0]!)) return true
    let key = 0
    for (let i = 0; i < line.length; i++) {
      key = (key << 8) ^ line.charCodeAt(i)
      if (i >= KEY - 1 && isKnown[place(key)] === 1) return true
    }
    return false
  }
}

function keyOf(letters: string): number {
  let key = 0
  for (let i = 0; i < Math.min(KEY, letters.length); i++) key = (key << 8) ^ letters.charCodeAt(i)
  return key
}

function findIn({ whole, rules, anyWord, mayHold }: Table, raw: string, line: string): Furniture | null {
  if (line === "") return null
  const matches = ({ pattern, reason, holds }: Rule) =>
    line.includes(holds) &&
    pattern.test(line) &&
    (reason === "cookie note" || !isLong(line)) &&
    !(LINKS.has(reason) && isSentence(raw, line))
  const found =
    whole.get(line) ?? rules.get(firstWord(line))?.find(matches) ?? (mayHold(line) ? anyWord.find(matches) : undefined)
  return found ? { reason: found.reason, scope: found.scope } : null
}

const isLong = (line: string): boolean => line.split(" ").length > MOST_WORDS
const isSentence = (raw: string, line: string): boolean =>
  /[.]["'”’]?$/.test(raw.trimEnd()) && !raw.includes("...") && line.split(" ").length >= 5
const longestPart = (pattern: string): string =>
  pattern.split(/[*№]/).reduce((longest, part) => (part.trim().length > longest.length ? part.trim() : longest), "")

/** The first word without the punctuation after it: "copyright №" and "copyright, 2023" share theirs. */
const firstWord = (line: string): string => {
  const space = line.indexOf(" ")
  let end = space < 0 ? line.length : space
  while (end > 0 && COLON_COMMA_STOP.includes(line[end - 1]!)) end--
  return line.slice(0, end)
}
const COLON_COMMA_STOP = ":,."

/** Bits of `MARKS`: white space and curly quotation marks; what may stand before a line; what may stand after. */
const ODD = 1
const BEFORE = 2
const AFTER = 4
const MARKS = Uint8Array.from({ length: 65536 }, (_, unit) => {
  const mark = String.fromCharCode(unit)
  const odd = unit !== 32 && /[\s‘’“”]/.test(mark) ? ODD : 0
  return odd | (/[\s•·▪►▶»›>|*–—-]/.test(mark) ? BEFORE : 0) | (/[\s.…:!?*»›>→|•·▼▾↓–—-]/.test(mark) ? AFTER : 0)
})

/** A line as the patterns have it: lower case, straight quotation marks, single spaces, bare ends. */
export function foldLine(line: string): string {
  const folded = single(line.toLowerCase())
  let start = 0
  let end = folded.length
  while (start < end && (MARKS[folded.charCodeAt(start)]! & BEFORE) !== 0) start++
  while (end > start && (MARKS[folded.charCodeAt(end - 1)]! & AFTER) !== 0) end--
  return folded.slice(start, end)
}

function single(line: string): string {
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i)
    if ((MARKS[unit]! & ODD) !== 0 || (unit === 32 && line.charCodeAt(i + 1) === 32))
      return line.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, " ")
  }
  return line
}

const toPattern = (pattern: string): RegExp => {
  const parts = pattern.replace(/[.+?^${}()|[\]\\/]/g, "\\$&").replace(/ ?\*/g, ".*")
  return new RegExp(`^${parts.replace(/№/g, "\\d[\\d.,]*[km]?")}$`)
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
