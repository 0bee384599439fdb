import type { SpeakerJson } from "../../formats/claim-json.ts"
import type { EntityKind } from "../../model/entity.ts"
import type { AttributionData } from "../answers.ts"
import { confidenceInWords, QUOTATION_WORDS } from "../in-words.ts"
import { type Fact, fact } from "./fact.ts"

export type Entities = ReadonlyMap<string, SpeakerJson>

export const KIND_WORDS: Readonly<Record<EntityKind, string>> = {
  person: "person",
  organisation: "organisation",
  place: "place that speaks",
  group: "group of unnamed people",
  anonymous: "not named",
  document: "document",
}

/** Who speaks, as whom, for whom, and how. */
export function speakerFacts(attribution: AttributionData, entities: Entities): Fact[] {
  const { speaker, onBehalfOf, source, act, quotation, confidence, shown } = attribution
  const who = speaker === null ? undefined : entities.get(speaker)
  const behind = onBehalfOf === null ? undefined : entities.get(onBehalfOf)
  return [
    fact("speaker", who?.name ?? null, source ? "not resolved" : "nobody named"),
    ...(who ? [fact("kind", KIND_WORDS[who.kind])] : []),
    ...(who && who.roles.length > 0 ? [fact("role", who.roles.join("; "))] : []),
    ...(behind ? [fact("on behalf of", behind.name)] : []),
    fact("act", act),
    fact("words", QUOTATION_WORDS[quotation]),
    fact(shown ? "shown" : "doubtful", confidenceInWords(confidence)),
  ]
}
