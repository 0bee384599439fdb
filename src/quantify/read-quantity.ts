import type { Effect, QuantityLexicon, Unit } from "../lexicon/quantities.ts"
import { type PrintedNumber, readNumber } from "./read-number.ts"
import type { Tokens } from "./token.ts"

/** A quantity with its modifiers: tokens [from, to), the number itself [core, to of it), the unit's words up to `after`. */
export type Quantity = Readonly<{
  from: number
  core: number
  to: number
  /** Token after the unit, or `to`. */
  after: number
  low: number | null
  high: number | null
  about: boolean
  /** How open ends came about: "above" and "below" leave the number itself out. */
  effects: ReadonlySet<Effect>
  unit: Unit | null
  kind: PrintedNumber["kind"]
  digits: boolean
  isRange: boolean
}>

/** The quantity that begins at a token; null when none does. */
export function readQuantity(tokens: Tokens, lexicon: QuantityLexicon, from: number): Quantity | null {
  const { words } = tokens
  const effects = new Set<Effect>()
  let [core, opens] = [from, from]
  for (let found = lexicon.before.at(words, core)[0]; found; found = lexicon.before.at(words, core)[0]) {
    if (found.value === "exact" && effects.size === 0) opens = core + found.words.length
    else effects.add(found.value)
    core += found.words.length
  }
  const between = words[core] === "between" || words[core] === "from"
  const sign = (at: number) => lexicon.units.at(words, at).find(({ value }) => value.kind === "sign")
  const start = between ? core + 1 : core
  const currency = sign(start)
  const at = start + (currency?.words.length ?? 0)
  if (at >= words.length) return null
  // "some of", "about the": a modifier without a number.
  const first = readNumber({ tokens, lexicon, money: currency !== undefined }, at)
  if (!first) return null
  const second = readSecond({ tokens, lexicon, at: first.to, first, between, money: currency !== undefined })
  if (between && !second) return null
  const last = second ?? first
  const unit = currency?.value ?? unitAt(tokens, lexicon, last.to)?.value ?? null
  const unitEnd = currency ? last.to : last.to + (unitAt(tokens, lexicon, last.to)?.length ?? 0)
  const inches = second || currency ? null : inchesAfter(tokens, { unit, at: unitEnd })
  if (inches) return { ...inchesQuantity({ from: at, core: at, low: first.low + inches.feet, unit, to: inches.to }) }
  const after = lexicon.after.at(words, last.to)[0] ?? lexicon.after.at(words, unitEnd)[0]
  if (after) effects.add(after.value)
  const isAfterUnit = after !== undefined && lexicon.after.at(words, last.to).length === 0
  const to = after ? (isAfterUnit ? unitEnd : last.to) + after.words.length : last.to
  return {
    from: effects.size > (after ? 1 : 0) || between ? opens : at - (currency?.words.length ?? 0),
    core: at,
    to,
    after: Math.max(to, unitEnd),
    ...bounds(first, second, effects, isBelowZero(tokens, at, unit) ? -1 : 1),
    effects,
    unit,
    kind: last.kind,
    digits: first.digits,
    isRange: second !== null,
  }
}

type Second = Readonly<{
  tokens: Tokens
  lexicon: QuantityLexicon
  at: number
  first: PrintedNumber
  between: boolean
  money: boolean
}>

/** The upper end of a range: "to 16,000", "-30", "or three", and "and 16,000" after "between". */
function readSecond({ tokens, lexicon, at, first, between, money }: Second): PrintedNumber | null {
  const { words, list } = tokens
  if (first.kind !== "number") return null
  // "24- to 30-foot": the hyphen hangs on the first.
  let index = words[at] === "-" && words[at + 1] === "to" ? at + 1 : at
  // "5 km to 10 km", "$3 million to $4 million"
  const unit = unitAt(tokens, lexicon, index)
  if (unit && /^(?:to|and|or)$/.test(words[index + unit.length] ?? "") && unit.value.kind !== "time")
    index += unit.length
  const joint = words[index]
  const joins = between
    ? joint === "and" || joint === "to"
    : joint === "to" || joint === "or" || joint === "-" || joint === "–" || joint === "—"
  if (!joins) return null
  const sign = lexicon.units.at(words, index + 1).find(({ value }) => value.kind === "sign")
  const second =
    index + 1 + (sign?.words.length ?? 0) < list.length
      ? readNumber({ tokens, lexicon, money: money || sign !== undefined }, index + 1 + (sign?.words.length ?? 0))
      : null
  if (second?.kind !== "number" || second.high === null) return null
  const low = second.scale > first.scale && first.low < second.low / second.scale ? first.low * second.scale : first.low
  if (!(low < second.high)) return null
  // "15 or 16", "two or three", but not "one or 200".
  if (joint === "or" && second.high > 2 * low + 2) return null
  return { ...second, low }
}

/** Words that may stand between a number and its unit: "352 net yards", "thousands of dollars". */
const BEFORE_UNIT =
  /^(?:of|net|us|more|full|additional|australian|canadian|american|metric|straight|total|vertical|passing|rushing|receiving)$/

/** The unit at a token, a hyphen before it aside; `length` counts both. Null when there is none. */
export function unitAt(
  { words }: Tokens,
  lexicon: QuantityLexicon,
  at: number,
): { value: Unit; length: number } | null {
  for (const skip of words[at] === "-" || BEFORE_UNIT.test(words[at] ?? "") ? [0, 1] : [0]) {
    const found = lexicon.units.at(words, at + skip).find(({ value }) => value.kind !== "sign")
    const isNear = skip === 0 || words[at] === "-" || found?.value.kind !== "time"
    if (found && isNear) return { value: found.value, length: found.words.length + skip }
  }
  return null
}

type Bounds = Pick<Quantity, "low" | "high" | "about">

type Inches = Readonly<{ feet: number; to: number }>

/** "5 - foot - 8", "6 feet 2", "6ft 2in": the inches that follow feet; null when none do. */
function inchesAfter(
  { list, words }: Tokens,
  { unit, at }: Readonly<{ unit: Unit | null; at: number }>,
): Inches | null {
  if (unit?.unit !== "feet") return null
  const index = words[at] === "-" ? at + 1 : at
  const [digits, inches] = [list[index], Number(words[index])]
  if (digits?.kind !== "digits" || !Number.isInteger(inches) || inches >= 12) return null
  const isNamed = /^(?:in|inch|inches|")$/.test(words[index + 1] ?? "")
  if (index === at && !isNamed) return null
  return {
    feet: Math.round((100 * inches) / 12) / 100,
    to: isNamed && words[index + 1] !== "in" ? index + 2 : index + 1,
  }
}

type Exact = Readonly<{ from: number; core: number; to: number; low: number; unit: Unit | null }>

const inchesQuantity = ({ from, core, to, low, unit }: Exact): Quantity => ({
  from,
  core,
  to,
  after: to,
  low,
  high: low,
  about: false,
  effects: new Set(),
  unit,
  kind: "number",
  digits: true,
  isRange: false,
})

const MAY_BE_NEGATIVE: ReadonlySet<Unit["kind"]> = new Set(["rate", "distance", "share"])

/** "minus 12 degrees", "for - 2 yards", "a change of -3%", but not "12 - 2 yards". */
function isBelowZero({ words, list }: Tokens, at: number, unit: Unit | null): boolean {
  if (!unit || !MAY_BE_NEGATIVE.has(unit.kind)) return false
  if (words[at - 1] === "minus") return true
  const before = list[at - 2]
  if (!/^[-−–]$/.test(words[at - 1] ?? "") || !before || before.kind === "digits") return false
  // "F-16 miles" and "fly - 2 km": only a hyphen that hangs on the number, or one after a little word.
  return (
    (list[at]!.glued && !list[at - 1]!.glued) || /^(?:for|of|to|at|was|is|by|from|gained|lost|a)$/.test(before.word)
  )
}

function bounds(
  first: PrintedNumber,
  second: PrintedNumber | null,
  effects: ReadonlySet<Effect>,
  sign: 1 | -1,
): Bounds {
  if (sign < 0 && !second && effects.size === 0)
    return { low: -first.low, high: -(first.high ?? first.low), about: first.about }
  const low = second?.low ?? first.low
  const high = second ? second.high : first.high
  const about = effects.has("about") || first.about
  if (second) return { low, high, about }
  if (effects.has("above") || effects.has("from")) return { low, high: null, about }
  if (effects.has("below") || effects.has("upto")) return { low: null, high: high ?? low, about }
  return { low, high, about }
}
