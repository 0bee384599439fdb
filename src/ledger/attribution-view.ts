import type { Attribution } from "../model/attribution.ts"
import type { Entity } from "../model/entity.ts"
import type { AttributionView, DocumentHead, SpeakerView } from "../model/ledger.ts"
import { spanText } from "../model/span.ts"

/** Where an attribution stands: the head of its document, the text, and the entities of its run. */
export type Standpoint = Readonly<{ document: DocumentHead; text: string; entities: readonly Entity[] }>

/** An attribution with its words, read off the text, and the one who speaks. */
export function toAttributionView(attribution: Attribution, { document, text, entities }: Standpoint): AttributionView {
  return {
    attribution,
    document,
    speaker: findSpeaker(entities, attribution.speaker),
    onBehalfOf: findSpeaker(entities, attribution.onBehalfOf),
    sourceText: attribution.source && spanText(text, attribution.source),
    cueText: attribution.cue && spanText(text, attribution.cue),
    contentText: attribution.content.map((span) => spanText(text, span)),
  }
}

function findSpeaker(entities: readonly Entity[], id: string | null): SpeakerView | null {
  const found = id === null ? undefined : entities.find((entity) => entity.id === id)
  return found ? { name: found.name, kind: found.kind, roles: found.roles } : null
}
