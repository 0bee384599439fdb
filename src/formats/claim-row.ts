import type { AttributionView } from "../model/ledger.ts"
import type { Cell } from "./csv-line.ts"

/** The columns of exported claims. Columns are added at the end in time; none is renamed or dropped. */
export const CLAIM_COLUMNS = [
  ...["claim", "document", "url", "title", "publisher", "published"],
  ...["source", "speaker", "on_behalf_of", "cue", "act", "quotation", "quote"],
  ...["start", "end", "confidence", "shown", "reading"],
] as const

/**
 * One attribution as a row, in the order of `CLAIM_COLUMNS`. `quote` is the content, its pieces joined by " … "; `start` and
 * `end` are those of the first and the last piece, in UTF-16 units of the document's text; `reading` is whether people said
 * that it was read rightly, empty where nobody did.
 */
export function toClaimRow(view: AttributionView & Readonly<{ reading: "right" | "wrong" | null }>): Cell[] {
  const { attribution, document, speaker, onBehalfOf, sourceText, cueText, contentText } = view
  const { id, act, quotation, content, confidence, shown } = attribution
  return [
    ...[id, document.id, document.url, document.title, document.publisher, document.published?.value ?? null],
    ...[sourceText, speaker?.name ?? null, onBehalfOf?.name ?? null, cueText, act, quotation, contentText.join(" … ")],
    ...[content[0]!.start, content.at(-1)!.end, Math.round(confidence * 1e4) / 1e4, shown, view.reading],
  ]
}
