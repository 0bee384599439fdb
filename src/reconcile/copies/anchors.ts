import { finishHash, type WordList } from "./word-list.ts"

const CAPITAL = /\p{Lu}/u
const DIGIT = /\p{N}/u
/** What ends a sentence or a line, and what may stand between its end and the next word. */
const SENTENCE_END = /[.!?:\n\r]["”’')\]]*\s*["“‘'([]*\s*$/
const LOOK_BACK = 8

/**
 * Hashes of the words that survive a rewording, in order: names (capitals, but for a sentence's first word) and
 * numbers.
 */
export function findAnchors(text: string, words: WordList): Uint32Array {
  const anchors = new Uint32Array(words.hashes.length)
  let count = 0
  for (let word = 0; word < words.hashes.length; word++) {
    const start = words.starts[word]!
    const first = text.charAt(start)
    const isName = CAPITAL.test(first) && !opensSentence(text, start)
    if (isName || DIGIT.test(first)) anchors[count++] = words.hashes[word]!
  }
  return anchors.slice(0, count)
}

const opensSentence = (text: string, at: number): boolean =>
  at === 0 || SENTENCE_END.test(text.slice(Math.max(0, at - LOOK_BACK), at))

/** Each two anchors that follow each other, as one value: order within a passage survives, order of passages does not. */
export function pairAnchors(anchors: Uint32Array): Uint32Array {
  const pairs = new Uint32Array(Math.max(0, anchors.length - 1))
  for (let i = 0; i < pairs.length; i++) pairs[i] = finishHash(Math.imul(anchors[i]!, 0x85ebca6b) + anchors[i + 1]!)
  return pairs
}
