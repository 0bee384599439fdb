import type { AttributionView } from "../model/ledger.ts"
import { type Span, spanText } from "../model/span.ts"

/** So many characters around a quotation, as other annotators have them. */
const AROUND = 32

/**
 * One attribution as a W3C Web Annotation (JSON-LD): a target each piece of its content, by quotation and by position in the
 * document's text in code points; who is said to speak and the act are its bodies.
 * https://www.w3.org/TR/annotation-model/
 */
export function toWebAnnotation(view: AttributionView, text: string) {
  const { attribution, document, speaker, sourceText } = view
  const source = document.url ?? `urn:counterclaim:${document.id}`
  const said = speaker?.name ?? sourceText
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `urn:counterclaim:${attribution.id}:${document.id}`,
    type: "Annotation",
    motivation: "identifying",
    body: [
      ...(said === null ? [] : [{ type: "TextualBody", purpose: "identifying", value: said, format: "text/plain" }]),
      { type: "TextualBody", purpose: "tagging", value: attribution.act, format: "text/plain" },
    ],
    target: attribution.content.map((span) => ({
      type: "SpecificResource",
      source,
      selector: [toQuote(text, span), toPosition(text, span)],
    })),
  }
}

const toQuote = (text: string, span: Span) => ({
  type: "TextQuoteSelector",
  exact: spanText(text, span),
  prefix: whole(text.slice(Math.max(0, span.start - AROUND), span.start)),
  suffix: whole(text.slice(span.end, span.end + AROUND)),
})

/** Without the half of a character at its edges. */
const whole = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "")

/** Web Annotation counts code points, JavaScript counts UTF-16 units: an emoji is 1 there and 2 here. */
function toPosition(text: string, { start, end }: Span) {
  const before = codePoints(text.slice(0, start))
  return { type: "TextPositionSelector", start: before, end: before + codePoints(text.slice(start, end)) }
}

const codePoints = (text: string): number => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0)
