import type { Span } from "./span.ts"

/** `none`: a border, a front or a sea is no point. */
export const PLACE_PRECISIONS = ["exact", "city", "region", "country", "none"] as const
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number]

/** A place as printed and the one it is taken for. */
export type Place = Span &
  Readonly<{
    /** As the gazetteer has it; as printed where the gazetteer has none. */
    name: string
    /** ISO 3166-1 alpha-2; null when not known. */
    country: string | null
    /** WGS 84, degrees; null when it is no point or not known. */
    latitude: number | null
    longitude: number | null
    precision: PlacePrecision
    /** How it was resolved, in words. */
    because: readonly string[]
  }>
