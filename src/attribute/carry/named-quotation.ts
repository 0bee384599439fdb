import type { Quotation } from "../../model/analysis.ts"
import type { Span } from "../../model/span.ts"
import { coverage } from "./coverage.ts"
import type { Carried, CarryRule } from "./rule.ts"
import { partsOf } from "./rule.ts"

/** A name of up to six words that stands by itself (at the line's start, after a sentence, a dash or "from"), and a colon. */
const NAMED =
  /(?:^|[.!?…\]—–-]\s|\bfrom\s|\s[–—-]\s?)(\p{Lu}[\p{L}.’'-]*(?:\s(?:of|the|de|van|al|and|\p{Lu}[\p{L}.’'-]*)){0,5}):\s{1,2}$/u
const REACH = 70
/** Shorter ones are more often titles and names. */
const SHORTEST = 30

/** More from Ayla Brenn: “A.” — round-ups quote others' articles this way. */
export const namedQuotation: CarryRule = {
  name: "named-quotation",
  says: "a name and a colon stand right before the quotation",
  find: ({ analysis, attributions, noSpeakers }) => {
    const { text, paragraphs, quotations } = analysis
    const taken = coverage(attributions.flatMap(partsOf))
    let at = 0
    return quotations.flatMap((quotation): Carried[] => {
      while (paragraphs[at]!.end < quotation.end) at++
      const label = labelOf(text.value, paragraphs[at]!, quotation)
      if (!label || noSpeakers.has(label.name.toLowerCase())) return []
      if (2 * taken(quotation) >= quotation.end - quotation.start) return []
      const content = [{ start: quotation.start, end: quotation.end }]
      return [{ of: null, replaces: false, parts: { source: label.source, cue: label.cue, content } }]
    })
  },
}

type Label = Readonly<{ name: string; source: Span; cue: Span }>

function labelOf(text: string, paragraph: Span, { start, end }: Quotation): Label | null {
  if (end - start < SHORTEST) return null
  const before = text.slice(Math.max(paragraph.start, start - REACH), start)
  const name = NAMED.exec(before)?.[1]
  if (name === undefined) return null
  const colon = start - (before.length - before.lastIndexOf(":"))
  return { name, source: { start: colon - name.length, end: colon }, cue: { start: colon, end: colon + 1 } }
}
