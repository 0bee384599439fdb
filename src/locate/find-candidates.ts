import { foldName } from "../lexicon/fold-name.ts"
import type { PlaceLexicon } from "../lexicon/places.ts"
import type { Word } from "./place-words.ts"
import { type Sense, senseOfEntry, senseOfFeature } from "./sense.ts"

/** Words that may name a place. `first` and `last` are indexes of words. */
export type Candidate = Readonly<{
  start: number
  end: number
  first: number
  last: number
  key: string
  form: "name" | "abbreviation" | "feature" | "street" | "land"
  /** Most peopled first; none: the gazetteer has no such name. */
  senses: readonly Sense[]
}>

const LONGEST = 6
/** Beyond the most peopled ones a sense is never right without a qualifier, and the time would grow. */
const MOST_SENSES = 60
const PLAIN = ["institution", "street", "land", "water", "region", "direction", "title", "small", "from", "in"]
const GAP = /^(?: ?[-‐‑–] ?|\.? | ?['’] ?| & )$/u

/** Candidates in order, never overlapping: at each word the longest name that is known. */
export function findCandidates(text: string, words: readonly Word[], lexicon: PlaceLexicon): Candidate[] {
  const found: Candidate[] = []
  const reader = new CandidateReader(text, words, lexicon)
  for (let at = 0; at < words.length; ) {
    const candidate = reader.readAt(at)
    if (candidate) found.push(candidate)
    at = candidate ? candidate.last + 1 : at + 1
  }
  return found
}

class CandidateReader {
  readonly #known = new Map<string, readonly Sense[]>()
  readonly text: string
  readonly words: readonly Word[]
  readonly lexicon: PlaceLexicon

  constructor(text: string, words: readonly Word[], lexicon: PlaceLexicon) {
    this.text = text
    this.words = words
    this.lexicon = lexicon
  }

  readAt(first: number): Candidate | null {
    const word = this.words[first]!
    const isRoad = this.#is(first, "road-before")
    if (!word.capital && !(/\d/.test(word.lower) && this.#isCapital(first + 1))) return null
    if (isRoad && /^\s?\d/.test(this.text.slice(word.end, word.end + 2)))
      return this.#make(first, first + 1, "street", [])
    return this.#abbreviation(first) ?? this.#named(first) ?? this.#shaped(first)
  }

  #abbreviation(first: number): Candidate | null {
    const { start } = this.words[first]!
    for (const length of [6, 5, 4, 3, 2]) {
      const printed = this.text.slice(start, start + length)
      const meaning = this.lexicon.abbreviations.get(printed)
      if (!meaning || printed.length < length || /^[\p{L}\p{N}]/u.test(this.text.slice(start + length))) continue
      if (!meaning.alone && !this.#qualifies(start)) continue
      const region = this.lexicon.gazetteer.region(meaning.code)
      if (!region) continue
      let last = first
      while (last + 1 < this.words.length && this.words[last + 1]!.start < start + length) last++
      return {
        start,
        end: start + length,
        first,
        last,
        key: meaning.code,
        form: "abbreviation",
        senses: [senseOfEntry(region)],
      }
    }
    return null
  }

  /** Whether it stands where a state stands: after a capitalised word and a comma, or a party's letter and a hyphen. */
  #qualifies(start: number): boolean {
    return /(?:\p{Lu}[\p{L}.'’]*,\s|\([^)]{0,20},\s|\b[RDI]-)$/u.test(this.text.slice(Math.max(0, start - 30), start))
  }

  #named(first: number): Candidate | null {
    if (!this.words[first]!.capital) return null
    const end = this.#reach(first)
    for (let last = end; last >= first; last--) {
      if (!this.words[last]!.capital && !/^\p{Lu}/u.test(this.text.slice(this.words[last]!.start))) continue
      if (
        this.#is(last, "street") &&
        last > first &&
        this.#areAllCapital(first, last) &&
        !this.#isKnownLand(first, last)
      )
        return this.#street(first, last)
      const key = foldName(this.text.slice(this.words[first]!.start, this.words[last]!.end))
      const feature = this.lexicon.features.get(key)
      if (feature) return this.#make(first, last, "feature", [senseOfFeature(feature)])
      const senses = this.#senses(key)
      if (senses.length > 0 && !(first === last && this.#isPlain(first))) return this.#make(first, last, "name", senses)
    }
    return null
  }

  /** A people, or a word for a kind of place or institution: "Somali", "University", though somewhere a town is called so. */
  #isPlain(at: number): boolean {
    return this.lexicon.demonyms.has(this.words[at]!.lower) || PLAIN.some((kind) => this.#is(at, kind))
  }

  #isKnownLand = (first: number, last: number): boolean =>
    this.lexicon.features.has(foldName(this.text.slice(this.words[first]!.start, this.words[last]!.end)))

  #senses(key: string): readonly Sense[] {
    const known = this.#known.get(key)
    if (known) return known
    const senses = this.lexicon.gazetteer.find(key).slice(0, MOST_SENSES).map(senseOfEntry)
    this.#known.set(key, senses)
    return senses
  }

  /** The last word of the longest run of capitalised and small linking words that begins here. */
  #reach(first: number): number {
    let last = first
    for (let at = first + 1; at < this.words.length && at < first + LONGEST; at++) {
      const gap = this.text.slice(this.words[at - 1]!.end, this.words[at]!.start)
      if (!GAP.test(gap)) break
      if (gap.startsWith(".") && !/^(?:st|ste|mt|ft)$/.test(this.words[at - 1]!.lower)) break
      if (this.words[at]!.capital) last = at
      else if (!this.#is(at, "small")) break
    }
    return last
  }

  /** Names that say by their last word what they are, though the gazetteer has them not: streets, rivers, parks. */
  #shaped(first: number): Candidate | null {
    const end = this.#reach(first)
    for (let last = end; last > first; last--) {
      if (!this.words[last]!.capital) continue
      if (!this.#areAllCapital(first, last) || this.#isPlain(first) || /^(?:an?|the)$/.test(this.words[first]!.lower))
        continue
      if (this.#is(last, "street")) return this.#street(first, last)
      const isLand = this.#is(last, "water") || this.#is(last, "land") || this.#is(last, "region")
      if (isLand) return this.#make(first, last, "land", [])
    }
    if (this.#is(first, "before-land") && this.#isCapital(first + 1) && end > first)
      return this.#make(first, first + 1, "land", [])
    return null
  }

  #street(first: number, last: number): Candidate {
    const dotted = this.text[this.words[last]!.end] === "." && this.words[last]!.lower.length <= 4
    const made = this.#make(first, last, "street", [])
    return dotted && /^\.\s*[,;a-z)]/.test(this.text.slice(made.end)) ? { ...made, end: made.end + 1 } : made
  }

  #areAllCapital(first: number, last: number): boolean {
    for (let at = first; at <= last; at++) if (!this.words[at]!.capital) return false
    return true
  }

  #isCapital = (at: number): boolean => this.words[at]?.capital ?? false

  #is(at: number, kind: string): boolean {
    const word = this.words[at]
    return word !== undefined && (this.lexicon.context.get(kind)?.has(word.lower) ?? false)
  }

  #make(first: number, last: number, form: Candidate["form"], senses: readonly Sense[]): Candidate {
    const { start } = this.words[first]!
    const { end } = this.words[last]!
    return { start, end, first, last, key: foldName(this.text.slice(start, end)), form, senses }
  }
}
