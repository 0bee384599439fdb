import type { SpeakerJson } from "../../formats/claim-json.ts"
import { figureWords } from "../../formats/figure-words.ts"
import type { EvidenceJson, FigureJson, PlaceJson, TimeJson } from "../../formats/findings-json.ts"
import type { Method, Stance } from "../../model/evidence.ts"
import type { Period } from "../../model/figure.ts"
import type { PlacePrecision } from "../../model/place.ts"
import { type Fact, fact } from "./fact.ts"
import type { Numbered } from "./numbered.ts"
import { type Entities, KIND_WORDS } from "./speaker-facts.ts"
import { timeInWords } from "./time-in-words.ts"

/** What the facts of one text may refer to. */
export type Known = Readonly<{
  entities: Entities
  attributions: ReadonlyMap<string, Numbered>
  figures: ReadonlyMap<string, FigureJson>
}>

const PERIOD_WORDS: Readonly<Record<Period, string | null>> = {
  incident: "this event",
  day: "the last day",
  cumulative: "all until then",
  unknown: null,
}

/** A figure's interval, what it counts, of whom, over which time, and who claims it. */
export function figureFacts(figure: FigureJson, known: Known): Fact[] {
  const { measure, low, high, of, status, period, asOf, meant, said, place, partOf, sameAs, side } = figure
  const other = (name: string, id: string | null): Fact[] => {
    const found = id === null ? undefined : known.figures.get(id)
    return found ? [{ name, value: `“${found.text}”: ${figureWords(found)}`, href: `#in-${found.id}` }] : []
  }
  const holds = [asOf && `“${asOf.text}”`, meant && timeInWords(meant)].filter(Boolean).join(", ")
  return [
    fact("interval", intervalOf(low, high), "both ends open"),
    ...(figure.about ? [fact("exactness", "about, as printed")] : []),
    fact("measure", measure),
    fact("of whom", of),
    ...(status === "unknown" ? [] : [fact("status", status)]),
    ...(side === null ? [] : [fact("side", side)]),
    fact("period", PERIOD_WORDS[period]),
    fact("as of", holds),
    ...(said === null ? [] : [fact("said", timeInWords(said))]),
    ...(place === null ? [] : [fact("place", place)]),
    ...other("part of", partOf),
    ...other("repeats", sameAs),
    claimFact("claimed by", figure.attribution, known),
  ]
}

/** Its ends, both included; null when both are open. */
function intervalOf(low: number | null, high: number | null): string | null {
  const [from, to] = [low, high].map((value) => value?.toLocaleString("en-GB", { maximumFractionDigits: 3 }))
  if (from && to) return from === to ? `exactly ${from}` : `${from} to ${to}`
  return from ? `${from} and up` : to ? `up to ${to}` : null
}

const OWN_VOICE = "nobody: the publisher’s own voice"

/** Whose claim it belongs to, with a link to the claim's card. */
function claimFact(name: string, id: string | null, { attributions, entities }: Known, none = OWN_VOICE): Fact {
  const one = id === null ? undefined : attributions.get(id)
  if (!one) return { name, value: none }
  const { speaker, source } = one.attribution
  const resolved = speaker === null ? undefined : entities.get(speaker)
  const who = resolved?.name ?? source?.text ?? "nobody named"
  return { name, value: `${who} (${one.number})`, href: `#${one.attribution.id}` }
}

/** The figure's claimant alone, for a list; null in the publisher's own voice. */
export function claimantOf(id: string | null, known: Known): string | null {
  return id !== null && known.attributions.has(id) ? claimFact("", id, known).value : null
}

/** What words for a time mean, how exactly, and how that was found. */
export const timeFacts = ({ value, precision, because }: TimeJson): Fact[] => [
  fact("means", value === null ? null : timeInWords(value), "not resolved"),
  ...(value === null ? [] : [fact("value", value), fact("precision", precision)]),
  fact("because", because.join("; "), "no reason was kept"),
]

const PRECISION_WORDS: Readonly<Record<PlacePrecision, string>> = {
  exact: "one spot",
  city: "a city",
  region: "a region",
  country: "a country",
  none: "no point on the map",
}

const COUNTRIES = new Intl.DisplayNames("en-GB", { type: "region" })

/** Which place it is taken for, and how exactly. */
export const placeFacts = (place: PlaceJson): Fact[] => {
  const { name, country, precision, latitude, longitude, because } = place
  const point = latitude !== null && longitude !== null ? `${latitude.toFixed(3)}, ${longitude.toFixed(3)}` : null
  return [
    fact("taken for", isUnresolvedPlace(place) ? null : name, "not resolved"),
    fact("country", country && countryName(country), "not known"),
    fact("precision", PRECISION_WORDS[precision]),
    fact("point", point, "none"),
    fact("because", because.join("; "), "no reason was kept"),
  ]
}

/** A place of which neither a point nor a country is known. */
export const isUnresolvedPlace = ({ latitude, country }: PlaceJson): boolean => latitude === null && country === null

/** The code itself where the language knows no name for it. */
function countryName(code: string): string {
  try {
    return COUNTRIES.of(code) ?? code
  } catch {
    return code
  }
}

const METHOD_WORDS: Readonly<Record<Method, string>> = {
  published: "published it",
  obtained: "obtained it",
  seen: "saw it",
  reviewed: "examined it",
  compared: "compared it with other material",
  geolocated: "found out where it was made",
  forensic: "forensic examination",
  interviewed: "interviewed them",
  asked: "asked",
  unverified: "a check failed or was not possible",
}

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  for: "supports",
  against: "contradicts",
  open: "leaves open",
}

/** What the evidence is, who checked it and how, what was found, and which claim it speaks to. */
export const evidenceFacts = (evidence: EvidenceJson, known: Known): Fact[] => [
  fact("kind", evidence.kind),
  fact("checker", evidence.checker?.text ?? null, "nobody named"),
  fact("method", evidence.method && METHOD_WORDS[evidence.method]),
  fact("finding", evidence.finding?.text ?? null),
  claimFact(STANCE_WORDS[evidence.stance], evidence.attribution, known, "no claim of the text"),
]

/** "person, governor of the province". */
export const entityWords = ({ kind, roles }: Pick<SpeakerJson, "kind" | "roles">): string =>
  [KIND_WORDS[kind], ...roles].join(", ")
