import type { SpeakerLexicon } from "../lexicon/speakers.ts"
import { shoutedSentences } from "./find-capitals.ts"
import type { Name } from "./name.ts"
import type { Token } from "./token.ts"

type Text = Readonly<{ text: string; tokens: readonly Token[]; lexicon: SpeakerLexicon }>
type Grown = Text & Readonly<{ isShouted: (token: Token) => boolean; small: ReadonlySet<string> }>

const FARTHEST = 3
/** Of the titles, those that qualify an institution too: "Democratic", "Republican". */
const QUALIFIES = /(?:ic|an|ish|ese)$/
const SMALL = new Set(["of", "for", "and", "at", "on", "in"])

/**
 * Names that a finder cut, made whole: pieces of one word are one name, "National Committee" takes in the capitals
 * before it, "Lodmark" before "University" is an institution; "Palace Press" before "Secretary" is the palace alone.
 */
export function growNames(names: readonly Name[], { text, tokens, lexicon }: Text): Name[] {
  const shouted = shoutedSentences(tokens)
  const small = new Set(tokens.filter(({ capital }) => !capital).map(({ lower }) => lower))
  const options = { text, tokens, lexicon, small, isShouted: ({ sentence }: Token) => shouted.has(sentence) }
  const grown: Name[] = []
  for (const name of names) {
    const last = grown.at(-1)
    if (last && name.from < last.to) {
      const longer = name.words.length > last.words.length ? name : last
      grown[grown.length - 1] = spanning(longer, last.from, Math.max(name.to, last.to), tokens)
    } else grown.push(name)
  }
  return joinGrown(
    grown.flatMap((name) => {
      const trimmed = withoutRole(withoutTail(name, options), options)
      return growLeft(asInstitution(growRight(trimmed, options), options), options)
    }),
    tokens,
  )
}

/** "Lodmark Police" is an institution, not a place. */
const asInstitution = (name: Name, { lexicon }: Grown): Name =>
  name.kind === "place" && name.words.length > 1 && lexicon.organisationWords.has(name.words.at(-1)!)
    ? { ...name, kind: "organisation" }
    : name

/** The same name over other tokens. */
export const spanning = (name: Name, from: number, to: number, tokens: readonly Token[]): Name => ({
  ...name,
  from,
  to,
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
  words: tokens.slice(from, to).map(({ lower }) => lower),
  possessive: tokens[to - 1]!.possessive,
})

/** Where names have grown into one another, the one that reaches farthest. */
function joinGrown(names: readonly Name[], tokens: readonly Token[]): Name[] {
  const joined: Name[] = []
  for (const name of names) {
    const last = joined.at(-1)
    if (!last || name.from >= last.to) {
      joined.push(name)
      continue
    }
    const kept = name.kind === "organisation" || last.kind !== "organisation" ? name : last
    joined[joined.length - 1] = spanning(kept, Math.min(last.from, name.from), Math.max(last.to, name.to), tokens)
    while (joined.length > 1 && joined.at(-2)!.to > joined.at(-1)!.from) joined.splice(-2, 1)
  }
  return joined
}

/** "Court of" goes on to the capital after it, or ends before "of". */
function withoutTail(name: Name, { text, tokens }: Grown): Name {
  let to = name.to
  if (!SMALL.has(tokens[to - 1]!.text)) return name
  if (tokens[to]?.capital && isJoined(text, tokens, to)) return spanning(name, name.from, to + 1, tokens)
  while (to > name.from + 1 && SMALL.has(tokens[to - 1]!.text)) to--
  return spanning(name, name.from, to, tokens)
}

/** Words at a name's end that make a role with what follows are no part of the name. */
function withoutRole(name: Name, { text, tokens, lexicon }: Grown): Name {
  const { from, to, kind } = name
  if (kind === "person" || !isJoined(text, tokens, to)) return name
  for (let taken = Math.min(2, to - from - 1); taken > 0; taken--) {
    const noun = lexicon.nouns.get(tokens.slice(to - taken, to + 1).map(({ lower }) => lower).join(" ")) // biome-ignore format: one thing
    if (noun?.kind === "person" || noun?.kind === "voice") return spanning(name, from, to - taken, tokens)
  }
  return name
}

/** To the last word for an institution among the capitals after it. */
function growRight(name: Name, { text, tokens, lexicon, isShouted }: Grown): Name {
  if (name.possessive || isShouted(tokens[name.from]!)) return name
  const farthest = name.kind === "person" ? 1 : FARTHEST
  let to = name.to
  // "Institute for Fair" goes on with "Play": what follows "of" and "for" ends with its capitals.
  const isTail = name.kind === "organisation" && name.words.slice(0, -1).some((word) => SMALL.has(word))
  for (let at = name.to; at < name.to + farthest && isJoined(text, tokens, at) && tokens[at]!.capital; at++) {
    if (lexicon.neverNames.has(tokens[at]!.lower) || isRole(tokens, at, lexicon)) break
    if (isTail || lexicon.organisationWords.has(tokens[at]!.lower)) to = at + 1
    if (tokens[at]!.possessive) break
  }
  return to > name.to ? { ...spanning(name, name.from, to, tokens), kind: "organisation" } : name
}

/** "Press Secretary" */
const isRole = (tokens: readonly Token[], at: number, { nouns, titles }: SpeakerLexicon): boolean => {
  const two = nouns.get(`${tokens[at]!.lower} ${tokens[at + 1]?.lower}`)?.kind
  return titles.has(tokens[at]!.lower) || two === "person" || two === "voice"
}

/** An institution's name over the capitals before it. */
function growLeft(name: Name, { text, tokens, lexicon, isShouted, small }: Grown): Name {
  const isInstitution = name.kind === "organisation" && lexicon.organisationWords.has(name.words.at(-1)!)
  if (!isInstitution || isShouted(tokens[name.from]!)) return name
  let from = name.from
  while (from > 0 && name.from - from < FARTHEST && isJoined(text, tokens, from)) {
    const { capital, possessive, first, lower } = tokens[from - 1]!
    if (!capital || possessive || lexicon.neverNames.has(lower)) break
    if ((lexicon.titles.has(lower) && !QUALIFIES.test(lower)) || (first && small.has(lower))) break
    from--
  }
  return from < name.from ? spanning(name, from, name.to, tokens) : name
}

/** Whether only a space stands between a token and the one before it, in one sentence. */
const isJoined = (text: string, tokens: readonly Token[], at: number): boolean =>
  tokens[at] !== undefined &&
  tokens[at]!.sentence === tokens[at - 1]?.sentence &&
  /^\s$/.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start))
