import type { AttributionView, DocumentHead } from "../model/ledger.ts"
import { type AttributionJson, withWords } from "./attribution-json.ts"

/** One attribution with the head of its document, as `claims --json` prints it. */
export type ClaimJson = AttributionJson & Readonly<{ document: DocumentHead }>

export const toClaimJson = ({
  attribution,
  document,
  sourceText,
  cueText,
  contentText,
}: AttributionView): ClaimJson => ({
  ...withWords(attribution, { source: sourceText, cue: cueText, content: contentText }),
  document,
})
