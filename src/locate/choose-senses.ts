import { foldName } from "../lexicon/fold-name.ts"
import type { PlaceLexicon } from "../lexicon/places.ts"
import type { Candidate } from "./find-candidates.ts"
import { type Belief, Geography } from "./geography.ts"
import { score, sigmoid } from "./score.ts"
import type { Sense } from "./sense.ts"
import { type Features, isWithin, type Surroundings } from "./surroundings.ts"

/** A candidate with what speaks for it, and the belief in what it stands for. */
export type Mention = Readonly<{
  candidate: Candidate
  features: Features
  belief: Belief
  senseFeatures: readonly Features[]
}>

type Group = Readonly<{
  id: string
  candidates: readonly Candidate[]
  qualifiers: readonly Candidate[]
  prior: number
  isPart: boolean
}>

const ROUNDS = 2

/**
 * What each candidate stands for, if it is a place: one sense a name and text, unless the names after their
 * commas differ. Each round asks how well a sense fits what the others stood for in the round before.
 * `country`: where the publisher sits; it decides where nothing else does.
 */
export function chooseSenses(
  surroundings: Surroundings,
  { lexicon, country }: Readonly<{ lexicon: PlaceLexicon; country: string | null }>,
): Mention[] {
  const { candidates } = surroundings
  const features = new Map(candidates.map((candidate) => [candidate, surroundings.featuresOf(candidate)] as const))
  const { groups, groupOf } = groupByName(surroundings, features, lexicon)
  const own = new Map(groups.map((group) => [group.id, ownFeatures(group, country)] as const))
  let beliefs = new Map(groups.map((group) => [group.id, believe(group, own.get(group.id)!, lexicon)] as const))
  let full = own
  let geography = new Geography([])
  for (let round = 0; round < ROUNDS; round++) {
    geography = new Geography([...beliefs.values()])
    for (const [of, weight] of findDemonyms(surroundings)) geography.addCountry(of, weight)
    full = new Map(
      groups.map((group) => [group.id, withSupport(group, own.get(group.id)!, beliefs.get(group.id), geography)]),
    )
    beliefs = new Map(groups.map((group) => [group.id, believe(group, full.get(group.id)!, lexicon)] as const))
  }
  const byKey = countForms(candidates, features)
  return candidates.map((candidate) => {
    const id = groupOf.get(candidate)!
    const belief = beliefs.get(id)!
    const senseFeatures = full.get(id)!
    const best = bestOf(belief)
    const support = best === -1 ? {} : geography.without(belief, () => geography.support(belief.senses[best]!))
    const coherence = Object.fromEntries(Object.entries(support).map(([name, value]) => [`its ${name}`, value]))
    return {
      candidate,
      belief,
      senseFeatures,
      features: { ...features.get(candidate)!, ...coherence, ...byKey.get(candidate.key) },
    }
  })
}

/** The index of the likeliest sense; -1 when there is none. */
export function bestOf({ shares }: Belief): number {
  let best = -1
  for (let i = 0; i < shares.length; i++) if (best === -1 || shares[i]! > shares[best]!) best = i
  return best
}

function groupByName(surroundings: Surroundings, features: ReadonlyMap<Candidate, Features>, lexicon: PlaceLexicon) {
  const qualified = new Map<string, Candidate[]>()
  const qualifierOf = new Map<Candidate, Candidate>()
  for (const candidate of surroundings.candidates) {
    const qualifier = surroundings.qualifierOf(candidate)
    if (!qualifier || !candidate.senses.some((inner) => qualifier.senses.some((outer) => isWithin(inner, outer))))
      continue
    qualifierOf.set(candidate, qualifier)
    qualified.set(candidate.key, [...(qualified.get(candidate.key) ?? []), qualifier])
  }
  const groupOf = new Map<Candidate, string>()
  const members = new Map<string, Candidate[]>()
  for (const candidate of surroundings.candidates) {
    const id = `${candidate.key}|${qualifierOf.get(candidate)?.key ?? qualified.get(candidate.key)?.[0]?.key ?? ""}`
    groupOf.set(candidate, id)
    members.set(id, [...(members.get(id) ?? []), candidate])
  }
  const groups = Array.from(members, ([id, candidates]): Group => {
    const key = candidates[0]!.key
    const qualifiers = id.endsWith("|") ? [] : (qualified.get(key) ?? []).filter((one) => id === `${key}|${one.key}`)
    const priors = candidates.map((candidate) => sigmoid(score(features.get(candidate)!, "mention", lexicon.weights)))
    const isPart = candidates.some(
      (candidate) => features.get(candidate)!["after region"] || features.get(candidate)!["after small region"],
    )
    return { id, candidates, qualifiers, prior: Math.max(...priors), isPart }
  })
  return { groups, groupOf }
}

/** What speaks for each sense of a name whatever else the text names. */
function ownFeatures({ candidates, qualifiers, isPart }: Group, country: string | null): Features[] {
  const { senses, key, form } = candidates[0]!
  return senses.map((sense, rank) => {
    const isNamesake = form === "name" && foldName(sense.entry.name) === key
    const fits = qualifiers.some((qualifier) => qualifier.senses.some((outer) => isWithin(sense, outer)))
    return {
      people: Math.log10(sense.people + 1) / 7,
      [`kind ${sense.kind}`]: 1,
      "well known": Math.max(0, Math.log10(sense.people + 1) - 5.5),
      "most peopled": rank === 0 ? 1 : 0,
      "own name": isNamesake ? 1 : 0,
      "has its city": !isPart && hasItsCity(sense, senses) && !(isNamesake && sense.kind === "region") ? 1 : 0,
      qualified: fits ? 1 : 0,
      "not qualified": qualifiers.length > 0 && !fits ? 1 : 0,
      "part named": isPart && (sense.kind === "district" || sense.kind === "region") ? 1 : 0,
      "publisher's": country !== null && sense.country === country ? 1 : 0,
    }
  })
}

/** Whether a region or district is called after a city in it, which the name alone then means. */
const hasItsCity = ({ kind, region }: Sense, senses: readonly Sense[]): boolean =>
  (kind === "region" || kind === "district") && senses.some((other) => other.kind === "city" && other.region === region)

const withSupport = (
  group: Group,
  own: readonly Features[],
  belief: Belief | undefined,
  geography: Geography,
): Features[] =>
  geography.without(belief, () =>
    own.map((features, i) => ({ ...features, ...geography.support(group.candidates[0]!.senses[i]!) })),
  )

function believe({ candidates, prior }: Group, features: readonly Features[], { weights }: PlaceLexicon): Belief {
  const { key, senses } = candidates[0]!
  const scores = features.map((one) => score(one, "sense", weights))
  const highest = Math.max(...scores)
  const raised = scores.map((one) => Math.exp(one - highest))
  const sum = raised.reduce((a, b) => a + b, 0)
  return { key, weight: prior, senses: senses as readonly Sense[], shares: raised.map((one) => one / sum) }
}

/** Countries by their people ("Georgian troops"), each with a weight that grows with their number and stays below 2. */
function findDemonyms({ words, lexicon }: Surroundings): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) {
    const country = word.capital ? lexicon.demonyms.get(word.lower) : undefined
    if (country) counts.set(country, Math.min(2, (counts.get(country) ?? 0) + 0.5))
  }
  return counts
}

/** How the same name stands elsewhere in the text: as a person's, or after "in". */
function countForms(
  candidates: readonly Candidate[],
  features: ReadonlyMap<Candidate, Features>,
): Map<string, Features> {
  const sums = new Map<string, { persons: number; places: number; all: number }>()
  for (const candidate of candidates) {
    const found = features.get(candidate)!
    const sum = sums.get(candidate.key) ?? { persons: 0, places: 0, all: 0 }
    const isPerson = PERSON.some((name) => found[name])
    const isPlace = PLACE.some((name) => found[name])
    sums.set(candidate.key, {
      persons: sum.persons + Number(isPerson),
      places: sum.places + Number(isPlace),
      all: sum.all + 1,
    })
  }
  return new Map(
    Array.from(sums, ([key, { persons, places, all }]) => [
      key,
      { "person elsewhere": persons / all, "place elsewhere": places / all, repeated: Math.log(all) / 3 },
    ]),
  )
}

const PERSON = ["before title", "before given", "before initial", "after surname", "after age"]
const PLACE = ["before in", "before place of", "after its region", "after dash", "after based"]
