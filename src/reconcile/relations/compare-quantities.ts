import type { RelationLexicon } from "../../lexicon/relations.ts"
import type { Quantity } from "./claim.ts"

/** How two quantities stand to each other: the same value, one open or rounder and both possible, or no value in common. */
export const AGREEMENTS = ["equal", "overlap", "apart"] as const
export type Agreement = (typeof AGREEMENTS)[number]

export type QuantityPair = Readonly<{
  left: Quantity
  right: Quantity
  agreement: Agreement
  /** Whether both measure the same thing. */
  sameMeasure: boolean
  /** Right over left, at most 1: 1 for the same value. */
  ratio: number
  converted: boolean
}>

/** The pair of quantities that are likest in kind, then in value; null when no two can be compared. */
export function compareQuantities(
  left: readonly Quantity[],
  right: readonly Quantity[],
  lexicon: RelationLexicon,
): QuantityPair | null {
  const pairs = left.flatMap((one) => right.flatMap((other) => compareTwo(one, other, lexicon) ?? []))
  const rank = ({ sameMeasure, agreement, ratio }: QuantityPair) =>
    (sameMeasure ? 4 : 0) + (agreement === "equal" ? 2 : agreement === "overlap" ? 1 : 0) + ratio
  return pairs.sort((a, b) => rank(b) - rank(a))[0] ?? null
}

type Interval = Readonly<{ low: number; high: number; dimension: string; converted: string | null }>

function compareTwo(left: Quantity, right: Quantity, lexicon: RelationLexicon): QuantityPair | null {
  const [a, b] = [toInterval(left, lexicon), toInterval(right, lexicon)]
  if (a.dimension !== b.dimension) return null
  const [x, y] = [centre(a), centre(b)]
  const ratio = x === y ? 1 : Math.max(0, Math.min(x, y) / Math.max(x, y))
  const converted = a.converted !== b.converted
  // Converted and round figures are the same within what rounding hides.
  const slack = converted || left.about || right.about ? 0.06 : 0.004
  const exact = left.low === left.high && right.low === right.high
  // "No more than nine" leaves nought open by the letter only.
  const nought = (one: Interval, open: Interval) =>
    one.high === 0 && open.low === Number.NEGATIVE_INFINITY && open.high > 0
  const lost = (one: Quantity, other: Quantity) => one.high === null && other.low === other.high && isBound(one, other)
  const agreement =
    lost(left, right) || lost(right, left)
      ? "overlap"
      : nought(a, b) || nought(b, a)
        ? "apart"
        : exact
          ? 1 - ratio <= slack
            ? "equal"
            : "apart"
          : meets(a, b, slack)
            ? ratio === 1 && a.low === b.low && a.high === b.high
              ? "equal"
              : "overlap"
            : "apart"
  return { left, right, agreement, sameMeasure: left.measure === right.measure, ratio, converted }
}

/** "More than 70" against "70": mostly one number that has lost its bound on the way, not two. */
const isBound = ({ low, unit }: Quantity, other: Quantity): boolean =>
  low !== null && unit === other.unit && (low - 1 === other.low || low === other.low)

const meets = (a: Interval, b: Interval, slack: number): boolean =>
  a.low <= b.high * (1 + slack) && b.low <= a.high * (1 + slack)

/** The value to compare by: the bound of an open interval. */
const centre = ({ low, high }: Interval): number =>
  low === Number.NEGATIVE_INFINITY ? high : high === Number.POSITIVE_INFINITY ? low : (low + high) / 2

function toInterval({ low, high, unit, of, measure }: Quantity, { conversions }: RelationLexicon): Interval {
  const shift = scaleOf(of)
  const conversion = conversions.get(unit ?? "") ?? volumeOf(of, conversions)
  const factor = conversion?.factor ?? 1
  const to = (value: number | null, open: number) => (value === null ? open : shift ? shift(value) : value * factor)
  const people = unit === "people" || unit === null
  const dimension =
    conversion?.dimension ?? (shift ? "temperature" : people ? "count" : `${measure === "share" ? "share" : unit}`)
  return {
    low: to(low, Number.NEGATIVE_INFINITY),
    high: to(high, Number.POSITIVE_INFINITY),
    dimension,
    converted: conversion ? unit : of && shift ? of : null,
  }
}

const scaleOf = (of: string | null): ((value: number) => number) | null =>
  /fahrenheit/i.test(of ?? "")
    ? (value) => ((value - 32) * 5) / 9
    : /celsius|centigrade/i.test(of ?? "")
      ? (value) => value
      : null

const volumeOf = (of: string | null, conversions: RelationLexicon["conversions"]) =>
  [...conversions].find(
    ([unit, { dimension }]) => dimension === "volume" && (of ?? "").toLowerCase().startsWith(unit),
  )?.[1]
