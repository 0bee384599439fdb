import type { Analysis, Quotation } from "../model/analysis.ts"
import type { Attribution } from "../model/attribution.ts"
import type { Span } from "../model/span.ts"
import { contains, overlaps } from "../model/span.ts"
import { quotationsIn } from "./quotations-in.ts"

/**
 * Contents that reach to the edges of the quotations in which they begin or end, where cue and source stand
 * outside: nobody is said to say half of what stands in one pair of marks. What grows together is one piece.
 */
export function wholeQuotations(
  { source, cue, content }: Pick<Attribution, "source" | "cue" | "content">,
  { text, quotations }: Pick<Analysis, "text" | "quotations">,
): Span[] {
  const speaking = [source, cue].filter((span) => span !== null)
  const grown: Span[] = []
  for (const span of content) {
    const near = quotationsIn(quotations, span).filter(
      (one) => isWellSet(text.value, one) && !speaking.some((part) => overlaps(one, part)),
    )
    const next = { start: startOf(span, near), end: endOf(span, near) }
    const last = grown.at(-1)
    if (last && next.start < last.end) grown.splice(-1, 1, { start: last.start, end: Math.max(last.end, next.end) })
    else grown.push(next)
  }
  return grown
}

/**
 * Whether the marks of a quotation are those that a writer paired: no space inside them, no letter outside, no other
 * mark between. Where one is lost, what stands between the next two is not what anybody said.
 */
const isWellSet = (text: string, { start, end, closed }: Quotation): boolean =>
  closed &&
  OPENS.test(text.slice(Math.max(0, start - 1), start + 3)) &&
  CLOSES.test(text.slice(end - 3, end + 1)) &&
  !MARK.test(text.slice(start + 2, end - 2))

const MARK = /["“”„«»]/
const OPENS = /^[^\p{L}\p{N}]?(?:''|["“„«'‘])\S/u
const CLOSES = /\S(?:''|["”»'’])[^\p{L}\p{N}]?$/u

/** One that lacks but the mark is left as it is. */
const startOf = ({ start }: Span, quotations: readonly Span[]): number =>
  quotations.find((one) => one.start + 2 < start && contains(one, { start, end: start + 2 }))?.start ?? start

const endOf = ({ end }: Span, quotations: readonly Span[]): number =>
  quotations.find((one) => end < one.end - 2 && contains(one, { start: end - 2, end }))?.end ?? end
