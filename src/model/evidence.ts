import type { AttributionId } from "./attribution.ts"
import type { Span } from "./span.ts"

export const EVIDENCE_KINDS = [
  "video", "photo", "satellite", "audio", "document", "data", "physical", "eyewitness", "message", "analysis", "report",
  "other",
] as const // biome-ignore format: one list
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

export const METHODS = [
  "published", "obtained", "seen", "reviewed", "compared", "geolocated", "forensic", "interviewed", "asked", "unverified",
] as const // biome-ignore format: one list
export type Method = (typeof METHODS)[number]

export const STANCES = ["for", "against", "open"] as const
export type Stance = (typeof STANCES)[number]

/** What a claim is rested on, checked against or attacked with, or that such a check was not possible. */
export type Evidence = Readonly<{
  /** The thing as printed, shortest: "video posted on Telegram". */
  item: Span
  kind: EvidenceKind
  /** Who examined, obtained or saw it; null when nobody is named. */
  checker: Span | null
  method: Method | null
  /** The words that say what it shows; null when none do. */
  finding: Span | null
  stance: Stance
  /** The claim that it speaks to; null when that is only its own finding, or in the publisher's own voice. */
  attribution: AttributionId | null
}>
