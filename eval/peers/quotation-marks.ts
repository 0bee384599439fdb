import type { Span } from "counterclaim"
import type { PredictedSpan, Prediction } from "../attribution/prediction.ts"

const PARAGRAPH = /[^\n]+/g
const QUOTATION = /“[^”]*(?:”|$)|"[^"]*(?:"|$)|''.*?(?:''|$)/g
const CUE =
  /\b(?:according to|said|says?|saying|told|tells?|add(?:ed|s)|ask(?:ed|s)|wrote|writes|announced|claimed|insisted|explained|noted|argued|tweeted|stated|declared|warned)\b/gi
const SOURCE =
  /\b(?:he|she|they|He|She|They|(?:(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov)\. )?\p{Lu}(?:\.|[\p{L}’'-]*)(?: (?:of |the |for |and )*\p{Lu}(?:\.|[\p{L}’'-]*))*)/gu

/** How far from its cue a source may stand, in UTF-16 units. */
const REACH = 40

/**
 * The baseline that needs no model: every quotation of a paragraph is a content, the nearest verb of saying in
 * that paragraph its cue, the capitalised words or pronoun beside the cue its source. Quotations of one cue
 * are the parts of one content.
 */
export const quotationMarks = (text: string): Prediction[] =>
  [...text.matchAll(PARAGRAPH)].flatMap((paragraph) => inParagraph(paragraph[0], paragraph.index))

function inParagraph(paragraph: string, offset: number): Prediction[] {
  const quotations = findAll(paragraph, QUOTATION)
  const outside = (span: Span): boolean => !quotations.some((one) => gap(one, span) < 0)
  const cues = findAll(paragraph, CUE).filter(outside)
  const names = findAll(paragraph, SOURCE).filter(outside)
  const place = ({ start, end }: Span): PredictedSpan => ({
    start: offset + start,
    end: offset + end,
    text: paragraph.slice(start, end),
  })
  return group(quotations, cues).map(({ cue, content }) => {
    const source = cue && sourceOf(cue, names, paragraph)
    const spans = { source: source ? [place(source)] : [], cue: cue ? [place(cue)] : [], content: content.map(place) }
    return { ...spans, confidence: null, shown: null }
  })
}

/** Quotations of the same cue together; without a cue nothing says that two are parts of one. */
function group(quotations: readonly Span[], cues: readonly Span[]): { cue: Span | null; content: Span[] }[] {
  const groups: { cue: Span | null; content: Span[] }[] = []
  for (const quotation of quotations) {
    const cue = nearest(cues, quotation)
    const known = cue && groups.find((one) => one.cue === cue)
    if (known) known.content.push(quotation)
    else groups.push({ cue, content: [quotation] })
  }
  return groups
}

const findAll = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))

const gap = (a: Span, b: Span): number => Math.max(a.start - b.end, b.start - a.end)

function nearest(spans: readonly Span[], to: Span): Span | null {
  return spans.reduce<Span | null>((best, span) => (best && gap(best, to) <= gap(span, to) ? best : span), null)
}

/** After "according to" the source follows; else it stands on either side. */
function sourceOf(cue: Span, names: readonly Span[], paragraph: string): Span | null {
  const follows = /^according/i.test(paragraph.slice(cue.start, cue.end))
  const near = names.filter((name) => gap(name, cue) <= REACH && (!follows || name.start >= cue.end))
  return nearest(near, cue)
}
