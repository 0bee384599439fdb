import type { SpeakerLexicon } from "../lexicon/speakers.ts"
import { shoutedSentences } from "./find-capitals.ts"
import { spanning } from "./grow-names.ts"
import type { Name } from "./name.ts"
import type { Token } from "./token.ts"

type Text = Readonly<{ text: string; tokens: readonly Token[]; lexicon: SpeakerLexicon }>

/**
 * Names that a finder broke into pieces, put together: "New" and "Lodmark" where the gazetteer has both as one, "the
 * Harbours" and "Exchange Commission" around "and", and the words before "(ABC)" that begin with these letters.
 */
export function joinNames(names: readonly Name[], options: Text): Name[] {
  const persons = joinPersons(joinInitials(names, inText(options)), options)
  const joined = joinPairs(joinPlaces(persons, options), options)
  return spellOut(goOnToInitials(joined, options), options)
}

/** With what tells a name from other words with a capital. */
type Seen = Text & Readonly<{ small: ReadonlySet<string>; isShouted: (token: Token) => boolean }>

function inText(options: Text): Seen {
  const { tokens } = options
  const shouted = shoutedSentences(tokens)
  const small = new Set(tokens.filter(({ capital }) => !capital).map(({ lower }) => lower))
  return { ...options, small, isShouted: ({ sentence }) => shouted.has(sentence) }
}

/** "Robin A" goes on with ". Roe", and "Roe" begins with the given name before it. */
function joinInitials(names: readonly Name[], options: Seen): Name[] {
  const { tokens } = options
  const found: Name[] = []
  for (const name of names) {
    const last = found.at(-1)
    if (last && name.from < last.to) {
      if (name.to > last.to) found[found.length - 1] = spanning(last, last.from, name.to, tokens)
      continue
    }
    let { from, to } = name
    if (name.kind === "person") {
      while (isInitial(options, to - 1) && to - from < LONGEST && followsInitial(options, to)) to++
      if (isGiven(options, from) && !(last && from - 1 < last.to)) from--
    }
    found.push(from < name.from || to > name.to ? spanning(name, from, to, tokens) : name)
  }
  return found
}

/** "Robin" and "Roe", found apart with a space between them, are one person. */
function joinPersons(names: readonly Name[], options: Text): Name[] {
  const { tokens, lexicon } = options
  const found: Name[] = []
  for (const name of names) {
    const last = found.at(-1)
    const isOne =
      last?.kind === "person" &&
      name.kind === "person" &&
      name.from === last.to &&
      !last.possessive &&
      (last.words.length === 1 || name.words.length === 1) &&
      !last.words.some((word) => SMALL.has(word)) &&
      inOneSentence(options, last.from, name.from) &&
      gapBefore(options, name.from) === " " &&
      !(last.words.length === 1 && isTitle(last.words[0]!, lexicon))
    if (isOne) found[found.length - 1] = spanning(last, last.from, name.to, tokens)
    else found.push(name)
  }
  return found
}

/** A title, unless it is a given name too. */
const isTitle = (word: string, { titles, givenNames }: SpeakerLexicon): boolean =>
  titles.has(word) && !givenNames.has(word)

const LONGEST = 5
const isInitial = ({ tokens }: Text, at: number): boolean => /^\p{Lu}$/u.test(tokens[at]!.text)
const followsInitial = (options: Text, at: number): boolean =>
  options.tokens[at]?.capital === true && inOneSentence(options, at - 1, at) && /^\.?\s$/.test(gapBefore(options, at))

/** Whether a single word stands behind a given name with a capital that opens no sentence. */
function isGiven(options: Seen, from: number): boolean {
  const { tokens, lexicon } = options
  const [before, name] = [tokens[from - 1], tokens[from]!]
  if (!before?.capital || before.possessive || before.sentence !== name.sentence) return false
  if (gapBefore(options, from) !== " " || lexicon.givenNames.has(name.lower) || lexicon.titles.has(before.lower))
    return false
  if (before.first && (isSaid(lexicon, before.lower) || options.small.has(before.lower))) return false
  return lexicon.givenNames.has(before.lower) || isUnknown(options, from - 1)
}

/** A word that does more than name: "will", "hope". */
const isSaid = ({ nouns, neverNames }: SpeakerLexicon, word: string): boolean => nouns.has(word) || neverNames.has(word)

/** Whether a word with a capital amid its sentence is on no list and nowhere small: a given name that nobody listed. */
function isUnknown(options: Seen, at: number): boolean {
  const { tokens, lexicon, small } = options
  const { lower, first, text } = tokens[at]!
  if (
    first ||
    isSaid(lexicon, lower) ||
    isSaid(lexicon, lower.replace(/s$/, "")) ||
    lexicon.organisationWords.has(lower) ||
    lexicon.outlets.has(lower)
  )
    return false
  if (lexicon.places.has(lower) || lexicon.peoples.has(lower) || lexicon.classes.ofWord.has(lower)) return false
  if (!/^\p{Lu}\p{Ll}+$/u.test(text) || /(?:ed|ing|ly|ian|ese|ish|can)$/.test(lower) || small.has(lower)) return false
  const isAlone = !tokens[at - 1]!.capital || gapBefore(options, at) !== " "
  return isAlone && !options.isShouted(tokens[at]!)
}

const gapBefore = ({ text, tokens }: Text, at: number): string => text.slice(tokens[at - 1]!.end, tokens[at]!.start)
const inOneSentence = ({ tokens }: Text, a: number, b: number): boolean => tokens[a]?.sentence === tokens[b]?.sentence

function joinPlaces(names: readonly Name[], options: Text): Name[] {
  const found: Name[] = []
  for (const name of names) {
    const last = found.at(-1)
    const isOne =
      last &&
      name.from === last.to &&
      inOneSentence(options, last.from, name.from) &&
      gapBefore(options, name.from) === " " &&
      options.lexicon.places.has([...last.words, ...name.words].join(" "))
    if (isOne)
      found[found.length - 1] = {
        ...spanning(last, last.from, name.to, options.tokens),
        kind: last.kind === "person" ? "place" : last.kind,
      }
    else found.push(name)
  }
  return found
}

/** "the Harbours and Exchange Commission", where "HEC" stands in the text. */
function joinPairs(names: readonly Name[], options: Text): Name[] {
  const found: Name[] = []
  for (const name of names) {
    const last = found.at(-1)
    if (last && isPair(last, name, options))
      found[found.length - 1] = spanning(name, last.from, name.to, options.tokens)
    else found.push(name)
  }
  return found
}

function isPair(left: Name, right: Name, options: Text): boolean {
  const { tokens, lexicon } = options
  const [word] = left.words
  return (
    left.words.length === 1 &&
    left.kind === "organisation" &&
    right.kind === "organisation" &&
    right.words.length > 1 &&
    lexicon.organisationWords.has(right.words.at(-1)!) &&
    right.from === left.to + 1 &&
    tokens[left.to]!.lower === "and" &&
    inOneSentence(options, left.from, right.from) &&
    hasInitials(left, right, options) &&
    !/^\p{Lu}{2,}$/u.test(tokens[left.from]!.text) &&
    !lexicon.places.has(word!)
  )
}

/** Whether the text has the initials of both together: "HEC". */
function hasInitials(left: Name, right: Name, { tokens }: Text): boolean {
  const initials = [...left.words, ...right.words].flatMap((word) => (SMALL.has(word) ? [] : [word[0]])).join("")
  return tokens.some(({ text, lower }) => lower === initials && /^\p{Lu}(?:\.?\p{Lu})+\.?$/u.test(text))
}

/** "Norvania" goes on with "Daily", where "ND" stands in the text by itself. */
function goOnToInitials(names: readonly Name[], options: Text): Name[] {
  const { tokens } = options
  const acronyms = new Set(tokens.filter(({ text }) => /^\p{Lu}{2,}$/u.test(text)).map(({ lower }) => lower))
  return names.map((name, index) => {
    const end = Math.min(name.to + MOST_ADDED, names[index + 1]?.from ?? tokens.length)
    if (name.kind === "person" || name.possessive || acronyms.has(name.words.at(-1)!)) return name
    for (let to = name.to + 1; to <= end; to++) {
      if (!inOneSentence(options, name.from, to - 1) || !tokens[to - 1]!.capital || gapBefore(options, to - 1) !== " ")
        break
      const initials = tokens.slice(name.from, to).flatMap(({ lower }) => (SMALL.has(lower) ? [] : [lower[0]])).join("") // biome-ignore format: one chain
      if (acronyms.has(initials)) return { ...spanning(name, name.from, to, tokens), kind: "organisation" }
    }
    return name
  })
}
const MOST_ADDED = 3

const SMALL = new Set(["of", "the", "for", "and", "on", "in", "at", "to", "de", "a"])
const FARTHEST = 12

/** An acronym in brackets makes the words before it, whose initials it is, one institution; the acronym is one too. */
function spellOut(names: readonly Name[], options: Text): Name[] {
  const { tokens } = options
  const found: Name[] = []
  for (let at = 1; at < tokens.length; at++) {
    if (!/^\s\($/.test(gapBefore(options, at)) || !/^\p{Lu}[\p{L}&]+$/u.test(tokens[at]!.text)) continue
    const from = startOf(tokens[at]!.lower.replace(/[^\p{L}]/gu, ""), at, options)
    if (from === null) continue
    const base = names.find((name) => name.from < at && name.to > from)
    const plain = { kind: "organisation", score: SURE, gender: null, possessive: false } as const
    const long = spanning({ ...plain, start: 0, end: 0, from, to: at, words: [] }, from, at, tokens)
    if (base && (base.kind === "person" || base.from < from)) continue
    found.push(long, spanning({ ...long, from: at, to: at + 1 }, at, at + 1, tokens))
  }
  if (found.length === 0) return [...names]
  const isFree = (name: Name): boolean => !found.some(({ from, to }) => name.from < to && from < name.to)
  return [...names.filter(isFree), ...found].sort((a, b) => a.from - b.from)
}
const SURE = 2

/** The token at which words begin whose initials are these letters, up to a place; small words may be skipped. Null: none. */
function startOf(letters: string, end: number, { tokens, text }: Text): number | null {
  let left = letters.length - 1
  for (let at = end - 1; at >= Math.max(0, end - FARTHEST); at--) {
    const { sentence, lower, capital } = tokens[at]!
    if (sentence !== tokens[end]!.sentence) return null
    if (at < end - 1 && !/^[\s-]$/.test(text.slice(tokens[at]!.end, tokens[at + 1]!.start))) return null
    const isInitial = left >= 0 && lower[0] === letters[left] && (capital || SMALL.has(lower))
    if (isInitial && capital) left--
    else if (!SMALL.has(lower)) return null
    else if (isInitial && letters.length > 2) left--
    if (left < 0) return capital && letters.length >= 2 ? at : null
  }
  return null
}
