import type { PlaceLexicon } from "../lexicon/places.ts"
import type { Analysis } from "../model/analysis.ts"
import type { Candidate } from "./find-candidates.ts"
import type { Word } from "./place-words.ts"

/** What speaks for and against words being a place, by name; what is absent is 0. */
export type Features = Readonly<Record<string, number>>

/** Features of the words around a candidate, and of the name itself. */
export class Surroundings {
  readonly text: string
  readonly words: readonly Word[]
  readonly candidates: readonly Candidate[]
  readonly lexicon: PlaceLexicon
  readonly #names: Analysis["names"]
  readonly #starts: ReadonlySet<number>
  readonly #byFirst: ReadonlyMap<number, number>

  constructor(analysis: Analysis, words: readonly Word[], candidates: readonly Candidate[], lexicon: PlaceLexicon) {
    this.text = analysis.text.value
    this.words = words
    this.candidates = candidates
    this.lexicon = lexicon
    this.#names = analysis.names
    this.#starts = new Set(analysis.sentences.map(({ start }) => start))
    this.#byFirst = new Map(candidates.map(({ first }, index) => [first, index]))
  }

  /** Whether a class of context words holds the word at an index. */
  is(at: number, kind: string): boolean {
    const word = this.words[at]
    return word !== undefined && (this.lexicon.context.get(kind)?.has(word.lower) ?? false)
  }

  gap = (at: number): string => this.text.slice(this.words[at]?.end ?? 0, this.words[at + 1]?.start ?? this.text.length)

  /** The candidate after a comma that may say where this one lies; null when none does. */
  qualifierOf(candidate: Candidate): Candidate | null {
    if (!/^,\s{1,2}$/.test(this.gap(candidate.last))) return null
    const index = this.#byFirst.get(candidate.last + 1)
    return index === undefined ? null : (this.candidates[index] ?? null)
  }

  featuresOf(candidate: Candidate): Features {
    return {
      ...this.#ofName(candidate),
      ...this.#before(candidate),
      ...this.#after(candidate),
      ...this.#tags(candidate),
    }
  }

  #ofName({ key, first, last, form, senses }: Candidate): Record<string, number> {
    const best = senses[0]
    const single = first === last
    const word = this.words[first]!
    const count = (on: boolean): number => (on ? 1 : 0)
    const isCommon = single && this.lexicon.commonWords.has(key)
    const inflated = this.words.slice(Math.max(0, first - 3), last + 4).filter(({ loud }) => loud).length
    return {
      bias: 1,
      [`form ${form}`]: 1,
      people: form === "name" ? Math.log10((best?.people ?? 0) + 1) / 7 : 0,
      "is country": count(form === "name" && senses.some(({ kind }) => kind === "country")),
      "is region": count(form === "name" && senses.some(({ kind }) => kind === "region")),
      "is district": count(form === "name" && senses.every(({ kind }) => kind === "district")),
      several: count(!single && form === "name"),
      senses: form === "name" ? Math.log(senses.length + 1) / 4 : 0,
      common: count(isCommon),
      given: count(single && form === "name" && this.lexicon.givenNames.has(key)),
      surname: count(single && form === "name" && this.lexicon.surnames.has(key)),
      short: count(single && form === "name" && key.length <= 3),
      "sentence start": count(this.#starts.has(word.start)),
      loud: count(word.loud && form === "name"),
      "loud around": count(inflated >= 5),
    }
  }

  #before({ first }: Candidate): Record<string, number> {
    const before = this.words[first - 1]
    if (!before) return { "before nothing": 1 }
    const gap = this.gap(first - 1)
    const near = /^[ -]$/.test(gap)
    const person = /^\.? $/.test(gap)
    const initial = before.capital && before.end - before.start === 1 && person
    const found: Record<string, number> = {}
    if (near && !before.capital) {
      for (const kind of ["in", "from", "and"]) if (this.is(first - 1, kind)) found[`before ${kind}`] = 1
      if (before.lower === "of") found[this.is(first - 2, "place-noun") ? "before place of" : "before of"] = 1
      if (before.lower === "the") found["before the"] = 1
      if (this.is(first - 1, "direction")) found["before direction"] = 1
    }
    if (initial) found["before initial"] = 1
    else if (person && this.is(first - 1, "title")) found["before title"] = 1
    else if (near && before.capital && this.lexicon.givenNames.has(before.lower)) found["before given"] = 1
    else if (near && before.capital && this.is(first - 1, "direction")) found["before capital direction"] = 1
    else if (near && before.capital && this.is(first - 1, "place-noun")) found["before capital place"] = 1
    else if (near && before.capital && gap === " ") found["before capital"] = 1
    if (/^, $/.test(gap) && before.capital) found["before comma"] = 1
    if (/^, $/.test(gap) && this.candidates.some(({ last }) => last === first - 1)) found.qualifies = 1
    if (/["“”‘'(]\s?$/.test(gap)) found["before mark"] = 1
    return found
  }

  #after(candidate: Candidate): Record<string, number> {
    const { last, end } = candidate
    const rest = this.text.slice(end, end + 24)
    const after = this.words[last + 1]
    const found: Record<string, number> = {}
    if (/^\.?,? ?\(?[A-Z ]{0,12}\)? ?(?:—|--|–| - )/.test(rest)) found["after dash"] = 1
    if (/^['’]s? ?/i.test(rest)) found["after possessive"] = 1
    if (/^, \d\d?,/.test(rest)) found["after age"] = 1
    const qualifier = this.qualifierOf(candidate)
    if (qualifier?.senses.some(({ kind }) => kind === "region" || kind === "country")) {
      const matched = qualifier.senses.some((outer) => candidate.senses.some((inner) => isWithin(inner, outer)))
      found[matched ? "after its region" : "after a region"] = 1
    }
    if (!after || !/^[ -]$/.test(this.gap(last))) return found
    if (after.capital) {
      const kind = ["institution", "club", "region", "street", "water", "land"].find((of) => this.is(last + 1, of))
      found[`after ${kind ?? (this.lexicon.surnames.has(after.lower) ? "surname" : "capital")}`] = 1
    } else {
      for (const kind of ["follower", "speech", "region"]) if (this.is(last + 1, kind)) found[`after small ${kind}`] = 1
      if (/^(?:and|in|to|on|at|for|with)$/.test(after.lower)) found["after link"] = 1
    }
    if (/^-based\b/.test(rest)) found["after based"] = 1
    return found
  }

  /** What the model that tags names says; empty when it says nothing of the text. */
  #tags({ start, end }: Candidate): Record<string, number> {
    if (this.#names.length === 0) return {}
    const tag = this.#names.find((name) => name.start < end && start < name.end)
    return tag ? { [`tag ${tag.kind}`]: tag.score } : { "tag nothing": 1 }
  }
}

/** Whether a place lies in a region or country, by their codes. */
export const isWithin = (
  inner: Readonly<{ country: string | null; region: string | null; kind: string }>,
  outer: Readonly<{ country: string | null; region: string | null; kind: string }>,
): boolean => {
  if (inner.kind === "country") return false
  if (outer.kind === "country") return inner.country !== null && inner.country === outer.country
  return outer.kind === "region" && inner.region !== null && inner.region === outer.region && inner.kind !== "region"
}
