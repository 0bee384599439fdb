import type { Figure } from "../../model/figure.ts"
import { overlaps, type Span } from "../../model/span.ts"

/** A carrier of a claim with what decides whether it says the same. */
export type Said = Readonly<{
  span: Span
  /** Where it holds the claim's words, in order. */
  words: readonly (Span & Readonly<{ number: boolean }>)[]
  figures: readonly Figure[]
  text: string
}>

export type Says = "yes" | "differs"

/** A negation so many characters before one of the claim's words, or behind it, is taken to turn it round. */
const REACH = 24

/**
 * Whether each carrier says what most say, or the same with another value or turned into its opposite. Values are
 * compared as intervals of one measure and unit; a carrier without a figure of that measure differs in none.
 */
export function judgeSays(carriers: readonly Said[], negations: ReadonlySet<string>): Says[] {
  const negated = carriers.map((carrier) => isNegated(carrier, negations))
  const mostly = negated.filter(Boolean).length * 2 > carriers.length
  const values = carriers.map(ownValue)
  const leading = mostCommon(values.flatMap((value) => value?.kind ?? []))
  const usual = commonValue(values.filter((value) => value?.kind === leading))
  return carriers.map((carrier, index) => {
    if (negated[index] !== mostly) return "differs"
    const kin = carrier.figures.filter((figure) => overlaps(figure, carrier.span) && kindOf(figure) === leading)
    const apart = usual !== null && kin.length > 0 && kin.every((figure) => areDisjoint(figure, usual))
    return apart ? "differs" : "yes"
  })
}

const kindOf = ({ measure, unit }: Figure): string => `${measure} ${unit ?? ""}`

type Value = Readonly<{ kind: string; low: number | null; high: number | null }>

/** The figure that stands in one of the claim's own numbers. */
function ownValue({ words, figures }: Said): Value | null {
  const numbers = words.filter(({ number }) => number)
  const found = figures.find((figure) => numbers.some((word) => overlaps(word, figure)))
  return found ? { kind: kindOf(found), low: found.low, high: found.high } : null
}

function mostCommon(names: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))[0]?.[0] ?? null
}

function commonValue(values: readonly (Value | null)[]): Value | null {
  const known = values.flatMap((value) => value ?? [])
  const bounds = mostCommon(known.map(({ low, high }) => `${low} ${high}`))
  return known.find(({ low, high }) => `${low} ${high}` === bounds) ?? null
}

const areDisjoint = (a: Pick<Value, "low" | "high">, b: Pick<Value, "low" | "high">): boolean =>
  (a.high ?? Number.POSITIVE_INFINITY) < (b.low ?? Number.NEGATIVE_INFINITY) ||
  (b.high ?? Number.POSITIVE_INFINITY) < (a.low ?? Number.NEGATIVE_INFINITY)

function isNegated({ text, span, words }: Said, negations: ReadonlySet<string>): boolean {
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) return false
  const part = text.slice(Math.max(span.start, first.start - REACH), Math.min(span.end, last.end + REACH))
  return (part.toLowerCase().match(/\p{L}+?(?=n['\u2019]t)|n['\u2019]t|\p{L}+/gu) ?? []).some((word) =>
    negations.has(word.replace("\u2019", "'")),
  )
}
