import type { AttributionView, DocumentHead, SpeakerView } from "../model/ledger.ts"
import { type AttributionJson, withWords } from "./attribution-json.ts"

/** The one that a speaker's id stands for, where the whole run is not at hand. */
export type SpeakerJson = SpeakerView & Readonly<{ id: string }>

/** One attribution with the head of its document and those that its speakers' ids stand for, as `claims --json` prints it. */
export type ClaimJson = AttributionJson & Readonly<{ document: DocumentHead; entities: readonly SpeakerJson[] }>

export const toClaimJson = (view: AttributionView): ClaimJson => ({
  ...withWords(view.attribution, { source: view.sourceText, cue: view.cueText, content: view.contentText }),
  document: view.document,
  entities: toSpeakersJson(view),
})

/** The speaker, then the one on whose behalf; those that are resolved. */
export function toSpeakersJson({ attribution, speaker, onBehalfOf }: AttributionView): SpeakerJson[] {
  const named = [
    [attribution.speaker, speaker],
    [attribution.onBehalfOf, onBehalfOf],
  ] as const
  return named.flatMap(([id, one]) => (id !== null && one !== null ? [{ id, ...one }] : []))
}
