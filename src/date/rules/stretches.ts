import { monthValue, quarterValue, yearValue } from "../calendar.ts"
import { countOf } from "../count.ts"
import type { Meaning, Rule, Surroundings } from "../rule.ts"
import { numberOf, pattern, tokenOf } from "../rule.ts"
import type { Token } from "../tokens.ts"
import { EDGE, MONTH, SEASON } from "./parts.ts"

const OF_YEAR =
  "(?:{comma}?{of}?{fiscal}?{year-number}|{of}?{last|next|this}{unit}|{of}{the}{unit}(?!{hyphen|of|earlier|later|ago|unit|before}))"
const QUARTER = "{ordinal}{hyphen}?{fiscal}?{unit}"

/** Months, seasons, quarters, halves, years, decades and centuries that are named or numbered. */
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
  {
    name: "year",
    says: "a year",
    pattern: pattern(`(?:${EDGE}{fiscal}?|{the}?{fiscal}{unit}?|{the}{unit})?{year-number}(?:{fiscal}{unit})?`),
    mean: (matched, around) => year(matched, around),
  },
  {
    name: "short-year",
    says: "a year, of the century of the year before it",
    pattern: pattern(`(?<={year-number}{hyphen}){day-number|figure}`),
    mean: ([token], { tokens, from }) => shortYear(token!.value, tokens[from - 2]!.value),
  },
  {
    name: "spoken-year",
    says: "a year in words",
    pattern: pattern(`(?:{the}?{unit})?{number}{hyphen}?{number}(?:{hyphen}?{number})?(?!{hyphen}?{unit|units})`),
    mean: (matched) => spokenYear(matched),
  },
  {
    name: "decade",
    says: "a decade",
    pattern: pattern(`(?:${EDGE}{the}?|{the}{edge}?{hyphen}?)?(?:{decade-number}|(?<={the}{edge}?{hyphen}?){decade})`),
    mean: (matched, around) => decade(matched, around),
  },
  {
    name: "century",
    says: "a century",
    pattern: pattern(`${EDGE}?{the}?{ordinal}{hyphen}?{unit}(?!{christian})`),
    mean: (matched) => century(matched),
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
  if (named.kind === "doubtful-month" && !MAY_STAND_BEFORE.has(before ?? "")) return null
  const here = around.anchor?.month ?? null
  if (here === null) return date(null, "month", UNKNOWN)
  return date(monthValue(comesRound({ here, index, length: 12, near: 2, soon: 2 }, movedBy(matched), around)), "month", "the likeliest year by the day of writing and the tense") // biome-ignore format: one step
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

const PLAIN_YEARS = [1900, 2059] as const

function year(matched: readonly Token[], around: Surroundings): Meaning | null {
  const { tokens, from, to } = around
  const number = numberOf(matched, "year-number")!
  const before = tokens[from - 1]?.kind
  const alone = matched.length === 1
  // "'88" but "the '12 Tall Trees'" and "in '60 Steps'".
  const short = matched.find(({ kind }) => kind === "year-number")!
  if (short.end - short.start < 4 && (tokens[to]?.kind === "name" || isCounted(tokens[to]))) return null
  if (before === "currency" || tokens[to]?.kind === "units" || tokens[to]?.kind === "currency" || tokens[to]?.kind === "zone" || tokens[to]?.value === "%") return null // biome-ignore format: one list
  if (
    alone &&
    before === "hyphen" &&
    tokens[from - 2]?.kind !== "year-number" &&
    !SINCE.has(tokens[from - 2]?.value ?? "")
  )
    return null
  const introduced = !alone || LEADS_TO_YEAR.has(before ?? "")
  if (!introduced && (number < PLAIN_YEARS[0] || number > PLAIN_YEARS[1])) return null
  if (alone && before !== "preposition" && isCounted(tokens[to]) && !(before === "the" && isNear(number, around)))
    return null
  return number < 1400 ? null : date(yearValue(number), "year")
}

/** "2000 houses", "and 2000 people". */
const isCounted = (next: Token | undefined): boolean =>
  next?.kind === "counted" || (next?.kind === "word" && next.value.endsWith("s"))

/** "pre-1970 cars". */
const SINCE: ReadonlySet<string> = new Set(["pre", "post"])

/** "the 2018 elections": so many years around the day of writing, and no round number. */
const ELECTIONS = 30

const isNear = (year: number, { anchor }: Surroundings): boolean =>
  anchor !== null && year % 100 !== 0 && Math.abs(year - anchor.year) <= ELECTIONS

const LEADS_TO_YEAR = new Set(["preposition", "to", "and", "of", "the", "earlier", "later", "before"])

function shortYear(value: string, before: string): Meaning | null {
  if (!/^\d\d$/.test(value)) return null
  const number = Number(before.slice(0, 2) + value)
  return number > Number(before) ? date(yearValue(number), "year") : null
}

function spokenYear(matched: readonly Token[]): Meaning | null {
  const [first = 0, ...rest] = matched.filter(({ kind }) => kind === "number").map(({ value }) => Number(value))
  const sum = rest.reduce((a, b) => a + b, 0)
  const said = tokenOf(matched, "unit")?.value === "Y" ? countOf(matched) : null
  if (typeof said === "number" && said >= 1000 && said < 2200) return date(yearValue(said), "year")
  if (tokenOf(matched, "unit") || first < 13 || first > 20 || sum < 10 || sum > 99 || rest[0]! < 10) return null
  return date(yearValue(first * 100 + sum), "year")
}

function decade(matched: readonly Token[], around: Surroundings): Meaning | null {
  const { kind, value } = tokenOf(matched, "decade-number", "decade")!
  const digits = /\d+/.exec(value)![0]
  // "the 1800s" are a century, "the 1900s" and "the 2000s" may be.
  if (/^1[0-8]00$/.test(digits)) return date(digits.slice(0, 2), "century")
  if (digits.length === 4) return date(digits.slice(0, 3), "decade")
  const bare = kind === "decade-number" && /^\d/.test(value)
  if (bare && matched.length === 1 && around.tokens[around.from - 1]?.kind !== "the") return null
  const ten = kind === "decade" ? Number(digits) : Number(digits[0])
  const doubtful = ten === 2 && (around.anchor?.year ?? 9999) >= 2020
  return doubtful ? date(null, "decade", "of this century or the last") : date(`${ten < 2 ? 20 : 19}${ten}`, "decade")
}

function century(matched: readonly Token[]): Meaning | null {
  const ordinal = numberOf(matched, "ordinal")!
  if (tokenOf(matched, "unit")!.value !== "100Y" || ordinal < 1 || ordinal > 30) return null
  return date(String(ordinal - 1).padStart(2, "0"), "century")
}
