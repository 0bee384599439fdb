import type { Span } from "../model/span.ts"
import { lookUpNoun } from "./look-up-noun.ts"
import { type Phrase, readPhrase } from "./read-phrase.ts"
import { nameOf, type Scene } from "./scene.ts"
import { tokenAt } from "./token.ts"

const FARTHEST = 14
const OPENS = new Set(["a", "an", "the"])
const PEOPLE = new Set(["person", "voice", "group"])
const STARTS = new Set([
  "the",
  "a",
  "an",
  "some",
  "many",
  "most",
  "several",
  "all",
  "other",
  "those",
  "these",
  "one",
  "two",
  "three",
  "another",
  "few",
  "his",
  "her",
  "their",
  "no",
  "every",
  "any",
])

/**
 * What "who" or "which" goes back to: of what stands to its left in its sentence, the nearest name or noun for a
 * speaker. A name after "of" or "from" gives way to the noun before it. Null when there is none.
 */
export function antecedent(scene: Scene, span: Span, word: string): Phrase | null {
  const { tokens } = scene
  const at = tokenAt(tokens, span.start)
  const sentence = tokens[at]?.sentence
  for (let left = at - 1; left >= Math.max(0, at - FARTHEST) && tokens[left]!.sentence === sentence; left--) {
    const name = nameOf(scene, left)
    if (name) {
      if ((word === "who" || word === "whom") && name.kind !== "person") continue
      return { type: "name", span: name, actor: scene.actorOf.get(name)!, owner: null }
    }
    // An article before any noun that is listed opens a phrase for a thing: nobody speaks.
    if (!word.startsWith("who") && OPENS.has(tokens[left]!.lower)) return null
    const noun = lookUpNoun(scene, { from: Math.max(0, left - 2), end: left + 1 })
    if (!noun || (word.startsWith("who") && !PEOPLE.has(noun.kind))) continue
    return readPhrase(scene, { start: tokens[phraseStart(scene, left)]!.start, end: tokens[left]!.end })
  }
  return null
}

/** Back from a noun to the article or number that opens its phrase; to the noun itself where nothing does. */
function phraseStart({ tokens, text, lexicon }: Scene, noun: number): number {
  let from = noun
  for (
    let left = noun - 1;
    left >= Math.max(0, noun - 6) && tokens[left]!.sentence === tokens[noun]!.sentence;
    left--
  ) {
    if (!/^\s$/.test(text.slice(tokens[left]!.end, tokens[left + 1]!.start))) break
    if (STARTS.has(tokens[left]!.lower)) return left
    if (lexicon.neverNames.has(tokens[left]!.lower)) break
    from = left
  }
  return from
}
