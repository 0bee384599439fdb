import type { SpeakerLexicon } from "../lexicon/speakers.ts"
import type { Analysis } from "../model/analysis.ts"
import type { NamedSpan } from "../model/entity.ts"
import type { Span } from "../model/span.ts"
import { overlaps } from "../model/span.ts"
import { findCapitals } from "./find-capitals.ts"
import { singular } from "./look-up-noun.ts"
import { mendNames } from "./mend-names.ts"
import { type Name, type NameKind, toName } from "./name.ts"
import { placedNames } from "./placed-names.ts"
import type { Token } from "./token.ts"

/**
 * Names of a text in order, none overlapping: the model's where it found any, else by capitals. Where the model
 * speaks, capitals add what stands in a source, and what is printed as a name elsewhere. A name of one spelling has
 * one kind: the one that most of its places speak for.
 */
export function gatherNames(
  analysis: Analysis,
  tokens: readonly Token[],
  options: Readonly<{ sources: readonly Span[]; lexicon: SpeakerLexicon }>,
): Name[] {
  const { lexicon, sources } = options
  const capitals = findCapitals(analysis.text.value, tokens, lexicon)
  const wanted =
    analysis.names.length > 0 ? capitals.filter((name) => sources.some((source) => overlaps(source, name))) : capitals
  const spans = withoutOverlaps([...analysis.names], wanted)
  const names = mendNames(toNames(spans, tokens, lexicon), { text: analysis.text.value, tokens, lexicon })
  const all = [...names, ...repeats(tokens, names)].sort((a, b) => a.start - b.start)
  return withOneKind(all, tokens, { lexicon, placed: placedNames(all, tokens, { analysis, lexicon }) })
}

const toNames = (spans: readonly NamedSpan[], tokens: readonly Token[], lexicon: SpeakerLexicon): Name[] =>
  spans.flatMap((span) => toName(tokens, span, lexicon) ?? []).filter((name) => names(name, tokens, lexicon))

/** Words that all begin small name nobody, nor does "Lodmarkian" alone. */
function names({ from, to, words, kind }: Name, tokens: readonly Token[], lexicon: SpeakerLexicon): boolean {
  const { peoples, places } = lexicon
  if (words.length === 1 && (CONTRACTED.test(words[0]!) || isPronoun(tokens[from]!))) return false
  if (isOfUndertaking(tokens, from)) return false
  if (words.length === 1 && isPeople(words[0]!, peoples) && !places.has(words[0]!)) return false
  if (kind === "person" && isOfNouns(words, lexicon)) return false
  if (words.length === 1 && isOfMany(words[0]!, lexicon) && isCapitalAtStartsOnly(tokens, from)) return false
  return tokens.slice(from, to).some(({ text }) => !/^\p{Ll}/u.test(text))
}

/** "Democratic", "Norvanian Survivors", "Great Debate": no given name before a noun that names no one. */
function isOfNouns(words: readonly string[], { nouns, titles, givenNames }: SpeakerLexicon): boolean {
  const last = words.at(-1)!
  if (words.length === 1) return /(?:ic|ican)$/.test(last) && titles.has(last)
  if (givenNames.has(words[0]!) || titles.has(words[0]!)) return false
  const single = last.replace(/s$/, "")
  const kind = nouns.get(last)?.kind ?? (single === last ? undefined : nouns.get(single)?.kind)
  return kind === "document" || kind === "group" || (single !== last && (kind === "person" || kind === "voice"))
}

/** "Prosecutors", "Witnesses": several of what a noun calls, or a crowd. */
function isOfMany(word: string, { nouns }: SpeakerLexicon): boolean {
  const single = singular(word)
  const kind = single === null ? undefined : nouns.get(single)?.kind
  return nouns.get(word)?.kind === "group" || kind === "person" || kind === "voice"
}

/** Whether a word has a capital only where each word has one: at the start of a sentence. */
function isCapitalAtStartsOnly(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!
  return tokens.every((token) => token.lower !== lower || token.first || !token.capital)
}

/** "US" and "WHO" are none. */
const isPronoun = ({ text, lower }: Token): boolean =>
  PRONOUNS.has(lower) && (text === "I" || !/^\p{Lu}{2}|\./u.test(text))
const PRONOUNS = new Set("i you he she it we they me him her us them who its god allah".split(" "))

/** Whether a name is that of an undertaking or a ship: "Operation Silent Tarn", "HMS Lodmark". */
function isOfUndertaking(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at >= Math.max(0, from - FARTHEST) && tokens[at]!.sentence === tokens[from]!.sentence; at--) {
    const { text, capital, possessive } = tokens[at]!
    if (UNDERTAKINGS.has(text) && tokens[at + 1]?.capital) return true
    if (!capital || possessive) return false
  }
  return false
}
const UNDERTAKINGS = new Set(["Operation", "Exercise", "HMS", "USS", "HMAS", "HMCS", "USNS", "RFA"])

const CONTRACTED = /^(?:i|you|he|she|it|we|they|who|that|there|here|what|let)'(?:s|ve|re|ll|d|m)$/

/** "Norvanian", "Lodmark-Norvanians". */
function isPeople(word: string, peoples: ReadonlySet<string>): boolean {
  const last = word.includes("-") ? word.slice(word.lastIndexOf("-") + 1) : word
  return peoples.has(last) || (last !== word && last.endsWith("s") && peoples.has(last.slice(0, -1)))
}

function withoutOverlaps(first: readonly NamedSpan[], second: readonly NamedSpan[]): NamedSpan[] {
  let at = 0
  const added = second.filter((name) => {
    while (at < first.length && first[at]!.end <= name.start) at++
    return at >= first.length || !overlaps(first[at]!, name)
  })
  return [...first, ...added].sort((a, b) => a.start - b.start)
}

/** Places where the words of a name of several words, or the last one of a person's, stand with capitals but were not found. */
function repeats(tokens: readonly Token[], names: readonly Name[]): Name[] {
  const known = new Map<string, Name>()
  for (const name of names) {
    known.set(name.words.join(" "), name)
  }
  const surnames = new Map(
    names.filter(({ kind, words }) => kind === "person" && words.length > 1).map((name) => [name.words.at(-1)!, name]),
  )
  const longest = Math.min(8, Math.max(0, ...names.map(({ words }) => words.length)))
  const taken = new Uint8Array(tokens.length)
  for (const { from, to } of names) taken.fill(1, from, to)
  const found: Name[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (taken[from] || !tokens[from]!.capital) continue
    const name = repeatAt(tokens, from, { known, surnames, longest, taken })
    if (!name) continue
    found.push(name)
    from = name.to - 1
  }
  return found
}

type Known = Readonly<{
  known: ReadonlyMap<string, Name>
  surnames: ReadonlyMap<string, Name>
  longest: number
  taken: Uint8Array
}>

function repeatAt(tokens: readonly Token[], from: number, { known, surnames, longest, taken }: Known): Name | null {
  let free = from
  while (
    free < tokens.length &&
    free < from + longest &&
    !taken[free] &&
    tokens[free]!.sentence === tokens[from]!.sentence
  )
    free++
  for (let to = free; to > from; to--) {
    const words = tokens.slice(from, to).map(({ lower }) => lower)
    const name = known.get(words.join(" ")) ?? (words.length === 1 ? surnames.get(words[0]!) : undefined)
    if (!name || !tokens[to - 1]!.capital) continue
    const [head, tail] = [tokens[from]!, tokens[to - 1]!]
    return {
      start: head.start,
      end: tail.end,
      kind: name.kind,
      score: name.score / 2,
      from,
      to,
      words,
      gender: null,
      possessive: tail.possessive,
    }
  }
  return null
}

/** How much one "the Tarn militia" tells that Tarn is no person. */
const TROOP = 4
const FARTHEST = 2

/** Whether an outlet is called so, or what stands beside a name tells that it is an institution. */
function isInstitution(name: Name, tokens: readonly Token[], lexicon: SpeakerLexicon): boolean {
  if (lexicon.places.has(name.words.join(" "))) return false
  if (lexicon.outlets.has(name.words.join(" "))) return true
  return name.words.length === 1 && (isTroop(name, tokens, lexicon) || isCalledOne(name, tokens, lexicon))
}

/** "the Norvanian newspaper Tarn", "Tarn, the news agency,", "Tarn's shareholders". */
function isCalledOne({ from, to }: Name, tokens: readonly Token[], { nouns }: SpeakerLexicon): boolean {
  const [before, last] = [tokens[from - 1], tokens[to - 1]!]
  const isOne = (token: Token | undefined): boolean =>
    token !== undefined &&
    token.sentence === last.sentence &&
    !token.capital &&
    !token.possessive &&
    FIRMS.has(token.lower)
  if (isOne(before) && tokens[from - 1]!.end === tokens[from]!.start - 1) return true
  if (last.possessive) return HELD.has(tokens[to]?.lower ?? "")
  const opens = tokens[to]
  if (!opens || opens.start !== last.end + 2 || !["a", "an", "the"].includes(opens.lower)) return false
  for (let at = to + 1; at <= to + APART; at++) {
    if (isOne(tokens[at])) return true
    const kind = nouns.get(tokens[at]?.lower ?? "")?.kind
    if (kind === "person" || kind === "voice" || tokens[at]?.end !== (tokens[at + 1]?.start ?? 0) - 1) return false
  }
  return false
}
/** The most words between an article and the noun: "the Norvanian state news agency". */
const APART = 5
/** Nouns for institutions that stand before or after the name of one. */
const FIRMS = new Set(
  "newspaper magazine company firm agency network broadcaster channel website site startup manufacturer maker bank airline publisher charity nonprofit tabloid outlet carmaker automaker retailer party conglomerate".split(
    " ",
  ),
)
/** What institutions have and people have not. */
const HELD = new Set(
  "shareholders shares stock headquarters earnings ceo chairman board employees subsidiary investors editors".split(
    " ",
  ),
)

/** "the Tarn group", "the Tarn mercenary group": an article, the name, and a noun for an institution or for people. */
function isTroop({ from, to }: Name, tokens: readonly Token[], { nouns, organisationWords }: SpeakerLexicon): boolean {
  if (tokens[from - 1]?.lower !== "the" || tokens[to - 1]!.possessive) return false
  for (let at = to; at <= to + FARTHEST && at < tokens.length; at++) {
    const { lower, capital, sentence, possessive } = tokens[at]!
    if (capital || possessive || sentence !== tokens[from]!.sentence) return false
    const kind = nouns.get(lower)?.kind
    if (TROOPS.has(lower) || (kind === "organisation" && organisationWords.has(lower) && !OWNED.has(lower))) return true
    if (kind && kind !== "person") return false
  }
  return false
}
const TROOPS = new Set([
  "group",
  "militia",
  "company",
  "organisation",
  "organization",
  "network",
  "brigade",
  "battalion",
])
/** What is called after a person. */
const OWNED = new Set(["administration", "campaign", "government", "cabinet", "team", "camp", "foundation"])

/** A word that is the surname of someone named in full is a person's, unless it is a place's too. */
function withOneKind(
  names: readonly Name[],
  tokens: readonly Token[],
  { lexicon, placed }: Readonly<{ lexicon: SpeakerLexicon; placed: ReadonlyMap<string, number> }>,
): Name[] {
  const { places } = lexicon
  const votes = new Map<string, Map<NameKind, number>>()
  const add = (key: string, kind: NameKind, score: number): void => {
    const vote = votes.get(key) ?? new Map<NameKind, number>()
    votes.set(key, vote.set(kind, (vote.get(kind) ?? 0) + score))
  }
  for (const name of names) {
    const { words, kind, score } = name
    if (isInstitution(name, tokens, lexicon)) add(words.join(" "), "organisation", TROOP)
    add(words.join(" "), kind, score)
    if (kind === "person" && words.length > 1 && !places.has(words.at(-1)!)) add(words.at(-1)!, kind, SURNAME * score)
  }
  for (const [key, weight] of placed) if (votes.has(key)) add(key, "place", weight)
  return names.map((name) => {
    const vote = [...votes.get(name.words.join(" "))!].sort((a, b) => b[1] - a[1])[0]!
    return vote[0] === name.kind ? name : { ...name, kind: vote[0] }
  })
}

/** How much more a full name tells of its last word's kind than the word alone. */
const SURNAME = 8
