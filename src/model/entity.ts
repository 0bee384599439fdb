import { idOf } from "./hash.ts"
import type { Span } from "./span.ts"
import type { TextId } from "./text.ts"

export type EntityId = string

/**
 * `group`: unnamed people, uncounted ("residents", "officials"). `anonymous`: one or a few unnamed people
 * ("a senior official", "two aides"). `document`: a paper, a poll, a study that nobody is named as speaking through.
 */
export const ENTITY_KINDS = ["person", "organisation", "place", "group", "anonymous", "document"] as const
export type EntityKind = (typeof ENTITY_KINDS)[number]

/** The one that names, descriptions and pronouns of one text stand for. */
export type Entity = Readonly<{
  id: EntityId
  /** The fullest name printed in the text, without title and article; for unnamed ones the words that describe them. */
  name: string
  kind: EntityKind
  /** As printed, shortest exact words: "campaign manager". Empty when none is printed. */
  roles: readonly string[]
  /** Where it is named, described or stood for, in reading order; at least one. */
  mentions: readonly Span[]
}>

/** A name as the model or a list finds it, before it is known whom it stands for. */
export type NamedSpan = Span & Readonly<{ kind: "person" | "organisation" | "place"; score: number }>

/** The id hangs on the text and the mention that it was found by: entities of two texts are never one by accident. */
export const entityId = (text: TextId, mention: Span): EntityId => idOf("e", text, mention.start, mention.end)
