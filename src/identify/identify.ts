import type { Analysis } from "../model/analysis.ts"
import type { Attribution, AttributionId } from "../model/attribution.ts"
import type { Entity, EntityId } from "../model/entity.ts"

/** Who speaks in an attribution; null where it is left open. */
export type Speaker = Readonly<{ speaker: EntityId | null; onBehalfOf: EntityId | null }>

/** The entities of a text, and the one that each attribution's source stands for. */
export type Identified = Readonly<{ entities: readonly Entity[]; speakers: ReadonlyMap<AttributionId, Speaker> }>

/** Who is named, described and stood for in a text. Does not throw; both are empty when nobody is. */
export function identify(_analysis: Analysis, _attributions: readonly Attribution[]): Identified {
  return { entities: [], speakers: new Map() }
}
