import type { Token } from "./tokens.ts"

/** How many units are meant: "X" for "several", "a few". Null when no number was among the tokens. */
export function countOf(tokens: readonly Token[]): number | "X" | null {
  if (tokens.some(({ kind, value }) => kind === "vague" || (kind === "and" && value === "or"))) return "X"
  const numbers = tokens.filter(({ kind }) => NUMBERS.has(kind)).map(({ value }) => Number(value.replaceAll(",", "")))
  if (numbers.length > 0) return sumOf(numbers)
  return tokens.some(({ kind, value }) => kind === "article" || value === "another") ? 1 : null
}

const NUMBERS = new Set(["number", "day-number", "figure", "year-number"])

/** "two hundred and ten": what is smaller than the number after it multiplies it. Null for what is no number. */
function sumOf(numbers: readonly number[]): number | null {
  let sum = 0
  let group = 0
  for (const number of numbers) {
    if (number >= 100 && group > 0 && number > group) group *= number
    else group += number
    if (number >= 1000) [sum, group] = [sum + group, 0]
  }
  const total = sum + group
  return Number.isFinite(total) ? total : null
}

/** TIMEX3 value of a length: "P3D", "PT2H", "PXM". */
export function lengthValue(count: number | "X", unit: string): string {
  const time = unit.startsWith("T")
  const letter = unit.at(-1)!
  if (count === "X") return time ? `PTX${letter}` : `PX${VAGUE_UNITS[unit] ?? letter}`
  return `P${time ? "T" : ""}${count * (Number.parseInt(unit, 10) || 1)}${letter}`
}

const VAGUE_UNITS: Readonly<Record<string, string>> = { "10Y": "DE", "100Y": "CE" }
