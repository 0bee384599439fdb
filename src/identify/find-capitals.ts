import type { SpeakerLexicon } from "../lexicon/speakers.ts"
import type { NamedSpan } from "../model/entity.ts"
import type { NameKind } from "./name.ts"
import type { Token } from "./token.ts"

/** Confidence of a name that capitals alone tell of. */
const SCORE = 0.5
/** That of a single word, which may be anything. */
const SINGLE_SCORE = 0.1
/** Words that join two capitals of one name. */
const PARTICLES = new Set([
  "de",
  "del",
  "della",
  "der",
  "di",
  "du",
  "la",
  "le",
  "van",
  "von",
  "bin",
  "ibn",
  "al",
  "el",
  "da",
  "dos",
])
const OF = new Set(["of", "for", "on"])
const FEW = 4

/**
 * Names by their capitals: runs of words that begin with one, in order, kinds guessed from their words.
 * Lines in the style of headlines, where nearly every word has a capital, give none.
 */
export function findCapitals(text: string, tokens: readonly Token[], lexicon: SpeakerLexicon): NamedSpan[] {
  const lower = new Set(tokens.filter(({ capital }) => !capital).map((token) => token.lower))
  const shouted = shoutedSentences(tokens)
  const found: NamedSpan[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    const outlet = outletAt(text, tokens, at, lexicon)
    if (outlet > at) {
      found.push({ start: token.start, end: tokens[outlet - 1]!.end, kind: "organisation", score: SCORE })
      at = outlet - 1
      continue
    }
    if (!token.capital || shouted.has(token.sentence) || isCommon(token, lower, lexicon)) continue
    let to = at + 1
    for (
      let more = reach(text, tokens, { at, to }, lexicon);
      more > to;
      more = reach(text, tokens, { at, to }, lexicon)
    )
      to = more
    const run = tokens.slice(at, to)
    const kind = guessKind(run, lexicon, tokens[at - 1])
    if (kind)
      found.push({ start: run[0]!.start, end: run.at(-1)!.end, kind, score: run.length > 1 ? SCORE : SINGLE_SCORE })
    at = to - 1
  }
  return found
}

/** Where the name of an outlet ends that begins with a token; a plain word is one behind "the" amid a sentence. The same token: none. */
function outletAt(text: string, tokens: readonly Token[], at: number, lexicon: SpeakerLexicon): number {
  if (!tokens[at]!.capital) return at
  for (let to = Math.min(tokens.length, at + FEW); to > at; to--) {
    const run = tokens.slice(at, to)
    if (!lexicon.outlets.has(run.map(({ lower }) => lower).join(" ")) || run.at(-1)!.sentence !== run[0]!.sentence)
      continue
    const goesOn = tokens[to]?.capital === true && text.slice(tokens[to - 1]!.end, tokens[to]!.start) === " "
    const isPlain = run.length === 1 && (isNoun(run[0]!.lower, lexicon) || lexicon.neverNames.has(run[0]!.lower))
    const isCalled = /^the$/i.test(tokens[at - 1]?.text ?? "") && !goesOn
    if (run.length > 1 || (isPlain ? isCalled : false)) return to
  }
  return at
}

/** A word that is also printed small, or is never a name, is none where it begins a sentence. */
function isCommon(token: Token, lower: ReadonlySet<string>, { neverNames, nouns }: SpeakerLexicon): boolean {
  if (neverNames.has(token.lower)) return true
  return token.first && (lower.has(token.lower) || nouns.has(token.lower))
}

/** Sentences in the style of headlines, where nearly every word has a capital. */
export function shoutedSentences(tokens: readonly Token[]): ReadonlySet<number> {
  const counts = new Map<number, { capital: number; all: number }>()
  for (const { sentence, capital, text } of tokens) {
    if (text.length <= FEW) continue
    const count = counts.get(sentence) ?? { capital: 0, all: 0 }
    counts.set(sentence, { capital: count.capital + (capital ? 1 : 0), all: count.all + 1 })
  }
  return new Set(
    [...counts].filter(([, { capital, all }]) => all >= FEW && capital >= 0.8 * all).map(([sentence]) => sentence),
  )
}

type Run = Readonly<{ at: number; to: number }>

/** The end of the run with the next word of the name; the same end when the name ends there. */
function reach(text: string, tokens: readonly Token[], { at, to }: Run, lexicon: SpeakerLexicon): number {
  const [last, next, after] = [tokens[to - 1]!, tokens[to], tokens[to + 1]]
  if (!next || next.sentence !== last.sentence || last.possessive || !isJoined(text, last, next)) return to
  if (next.capital) return lexicon.neverNames.has(next.lower) ? to : to + 1
  if (!after?.capital || after.sentence !== last.sentence || !isJoined(text, next, after)) return to
  if (PARTICLES.has(next.lower)) return to + 2
  const isOf = OF.has(next.lower) && tokens.slice(at, to).some(({ lower }) => lexicon.organisationWords.has(lower))
  return isOf ? to + 2 : to
}

const isJoined = (text: string, left: Token, right: Token): boolean =>
  /^(?:\s|\.\s|\s?-\s?)$/.test(text.slice(left.end, right.start)) && (text[left.end] !== "." || left.text.length <= FEW)

/** Null: words for people or titles alone, which name nobody. */
function guessKind(run: readonly Token[], lexicon: SpeakerLexicon, before: Token | undefined): NameKind | null {
  const words = run.map(({ lower }) => lower)
  const whole = words.join(" ")
  if (lexicon.places.has(whole)) return "place"
  if (words.every((word) => lexicon.peoples.has(word) || lexicon.titles.has(word) || isNoun(word, lexicon))) return null
  if (words.some((word) => lexicon.organisationWords.has(word))) return "organisation"
  if (run.length === 1 && /^\p{Lu}{2,}$/u.test(run[0]!.text.replaceAll(".", ""))) return "organisation"
  const core = words.filter((word) => !lexicon.titles.has(word))
  if (core.length < words.length || (before && lexicon.titles.has(before.lower))) return "person"
  if (lexicon.givenNames.has(core[0]!)) return "person"
  return run.length === 2 || run.length === 3 ? "person" : "organisation"
}

const isNoun = (word: string, { nouns }: SpeakerLexicon): boolean =>
  nouns.has(word) || nouns.has(word.replace(/s$/, ""))
