import type { Attribution } from "../model/attribution.ts"
import type { AttributionView, DocumentHead } from "../model/ledger.ts"
import { spanText } from "../model/span.ts"

/** An attribution with its words, read off the text. */
export const toAttributionView = (attribution: Attribution, document: DocumentHead, text: string): AttributionView => ({
  attribution,
  document,
  sourceText: attribution.source && spanText(text, attribution.source),
  cueText: attribution.cue && spanText(text, attribution.cue),
  contentText: attribution.content.map((span) => spanText(text, span)),
})
