import type { Act, Attribution, AttributionId, QuotationKind } from "../model/attribution.ts"
import { type Span, spanText } from "../model/span.ts"

/** A span with its words; offsets in UTF-16 units of `document.text`. */
export type SpanJson = Readonly<{ start: number; end: number; text: string }>

/** One attribution as `read --json` prints it. */
export type AttributionJson = Readonly<{
  id: AttributionId
  source: SpanJson | null
  cue: SpanJson | null
  content: readonly SpanJson[]
  quotation: QuotationKind
  act: Act
  within: AttributionId | null
  speaker: string | null
  onBehalfOf: string | null
  confidence: number
  shown: boolean
  because: readonly string[]
}>

/** The words of an attribution's spans. */
export type Words = Readonly<{ source: string | null; cue: string | null; content: readonly string[] }>

export const toSpanJson = (text: string, { start, end }: Span): SpanJson => ({
  start,
  end,
  text: spanText(text, { start, end }),
})

/** An attribution with its words taken from the text that it was read from. */
export function toAttributionJson(attribution: Attribution, text: string): AttributionJson {
  const { source, cue, content } = attribution
  return withWords(attribution, {
    source: source && spanText(text, source),
    cue: cue && spanText(text, cue),
    content: content.map((span) => spanText(text, span)),
  })
}

/** The same where the words are known and the text is not at hand. Confidence is rounded to 4 digits. */
export function withWords(attribution: Attribution, words: Words): AttributionJson {
  const { id, source, cue, content, quotation, act, within, speaker, onBehalfOf, shown, because } = attribution
  return {
    id,
    source: spanOrNull(source, words.source),
    cue: spanOrNull(cue, words.cue),
    content: content.map(({ start, end }, index) => ({ start, end, text: words.content[index] ?? "" })),
    quotation,
    act,
    within,
    speaker,
    onBehalfOf,
    confidence: Math.round(attribution.confidence * 1e4) / 1e4,
    shown,
    because,
  }
}

const spanOrNull = (span: Span | null, text: string | null): SpanJson | null =>
  span && { start: span.start, end: span.end, text: text ?? "" }
