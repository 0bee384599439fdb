import type { Quotation } from "../../model/analysis.ts"
import type { Attribution } from "../../model/attribution.ts"
import { coverage } from "./coverage.ts"
import type { QuotedParagraph } from "./quoted-paragraphs.ts"
import { isAllQuoted, quotedParagraphs } from "./quoted-paragraphs.ts"
import type { Carried, CarryRule } from "./rule.ts"

/** Paragraphs back in which the speaker is looked for: the one before, or one narrative paragraph between. */
const REACH = 2

/** A paragraph that is all quotation and has no cue: whoever was quoted before goes on speaking. */
export const laterParagraph: CarryRule = {
  name: "later-paragraph",
  says: "carried over: a quotation of its own without a cue, after a paragraph that quotes this speaker",
  find: ({ analysis, attributions }) => {
    const paragraphs = quotedParagraphs(analysis)
    const covered = coverage(attributions.flatMap(({ content }) => content))
    const speakers = speakersOf(paragraphs, attributions)
    const found: Floating[] = []
    for (const [i, { span, quotations }] of paragraphs.entries()) {
      if (!isAllQuoted(analysis.text.value, { span, quotations }) || 2 * covered(span) >= span.end - span.start)
        continue
      const open = found.at(-1)
      if (open?.place === i - 1 && !open.closed) {
        found.push({ ...found.pop()!, ...ended(quotations), place: i })
        continue
      }
      const before = nearest(speakers, i)
      if (!before || introduces(analysis.text.value, paragraphs[i - 1]!)) continue
      speakers[i] = before
      found.push({ before, start: span.start, ...ended(quotations), place: i })
    }
    return found.map(toCarried)
  },
}

/** A quotation without a cue, over one or more paragraphs, of which `place` is the last. */
type Floating = Readonly<{ before: Speaker; start: number; end: number; closed: boolean; place: number }>

function ended(quotations: readonly Quotation[]): Pick<Floating, "end" | "closed"> {
  const { end, closed } = quotations.at(-1)!
  return { end, closed }
}

const toCarried = ({ before: { of, clear }, start, end }: Floating): Carried => ({
  of,
  replaces: false,
  parts: { source: clear ? of.source : null, cue: null, content: [{ start, end }] },
})

/** Whoever is quoted last in a paragraph; `clear` unless someone else is quoted there too. */
type Speaker = Readonly<{ of: Attribution; clear: boolean }>

/** A paragraph that ends in a colon introduces the next, whoever spoke before. */
const introduces = (text: string, { span }: QuotedParagraph): boolean => text[span.end - 1] === ":"

function nearest(speakers: readonly (Speaker | null)[], place: number): Speaker | null {
  for (let back = 1; back <= REACH; back++) {
    const speaker = speakers[place - back]
    if (speaker) return speaker
  }
  return null
}

function speakersOf(paragraphs: readonly QuotedParagraph[], attributions: readonly Attribution[]): (Speaker | null)[] {
  const speakers: (Speaker | null)[] = paragraphs.map(() => null)
  const quoted = coverage(paragraphs.flatMap(({ quotations }) => quotations))
  let at = 0
  const pieces = attributions
    .filter(({ quotation, source }) => quotation !== "indirect" && source)
    .flatMap((of) => of.content.map(({ start, end }) => ({ of, start, end })))
    .sort((a, b) => a.start - b.start)
  for (const [i, { span }] of paragraphs.entries()) {
    while (at < pieces.length && pieces[at]!.start < span.end) {
      const piece = pieces[at++]!
      if (quoted(piece) === 0) continue
      const other: Speaker | null = speakers[i]!
      speakers[i] = { of: piece.of, clear: !other || (other.clear && sameSource(other.of, piece.of)) }
    }
  }
  return speakers
}

const sameSource = (a: Attribution, b: Attribution): boolean => a === b || a.source!.start === b.source!.start
