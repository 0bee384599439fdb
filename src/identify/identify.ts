import type { SpeakerLexicon } from "../lexicon/speakers.ts"
import type { Analysis } from "../model/analysis.ts"
import type { Attribution, AttributionId } from "../model/attribution.ts"
import { type Entity, type EntityId, entityId } from "../model/entity.ts"
import type { Span } from "../model/span.ts"
import { type Actor, toActor } from "./actor.ts"
import { mentionedIn } from "./candidates.ts"
import { type Chain, chainNames } from "./chain-names.ts"
import { gatherNames } from "./gather-names.ts"
import type { Name } from "./name.ts"
import { type Resolved, resolve, type Watch } from "./resolve.ts"
import { noteRoles } from "./roles.ts"
import type { Scene } from "./scene.ts"
import { tokensOf } from "./token.ts"

/** Who speaks in an attribution; null where it is left open. */
export type Speaker = Readonly<{ speaker: EntityId | null; onBehalfOf: EntityId | null }>

/** The entities of a text, and the one that each attribution's source stands for. */
export type Identified = Readonly<{ entities: readonly Entity[]; speakers: ReadonlyMap<AttributionId, Speaker> }>

export type IdentifyOptions = Readonly<{ lexicon: SpeakerLexicon; watch?: Watch }>

/**
 * Who is named, described and stood for in a text, and who speaks in each attribution: the one whom its source
 * names; else, for pronouns and nouns, the likeliest of those mentioned around it, or nobody where none is likely
 * enough. Entities in the order of their first mentions: all that are named, and the unnamed that speak.
 * Does not throw; both are empty when nobody is there.
 */
export function identify(
  analysis: Analysis,
  attributions: readonly Attribution[],
  { lexicon, watch }: IdentifyOptions,
): Identified {
  const scene = toScene(analysis, attributions, lexicon)
  noteRoles(scene)
  const found = resolve(scene, attributions, { mentioned: mentionedIn(scene), watch })
  const ids = new Map(scene.actors.map((actor) => [actor, entityId(analysis.text.id, actor.mentions[0]!)]))
  const speakers = new Map<AttributionId, Speaker>()
  for (const { id } of attributions) speakers.set(id, toSpeaker(found.get(id), ids))
  const speaking = new Set([...found.values()].flatMap(({ actor }) => actor ?? []))
  const entities = scene.actors.map((actor) => toEntity(actor, { id: ids.get(actor)!, speaks: speaking.has(actor) }))
  return { entities: entities.sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start), speakers }
}

function toScene(analysis: Analysis, attributions: readonly Attribution[], lexicon: SpeakerLexicon): Scene {
  const tokens = tokensOf(analysis.text.value, analysis.sentences, analysis.names)
  const sources = attributions.flatMap(({ source }) => source ?? [])
  const names = gatherNames(analysis, tokens, { sources, lexicon })
  const nameAt = new Int32Array(tokens.length).fill(-1)
  for (const [index, { from, to }] of names.entries()) nameAt.fill(index, from, to)
  const actorOf = new Map<Name, Actor>()
  const actors = chainNames(names, lexicon).map((chain) => {
    const mentions = chain.names.map(({ start, end }) => ({ start, end }))
    const actor = toActor({
      kind: chain.kind,
      label: fullest(analysis.text.value, chain),
      chain,
      gender: chain.gender,
      mentions,
    })
    for (const name of chain.names) actorOf.set(name, actor)
    return actor
  })
  return { analysis, text: analysis.text.value, lexicon, tokens, names, nameAt, actorOf, actors, described: new Map() }
}

/** The name of most words, then of most letters; the first of those. */
function fullest(text: string, { names }: Chain): string {
  const best = [...names].sort(
    (a, b) => b.words.length - a.words.length || b.end - b.start - (a.end - a.start) || a.start - b.start,
  )[0]!
  return text.slice(best.start, best.end).replace(/\s+/g, " ")
}

function toSpeaker(resolved: Resolved | undefined, ids: ReadonlyMap<Actor, EntityId>): Speaker {
  const idOf = (actor: Actor | null | undefined): EntityId | null => (actor && ids.get(actor)) ?? null
  return { speaker: idOf(resolved?.actor), onBehalfOf: idOf(resolved?.behalf) }
}

/** A place that speaks acts as a state or a city: an organisation. */
function toEntity(
  { kind, label, mentions, spoken, roles }: Actor,
  { id, speaks }: Readonly<{ id: EntityId; speaks: boolean }>,
): Entity {
  return {
    id,
    name: label ?? "",
    kind: kind === "place" && speaks ? "organisation" : kind,
    roles: [...roles.values()],
    mentions: inOrder([...mentions, ...spoken]),
  }
}

function inOrder(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => a.start - b.start || a.end - b.end)
}
