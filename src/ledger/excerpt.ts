import { wordsOf } from "./words.ts"

/** Longest excerpt, in UTF-16 units, the marks of omission included. */
const LONGEST = 200
/** How much of it at most stands before the hit. */
const BEFORE = 70

/**
 * The part of a text around the first of the words, whole words only, white space folded, at most 200
 * UTF-16 units; "…" stands where something is left out. The beginning when none of the words is there.
 */
export function excerptAround(text: string, words: readonly string[]): string {
  const hit = firstHit(text, words)
  const start = hit <= BEFORE ? 0 : wholeWordStart(text, hit)
  const before = start > 0 ? "…" : ""
  // White space may fold away: take more than will stand.
  const rest = text
    .slice(start, start + 20 * LONGEST)
    .replace(/\s+/gu, " ")
    .trimStart()
  return before + cut(rest.trimEnd(), LONGEST - before.length)
}

function firstHit(text: string, words: readonly string[]): number {
  const wanted = new Set(words)
  for (const word of wordsOf(text)) if (wanted.has(word.folded)) return word.start
  return 0
}

function wholeWordStart(text: string, hit: number): number {
  const lead = text.slice(hit - BEFORE, hit)
  const blank = lead.search(/\s/u)
  return blank < 0 ? hit : hit - BEFORE + blank + 1
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  const room = text.slice(0, longest - 1)
  const blank = /\s/u.test(text[longest - 1]!) ? room.length : room.lastIndexOf(" ")
  return `${(blank > 0 ? room.slice(0, blank) : room.replace(/[\ud800-\udbff]$/, "")).trimEnd()}…`
}
