import { yearValue } from "../calendar.ts"
import { countOf } from "../count.ts"
import type { Meaning, Rule, Surroundings } from "../rule.ts"
import { numberOf, pattern, tokenOf } from "../rule.ts"
import type { Token } from "../tokens.ts"
import { EDGE } from "./parts.ts"

/** Years, decades and centuries that are named. */
export const YEARS: readonly Rule[] = [
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
    name: "decade-of",
    says: "a decade",
    pattern: pattern(
      "(?:(?<={the}){edge}{hyphen}?|{the}(?:{edge}{hyphen}?)?|{edge}{hyphen}){year-number|figure|day-number}{possessive}",
    ),
    mean: (matched, around) => apostrophed(matched, around),
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

const PLAIN_YEARS = [1900, 2059] as const

function year(matched: readonly Token[], around: Surroundings): Meaning | null {
  const { tokens, from, to } = around
  const number = numberOf(matched, "year-number")!
  const before = tokens[from - 1]?.kind
  const alone = matched.length === 1
  // "'88" but "the '12 Tall Trees'" and "in '60 Steps'".
  const short = matched.find(({ kind }) => kind === "year-number")!
  if (short.end - short.start < 4 && (tokens[to]?.kind === "name" || isCounted(tokens[to]))) return null
  if (before === "currency" || NO_YEAR.has(tokens[to]?.kind ?? "") || tokens[to]?.value === "%") return null
  const since = before === "hyphen" && SINCE.has(tokens[from - 2]?.value ?? "")
  if (alone && before === "hyphen" && tokens[from - 2]?.kind !== "year-number" && !since) return null
  const introduced = !alone || since || LEADS_TO_YEAR.has(before ?? "")
  if (!introduced && (number < PLAIN_YEARS[0] || number > PLAIN_YEARS[1])) return null
  const named = since || before === "preposition" || (before === "the" && isNear(number, around))
  if (alone && !named && isCounted(tokens[to])) return null
  return number < 1400 ? null : date(yearValue(number), "year")
}

const NO_YEAR: ReadonlySet<string> = new Set(["units", "currency", "zone"])

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
  if (isAge(around)) return null
  const bare = kind === "decade-number" && /^\d/.test(value)
  if (bare && matched.length === 1 && around.tokens[around.from - 1]?.kind !== "the") return null
  const ten = kind === "decade" ? Number(digits) : Number(digits[0])
  const doubtful = ten === 2 && (around.anchor?.year ?? 9999) >= 2020
  return doubtful ? date(null, "decade", "of this century or the last") : date(`${ten < 2 ? 20 : 19}${ten}`, "decade")
}

/** "the 1980's", "the mid-50's", "the late '60's". Null for what is no full ten, or somebody's age. */
function apostrophed(matched: readonly Token[], around: Surroundings): Meaning | null {
  const { value } = matched.at(-2)!
  if (!/^(?:1[5-9]|20)?[2-9]0$|^(?:19|20)[01]0$/.test(value) || isAge(around)) return null
  return date(value.length === 4 ? value.slice(0, 3) : `19${value[0]}`, "decade")
}

/** "in his mid-50s". */
const isAge = ({ tokens, from }: Surroundings): boolean => AGED.has(tokens[from - 1]?.value ?? "")
const AGED: ReadonlySet<string> = new Set(["his", "her", "their", "my", "our", "your"])

function century(matched: readonly Token[]): Meaning | null {
  const ordinal = numberOf(matched, "ordinal")!
  if (tokenOf(matched, "unit")!.value !== "100Y" || ordinal < 1 || ordinal > 30) return null
  return date(String(ordinal - 1).padStart(2, "0"), "century")
}
