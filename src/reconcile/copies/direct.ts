import type { PublishedDate } from "../../model/date.ts"
import type { Reuse } from "./compare.ts"
import { type CreditTables, findAgencyMarks, isCredited } from "./find-credits.ts"

/** What is asked of a document to tell whether it was there before another. */
export type Printed = Readonly<{
  text: string
  url: string | null
  publisher: string | null
  published: PublishedDate | null
}>

/** Which of two was there before: the one that the other took from. With the reasons for it, strongest first. */
export type Direction = Readonly<{ from: "left" | "right" | "undetermined"; because: readonly string[] }>

type Hint = Readonly<{ from: "left" | "right"; weight: number; says: string }>
type Side = "left" | "right"

/** A credit tells more than a date, which tells more than form; form alone tells when both kinds agree. */
const WEIGHT = { credit: 3, link: 3, date: 2, damagedQuotes: 1, part: 1 } as const
const ENOUGH = 2

/** A text nearly all of which stands in one that is twice as rich was rather cut out of it. */
const NEARLY_ALL = 0.85
const HALF = 0.5
/** So many words that lost their quotation marks are no accident of one mark. */
const LOST = 5

/**
 * Which of two documents that share text took from the other: credits and links, dates, quotations that lost their
 * marks, the one being a part of the other. `undetermined` when nothing tells, when what tells contradicts itself, and
 * when both credit the same third. Does not throw.
 */
export function direct(
  left: Printed,
  right: Printed,
  { reuse, tables }: { reuse: Reuse; tables: CreditTables },
): Direction {
  const third = findThird(left, right, tables)
  if (third) return { from: "undetermined", because: [`both carry the mark of ${third}`] }
  const hints = [
    ...credited("left", left, right, tables),
    ...credited("right", right, left, tables),
    ...dated(left.published, right.published),
    ...formed(reuse),
  ].sort((a, b) => b.weight - a.weight)
  const sum = hints.reduce((total, { from, weight }) => total + (from === "left" ? weight : -weight), 0)
  const from = sum >= ENOUGH ? "left" : sum <= -ENOUGH ? "right" : "undetermined"
  return { from, because: hints.map(({ says }) => says) }
}

const findThird = (left: Printed, right: Printed, { agencies }: CreditTables): string | null => {
  const marks = findAgencyMarks(right.text, agencies)
  return findAgencyMarks(left.text, agencies).find((mark) => marks.includes(mark)) ?? null
}

/** Whether `taker` credits the document on `side`, by its publisher, by the agency whose mark it carries, or by a link. */
function credited(side: Side, { text, url, publisher }: Printed, taker: Printed, tables: CreditTables): Hint[] {
  const other = side === "left" ? "right" : "left"
  const names = [...(publisher ? [publisher] : []), ...findAgencyMarks(text, tables.agencies)]
  const name = names.find((name) => isCredited(taker.text, name, tables.credits))
  const marked = publisher && findAgencyMarks(taker.text, tables.agencies).includes(publisher.toLowerCase())
  const address = url?.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "")
  const hints: Hint[] = []
  if (name) hints.push({ from: side, weight: WEIGHT.credit, says: `the ${other} credits ${name}` })
  else if (marked)
    hints.push({ from: side, weight: WEIGHT.credit, says: `the ${other} carries the mark of ${publisher}` })
  if (address && taker.text.includes(address)) {
    hints.push({ from: side, weight: WEIGHT.link, says: `the ${other} gives the ${side}'s address` })
  }
  return hints
}

function dated(left: PublishedDate | null, right: PublishedDate | null): Hint[] {
  if (!left || !right) return []
  const earlier = isBefore(left, right) ? "left" : isBefore(right, left) ? "right" : null
  if (!earlier) return []
  const [first, second] = earlier === "left" ? [left, right] : [right, left]
  return [{ from: earlier, weight: WEIGHT.date, says: `published ${first.value}, before ${second.value}` }]
}

/** Whether the latest moment that the one date may mean lies before the earliest of the other. */
function isBefore(a: PublishedDate, b: PublishedDate): boolean {
  const clocks = [a, b].every(
    ({ precision, value }) => /minute|second/.test(precision) && /(?:Z|[+-]\d{2}:?\d{2})$/.test(value),
  )
  if (clocks) return Date.parse(a.value) < Date.parse(b.value)
  // As far as both go, as written.
  const length = Math.min(a.value.length, b.value.length, 10)
  return a.value.slice(0, length) < b.value.slice(0, length)
}

function formed({ containment, damagedQuotes }: Reuse): Hint[] {
  const hints: Hint[] = []
  for (const [side, other] of [
    ["left", "right"],
    ["right", "left"],
  ] as const) {
    if (damagedQuotes[other] >= LOST && damagedQuotes[side] === 0) {
      hints.push({
        from: side,
        weight: WEIGHT.damagedQuotes,
        says: `quotations of the ${side} are damaged in the ${other}`,
      })
    }
    if (containment[other] >= NEARLY_ALL && containment[side] <= HALF) {
      hints.push({ from: side, weight: WEIGHT.part, says: `the ${other} is a part of the ${side}` })
    }
  }
  return hints
}
