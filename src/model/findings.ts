import type { Entity } from "./entity.ts"
import type { Evidence } from "./evidence.ts"
import type { Figure } from "./figure.ts"
import type { Place } from "./place.ts"
import type { TimeExpression } from "./time.ts"

/** What a text holds beside who said what; every list in reading order. */
export type Findings = Readonly<{
  entities: readonly Entity[]
  figures: readonly Figure[]
  times: readonly TimeExpression[]
  places: readonly Place[]
  evidence: readonly Evidence[]
  /** SHA-256 of the table of parties that the sides of figures come from; left out when there was none. */
  parties?: string
}>

export const NO_FINDINGS: Findings = { entities: [], figures: [], times: [], places: [], evidence: [] }
