import { findWords } from "../../src/encode/words.ts"
import type { Encoding, Links } from "../../src/model/encoding.ts"
import { LINK_CHANNELS } from "../../src/model/encoding.ts"
import type { Span } from "../../src/model/span.ts"
import type { Text } from "../../src/model/text.ts"
import { toText } from "../../src/model/text.ts"

export type Expected = { source: Span[]; cue: Span[]; content: Span[] }
export type Marked = Readonly<{ text: Text; expected: Expected[]; encoding: Encoding }>

const MARK = /\{(source|cue|content)(\d?)\||\}/g

/**
 * A text in which `{cue|said}` marks roles; `{cue2|said}` those of a second attribution; marks may be nested.
 * Gives the text without marks, the spans, and the encoding of a model that is sure of just these. With `innerFrom`,
 * cues of that number and above are found by the head for inner cues.
 */
export function marked(source: string, innerFrom = 10): Marked {
  const expected: Expected[] = []
  const open: { role: keyof Expected; number: number; start: number }[] = []
  let value = ""
  let last = 0
  for (const found of source.matchAll(MARK)) {
    value += source.slice(last, found.index)
    last = found.index + found[0].length
    if (found[1]) {
      open.push({ role: found[1] as keyof Expected, number: Number(found[2] || 1) - 1, start: value.length })
      continue
    }
    const { role, number, start } = open.pop()!
    expected[number] ??= { source: [], cue: [], content: [] }
    expected[number][role].push({ start, end: value.length })
  }
  const text = toText(value + source.slice(last))
  return { text, expected, encoding: encodingOf(text, expected, innerFrom) }
}

function encodingOf(text: Text, expected: readonly Expected[], innerFrom: number): Encoding {
  const words = findWords(text.value)
  const within = (spans: readonly Span[]) => (word: Span) =>
    spans.some((span) => span.start <= word.start && word.end <= span.end)
  const cues = new Float32Array(2 * words.length)
  const inner = new Float32Array(2 * words.length)
  const links = new Map<number, Links>()
  for (const [index, { source, cue, content }] of expected.entries()) {
    const cueWords = words.flatMap((word, i) => (within(cue)(word) ? [i] : []))
    const scores = new Float32Array(LINK_CHANNELS * words.length).fill(-6)
    words.forEach((word, i) => {
      scores[LINK_CHANNELS * i + (within(source)(word) ? 1 : within(content)(word) ? 2 : 0)] = 6
      for (const [channel, spans] of [
        [3, source],
        [5, content],
      ] as const) {
        if (spans.some(({ start }) => start === word.start)) scores[LINK_CHANNELS * i + channel] = 6
        if (spans.some(({ end }) => end === word.end)) scores[LINK_CHANNELS * i + channel + 1] = 6
      }
    })
    cueWords.forEach((word, n) => {
      const tags = index + 1 < innerFrom ? cues : inner
      tags[2 * word + (n === 0 ? 0 : 1)] = 0.99
      links.set(word, { first: 0, scores })
    })
  }
  return { model: { name: "marked", version: 1, sha256: "0" }, words, cues, inner, links, names: null }
}
