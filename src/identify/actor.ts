import type { Gender } from "../lexicon/speakers.ts"
import type { EntityKind } from "../model/entity.ts"
import type { Span } from "../model/span.ts"
import type { Chain } from "./chain-names.ts"

/** Someone or something in a text who may speak, while it is being found out who does. */
export type Actor = {
  kind: EntityKind
  /** As it will be called; null: the fullest of its chain's names. */
  label: string | null
  chain: Chain | null
  gender: Gender
  /** Where it is named or described, in order. */
  mentions: Span[]
  /** Where it was found to be the source of something, in order. */
  spoken: Span[]
  roles: Map<string, string>
  /** Lower case words that stand beside its names and describe it. */
  near: Set<string>
  /** Whom it speaks for, whenever it speaks. */
  behalf: Actor | null
}

export const toActor = (parts: Partial<Actor> & Pick<Actor, "kind" | "mentions">): Actor => ({
  label: null,
  chain: null,
  gender: null,
  spoken: [],
  roles: new Map(),
  near: new Set(),
  behalf: null,
  ...parts,
})
