import { monthValue, quarterValue, yearValue } from "../calendar.ts"
import type { Meaning, Rule, Surroundings } from "../rule.ts"
import { numberOf, pattern, tokenOf } from "../rule.ts"
import type { Token } from "../tokens.ts"
import { isMonth } from "./days.ts"
import { EDGE, MONTH, SEASON } from "./parts.ts"

const OF_YEAR =
  "(?:{comma}?{of}?{fiscal}?{year-number}|{of}?{last|next|this}{unit}|{of}{the}{unit}(?!{hyphen|of|earlier|later|ago|unit|before}))"
const QUARTER = "{ordinal}{hyphen}?{fiscal}?{unit}"

/** Months, seasons, quarters and halves of years that are named or numbered. */
export const STRETCHES: readonly Rule[] = [
  {
    name: "month",
    says: "a month",
    pattern: pattern(`${EDGE}?{last|next|this|previous|following}?${MONTH}${OF_YEAR}?`),
    mean: (matched, around) => month(matched, around),
  },
  {
    name: "season",
    says: "a season",
    pattern: pattern(`${EDGE}?{the}?{last|next|this|previous|following}?${SEASON}(?:${OF_YEAR}|{units})?`),
    mean: (matched, around) => season(matched, around),
  },
  {
    name: "quarter",
    says: "a quarter of a year",
    pattern: pattern(`${EDGE}?{the}?(?:{fiscal}?{year-number}{possessive}?|{last|next|this}{unit}{possessive}|{fiscal})?${QUARTER}${OF_YEAR}?`), // biome-ignore format: one pattern
    mean: (matched, around) => quarter(matched, around),
  },
  {
    name: "quarter-name",
    says: "a quarter or half of a year",
    pattern: pattern("{quarter-name}(?:{comma}?{of}?{fiscal}?{year-number})?|{year-number}{quarter-name}"),
    mean: (matched, around) => quarterName(matched, around),
  },
  {
    name: "quarter-a-year-ago",
    says: "a quarter, a year before the one named",
    pattern: pattern(`{the|article}{unit}{hyphen}?{ago|earlier}${QUARTER}`),
    mean: (matched, around) => quarter(matched, around),
  },
  {
    name: "half",
    says: "a half of a year",
    pattern: pattern(`{the}?{year-number}?{ordinal|last|latest}{hyphen}?{half}${OF_YEAR}?`),
    mean: (matched, around) => half(matched, around),
  },
]

const date = (value: string | null, precision: Meaning["precision"], how?: string): Meaning => ({
  type: "DATE",
  value,
  precision,
  ...(how ? { how } : {}),
})

const UNKNOWN = "the day of writing is not known"

/** The year that stands with it, as a number or as "last year"; undefined when none does. */
function yearWith(matched: readonly Token[], { anchor }: Surroundings): number | null | undefined {
  const number = numberOf(matched, "year-number")
  if (number !== null) return number
  const at = matched.findIndex(({ kind, value }) => kind === "unit" && value === "Y")
  const moved = matched[at - 1]?.kind
  if (moved !== "last" && moved !== "next" && moved !== "this" && (moved !== "the" || matched[at - 2]?.kind !== "of"))
    return undefined
  return anchor && anchor.year + (moved === "last" ? -1 : moved === "next" ? 1 : 0)
}

/**
 * `near`: as long as the last one is no farther back than this, it is meant, whatever the tense; `soon`: so near, the
 * next one is.
 */
type Cycle = Readonly<{ here: number; index: number; length: number; near: number; soon: number }>

/** Of what comes round again (months of a year), the one meant, counted as `here` is. */
function comesRound(
  { here, index, length, near, soon }: Cycle,
  moved: string | undefined,
  around: Surroundings,
): number {
  const back = (((here - index) % length) + length) % length
  const next = here + ((length - back) % length)
  if (moved === "last" || moved === "previous") return here - (back || length)
  if (moved === "next" || moved === "following") return next === here ? here + length : next
  if (moved === "this") return Math.floor(here / length) * length + index
  if (back <= near) return here - back
  // In late October "November" is to come, whatever the tense.
  if (back >= length - soon) return next
  const direction = isName(around) ? 0 : around.direction()
  return direction > 0 || (direction === 0 && back > (length * 3) / 4) ? next : here - back
}

/** "a June agreement": the tense does not tell of it. */
const isName = ({ tokens, from }: Surroundings): boolean =>
  tokens[from - 1]?.kind === "article" || tokens[from - 1]?.kind === "the" || tokens[from]?.kind === "the"

const movedBy = (matched: readonly Token[]): string | undefined => tokenOf(matched, "last", "next", "this", "previous", "following")?.kind // biome-ignore format: one step

function month(matched: readonly Token[], around: Surroundings): Meaning | null {
  const named = tokenOf(matched, "month", "doubtful-month", "short-month")!
  const index = Number(named.value) - 1
  const year = yearWith(matched, around)
  if (year !== undefined)
    return date(year === null ? null : monthValue(year * 12 + index), "month", "its year stands with it")
  if (named.kind === "short-month" && !tokenOf(matched, "dot")) return null
  const before = matched[0] === named ? around.tokens[around.from - 1]?.kind : "edge"
  if (named.kind === "doubtful-month" && !MAY_STAND_BEFORE.has(before ?? "") && !endsRange(around)) return null
  const here = around.anchor?.month ?? null
  if (here === null) return date(null, "month", UNKNOWN)
  return date(monthValue(comesRound({ here, index, length: 12, near: 2, soon: 2 }, movedBy(matched), around)), "month", "the likeliest year by the day of writing and the tense") // biome-ignore format: one step
}

/** "January-March", "the January-to-March rise". */
const endsRange = ({ tokens, from }: Surroundings): boolean => {
  const before = tokens[from - 1]?.kind === "hyphen" ? tokens[from - 2] : undefined
  return before !== undefined && (before.kind === "to" || isMonth(before))
}

const MAY_STAND_BEFORE = new Set(["preposition", "to", "and", "of", "edge", "bound", "earlier", "later", "before", "last", "next", "this", "the", "every"]) // biome-ignore format: one list

const SEASONS = ["SP", "SU", "FA", "WI"]

function season(matched: readonly Token[], around: Surroundings): Meaning | null {
  const named = tokenOf(matched, "season", "doubtful-season")!
  const year = yearWith(matched, around)
  const last = matched.at(-1) === named
  if (named.kind === "doubtful-season" && year === undefined && last && !isSeason(matched, around)) return null
  if (year !== undefined)
    return date(year === null ? null : `${yearValue(year)}-${named.value}`, "season", "its year stands with it")
  const here = around.anchor?.month ?? null
  if (here === null) return date(null, "season", UNKNOWN)
  // Spring begins in March: seasons counted as quarters that begin two months late.
  const found = comesRound({ here: Math.floor((here - 2) / 3), index: SEASONS.indexOf(named.value), length: 4, near: 0, soon: 0 }, movedBy(matched), around) // biome-ignore format: one step
  const of = yearValue(Math.floor(found / 4))
  return date(of && `${of}-${named.value}`, "season", "the likeliest year by the day of writing and the tense") // biome-ignore format: one step
}

/** "the fall of the wall", "prices fall", "to spring": a verb, or no time. */
function isSeason(matched: readonly Token[], { tokens, from, to }: Surroundings): boolean {
  if (matched.some(({ kind }) => kind === "last" || kind === "this" || kind === "next")) return true
  if (tokens[to]?.kind === "of" || (tokens[to]?.kind === "preposition" && tokens[to]?.value === "in")) return false
  return matched.length > 1 || tokens[from - 1]?.kind === "preposition"
}

function quarter(matched: readonly Token[], around: Surroundings): Meaning | null {
  const ordinal = numberOf(matched, "ordinal")!
  const at = matched.findIndex(({ kind }) => kind === "ordinal")
  if (tokenOf(matched.slice(at), "unit")?.value !== "Q" || ordinal > 4) return null
  const year = yearWith(matched, around)
  if (year !== undefined)
    return date(year === null ? null : quarterValue(year * 4 + ordinal - 1), "quarter", "its year stands with it")
  const here = around.anchor?.quarter ?? null
  if (here === null) return date(null, "quarter", UNKNOWN)
  const found = comesRound({ here, index: ordinal - 1, length: 4, near: 1, soon: 0 }, undefined, around)
  const ago = tokenOf(matched, "ago", "earlier") ? 4 : 0
  return date(quarterValue(found - ago), "quarter", "the likeliest year by the day of writing and the tense")
}

/** "Q3", "Q3 2015", "H1 2020". */
function quarterName(matched: readonly Token[], around: Surroundings): Meaning | null {
  const named = tokenOf(matched, "quarter-name")!.value
  const index = Number(named.slice(1)) - 1
  const year = numberOf(matched, "year-number")
  if (named.startsWith("h")) return year !== null && index < 2 ? date(`${yearValue(year)}-H${index + 1}`, "year") : null
  if (year !== null) return date(quarterValue(year * 4 + index), "quarter", "its year stands with it")
  const here = around.anchor?.quarter ?? null
  if (here === null) return date(null, "quarter", UNKNOWN)
  const found = comesRound({ here, index, length: 4, near: 1, soon: 0 }, undefined, around)
  return date(quarterValue(found), "quarter", "the likeliest year by the day of writing and the tense")
}

function half(matched: readonly Token[], around: Surroundings): Meaning | null {
  const named = numberOf(matched, "ordinal") ?? 2
  const year = yearWith(matched, around)
  if (named > 2 || (year === undefined && !isOfMoney(matched, around))) return null
  const of = year ?? around.anchor?.year
  return date(of ? `${yearValue(of)}-H${named}` : null, "year", of ? undefined : UNKNOWN)
}

/** "First-half profit", "for the first half", where sums of money stand near; "a first-half goal" is of another kind. */
const isOfMoney = (matched: readonly Token[], { tokens, from, to }: Surroundings): boolean =>
  matched.some(({ kind }) => kind === "hyphen" || kind === "the") &&
  tokens.slice(Math.max(0, from - FAR), to + FAR).some(({ kind }) => kind === "currency")

const FAR = 20
