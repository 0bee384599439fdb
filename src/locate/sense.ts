import type { GazetteerEntry } from "../lexicon/gazetteer.ts"
import type { Feature } from "../lexicon/places.ts"
import type { PlacePrecision } from "../model/place.ts"

/** One place that a name may stand for. */
export type Sense = Readonly<{
  kind: "country" | "region" | "district" | "city" | "feature"
  country: string | null
  region: string | null
  district: number
  latitude: number | null
  longitude: number | null
  people: number
  precision: PlacePrecision
  /** As the gazetteer has it. */
  entry: Readonly<{ name: string }>
}>

const PRECISIONS = { country: "country", region: "region", district: "region", city: "city" } as const

export const senseOfEntry = (entry: GazetteerEntry): Sense => ({
  kind: entry.kind,
  country: entry.country,
  region: entry.region,
  district: entry.district,
  latitude: entry.latitude,
  longitude: entry.longitude,
  people: entry.people,
  precision: PRECISIONS[entry.kind],
  entry,
})

export const senseOfFeature = (feature: Feature): Sense => ({
  kind: feature.precision === "country" ? "country" : "feature",
  country: feature.country,
  region: null,
  district: 0,
  latitude: feature.latitude,
  longitude: feature.longitude,
  people: feature.precision === "country" ? 1e7 : 1e6,
  precision: feature.precision,
  entry: feature,
})
