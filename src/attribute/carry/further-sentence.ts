import type { Quotation } from "../../model/analysis.ts"
import type { Attribution } from "../../model/attribution.ts"
import type { Span } from "../../model/span.ts"
import { spanText } from "../../model/span.ts"
import { coverage } from "./coverage.ts"
import type { Carried, CarryRule } from "./rule.ts"
import { partsOf } from "./rule.ts"

/** The rest of the attributed sentence (", 71." or " on Friday."), its end, and white space. */
const REST_OF_SENTENCE = /^[^.!?…\n"“”]{0,60}[.!?…]?["”'’)\]]{0,2}[^\S\n]+$/
/** The longest such rest: 60 characters, the marks and some white space. */
const LONGEST_REST = 70
const SENTENCE_END = /[.!?…]["”'’)\]]{0,2}\s*$/
const WHOLE_SENTENCE = /^(?:''|["“„«'‘])[\s[(]*[\p{Lu}\p{N}].*[.!?…]\s?(?:''|["”»'’])$/su
/** "…, who said that A." Whose words the next quotation is, the sentence around it tells. */
const RELATIVE = /^(?:who|which|that)$/i
const GOES_ON = /^\s*[,\p{Ll}]/u

/** “A,” she said. “B.” — or: She said that A. “B.” The second quotation is hers too. */
export const furtherSentence: CarryRule = {
  name: "further-sentence",
  says: "the quoted sentence stands right after the attributed one, in the same paragraph",
  find: ({ analysis, attributions }) => {
    const { text, quotations } = analysis
    const taken = coverage(attributions.flatMap(partsOf))
    const speaking = attributions.filter(({ source }) => source && !RELATIVE.test(spanText(text.value, source)))
    const byEnd = speaking.map((of) => ({ of, end: endOf(of), more: [] as Span[] })).sort((a, b) => a.end - b.end)
    let at = 0
    let last: (typeof byEnd)[number] | null = null
    for (const quotation of quotations) {
      while (at < byEnd.length && byEnd[at]!.end <= quotation.start) last = later(last, byEnd[at++]!)
      if (!last || taken(quotation) > 0 || !isSentence(text.value, quotation)) continue
      if (!isRest(text.value, last.end, quotation.start)) continue
      last.more.push({ start: quotation.start, end: quotation.end })
      last.end = quotation.end
    }
    return byEnd.flatMap(({ of, more }) => (more.length > 0 ? [goingOn(of, more)] : []))
  },
}

const endOf = (attribution: Attribution): number => Math.max(...partsOf(attribution).map(({ end }) => end))

type Ending = { of: Attribution; end: number }

/** Of two attributions that end before a quotation, the one that ends later; of two with one end, the longer. */
const later = <T extends Ending>(a: T | null, b: T): T =>
  a && (a.end > b.end || (a.end === b.end && startOf(a.of) <= startOf(b.of))) ? a : b

const startOf = (attribution: Attribution): number => Math.min(...partsOf(attribution).map(({ start }) => start))

function isSentence(text: string, { start, end }: Quotation): boolean {
  return WHOLE_SENTENCE.test(text.slice(start, end)) && !GOES_ON.test(text.slice(end, end + 8))
}

function isRest(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_REST) return false
  const rest = text.slice(from, to)
  return REST_OF_SENTENCE.test(rest) && SENTENCE_END.test(text.slice(Math.max(0, from - 3), to))
}

const goingOn = (of: Attribution, more: readonly Span[]): Carried => ({
  of,
  replaces: true,
  parts: { source: of.source, cue: of.cue, content: [...of.content, ...more] },
})
