import type { RelationLexicon } from "../../lexicon/relations.ts"
import { contains, type Span } from "../../model/span.ts"
import type { Word } from "./words.ts"

/** `rejects`: whether the sentence rejects what the claim says; `negations`: how many the claim itself has. */
export type Polarity = Readonly<{ rejects: boolean; negations: number }>

/** Phrases that hold a negation and negate nothing: "no more than", "would neither confirm nor deny". */
const WHOLE = ["bound", "decline"] as const

/**
 * How a claim stands to its own words. A rejection counts in the whole sentence ("it is not true that …", "…, which she
 * denied"), a negation only within the claim; of phrases the longest that begins at a word is read, and only that.
 */
export function readPolarity(text: string, words: readonly Word[], focus: Span, lexicon: RelationLexicon): Polarity {
  const sentence = sentenceAround(text, focus)
  const near = words.filter((word) => contains(sentence, word))
  let [rejects, negations] = [false, 0]
  for (let at = 0; at < near.length; ) {
    const { kind, length } = phraseAt(near, at, lexicon)
    if (kind === "rejection") rejects = true
    if (kind === "negation" && contains(focus, near[at]!)) negations++
    at += length
  }
  return { rejects, negations }
}

function phraseAt(words: readonly Word[], at: number, { phrases, longest }: RelationLexicon) {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const phrase = words
      .slice(at, at + length)
      .map(({ word }) => word)
      .join(" ")
    const kinds = phrases.get(phrase) ?? []
    if (WHOLE.some((kind) => kinds.includes(kind))) return { kind: "whole", length }
    if (kinds.includes("rejection")) return { kind: "rejection", length }
    if (kinds.includes("negation")) return { kind: "negation", length }
  }
  return { kind: words[at]!.word.endsWith("n't") ? "negation" : null, length: 1 }
}

const END = /[.!?…]["'”’)]*\s+(?=["'“‘(]?\p{Lu})/gu

/** From the sentence end before the claim to the one after it; a title's full stop ("Gen. Roe") may cut it short. */
function sentenceAround(text: string, focus: Span): Span {
  const ends = [...text.matchAll(END)].map(({ 0: mark, index }) => index + mark.length)
  return {
    start: ends.findLast((end) => end <= focus.start) ?? 0,
    end: ends.find((end) => end >= focus.end) ?? text.length,
  }
}
