import type { Span } from "counterclaim"

/** Starts and ends of a text's words, in order. */
export type Words = Readonly<{ starts: readonly number[]; ends: readonly number[] }>

// What Python's \w matches: letters and whatever has a numeric value, without combining marks.
const WORD = /[\p{L}\p{N}_]+/gu

/** The words of a text. Punctuation belongs to none: where a span's edge stands in it is nobody's error. */
export function findWords(text: string): Words {
  const found = [...text.matchAll(WORD)]
  return { starts: found.map((match) => match.index), ends: found.map((match) => match.index + match[0].length) }
}

/** Numbers of the words that share a character with one of the spans. */
export function wordsIn(spans: readonly Span[], words: Words): ReadonlySet<number> {
  const numbers = new Set<number>()
  for (const span of spans) {
    const first = countUntil(words.ends, (end) => end <= span.start)
    const last = countUntil(words.starts, (start) => start < span.end)
    for (let word = first; word < last; word++) numbers.add(word)
  }
  return numbers
}

/** How many of the sorted numbers, from the first on, fulfil a condition that later ones do not. */
function countUntil(sorted: readonly number[], holds: (value: number) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(sorted[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
