import type { PlaceLexicon } from "../lexicon/places.ts"
import type { Analysis } from "../model/analysis.ts"
import type { Place } from "../model/place.ts"
import type { Span } from "../model/span.ts"
import { bestOf, chooseSenses, type Mention } from "./choose-senses.ts"
import { findCandidates } from "./find-candidates.ts"
import { findWords } from "./place-words.ts"
import { score, sigmoid } from "./score.ts"
import { Surroundings } from "./surroundings.ts"

export type PlaceOptions = Readonly<{
  lexicon: PlaceLexicon
  /** ISO 3166-1 alpha-2 code of the country of the publisher, where it is known. */
  country?: string | null
  /** Sources of attributions: a place that is a whole source ("Kyiv said") speaks, and is no place. */
  sources?: readonly Span[]
}>

/** Share of mentions taken for places that are, from which one is kept: where F1 is best. */
const KEEP = 0.45

/**
 * Places, in order, never overlapping, each resolved as far as it can be. Does not throw; empty when there are none.
 * Names are found by the gazetteer, told from persons' and plain words by what stands around them, and resolved
 * by what is said after a comma, by the other places of the text, and by how many people live there.
 */
export function findPlaces(analysis: Analysis, options: PlaceOptions): Place[] {
  const speakers = new Set((options.sources ?? []).map(({ start, end }) => `${start}-${end}`))
  return findMentions(analysis, options)
    .filter(({ features }) => sigmoid(score(features, "mention", options.lexicon.weights)) >= KEEP)
    .filter(({ candidate: { start, end } }) => !speakers.has(`${start}-${end}`))
    .map((mention) => toPlace(mention, analysis.text.value))
}

/** Every candidate with its features, kept or not. */
export function findMentions(analysis: Analysis, { lexicon, country = null }: PlaceOptions): Mention[] {
  const text = analysis.text.value
  const words = findWords(text)
  const candidates = findCandidates(text, words, lexicon)
  return chooseSenses(new Surroundings(analysis, words, candidates, lexicon), { lexicon, country })
}

function toPlace({ candidate, belief, senseFeatures }: Mention, text: string): Place {
  const { start, end, form } = candidate
  const best = bestOf(belief)
  const sense = belief.senses[best]
  if (!sense) {
    const because = [form === "street" ? "named as a street" : "named as a part of the land"]
    return {
      start,
      end,
      name: text.slice(start, end),
      country: null,
      latitude: null,
      longitude: null,
      precision: "none",
      because,
    }
  }
  return {
    start,
    end,
    name: sense.entry.name,
    country: sense.country,
    latitude: sense.latitude,
    longitude: sense.longitude,
    precision: sense.precision,
    because: reasons(senseFeatures[best] ?? {}, belief.senses.length),
  }
}

function reasons(features: Readonly<Record<string, number>>, senses: number): string[] {
  if (senses === 1) return ["the only place of that name in the gazetteer"]
  const said = REASONS.filter(([name, least]) => (features[name] ?? 0) >= least).map(([, , says]) => says)
  return said.length > 0 ? said : ["the likeliest of several places of that name"]
}

const REASONS = [
  ["qualified", 1, "named with the region or country that it lies in"],
  ["near support", 0.5, "near other places of the text"],
  ["region named", 0.5, "its region is named in the text"],
  ["region support", 0.5, "in the same region as other places of the text"],
  ["country named", 0.5, "its country is named in the text"],
  ["most peopled", 1, "the most peopled place of that name"],
  ["publisher's", 1, "in the publisher's country"],
] as const
