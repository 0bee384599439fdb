import type { Quotation } from "../../model/analysis.ts"
import { findAnchors, pairAnchors } from "./anchors.ts"
import { findQuoted, markWords, UNQUOTED } from "./quoted-words.ts"
import { sampleRuns } from "./sample-runs.ts"
import { toWordList, type WordList } from "./word-list.ts"
import { hashRuns, toSet } from "./word-runs.ts"

/** Runs of so many words tell a copy: the same five words in a row are rarely chance. */
export const RUN = 5
/** Runs that outlive a rewording. */
const SHORT_RUN = 3

/** All that is compared of a text. Sets are rising lists of 32-bit hashes. */
export type Fingerprint = Readonly<{
  words: WordList
  /** One entry a word: UNQUOTED, QUOTED or UNCLOSED. */
  quoted: Uint8Array
  /** The hash of the run of five words from each word on. */
  runs: Uint32Array
  /** The different runs of five words. */
  runSet: Uint32Array
  /** Those that no quoted word is part of. */
  ownRuns: Uint32Array
  /** The different runs of three words, the different words, and the different pairs of anchors. */
  shortRuns: Uint32Array
  vocabulary: Uint32Array
  anchors: Uint32Array
  /** The runs that stand for the text in an index. */
  prints: Uint32Array
}>

/**
 * What is compared of a text. `quotations`: where somebody's words are quoted, in order; default: what the text's
 * quotation marks say. A text of fewer than five words shares nothing with any. Does not throw.
 */
export function fingerprint(text: string, quotations: readonly Quotation[] = findQuoted(text)): Fingerprint {
  const words = toWordList(text)
  const quoted = markWords(words, quotations)
  const runs = hashRuns(words.hashes, RUN)
  return {
    words,
    quoted,
    runs,
    runSet: toSet(runs),
    ownRuns: toSet(ownRuns(runs, quoted)),
    shortRuns: toSet(hashRuns(words.hashes, SHORT_RUN)),
    vocabulary: toSet(words.hashes),
    anchors: toSet(pairAnchors(findAnchors(text, words))),
    prints: sampleRuns(runs),
  }
}

/** The runs that no quoted word is part of. */
function ownRuns(runs: Uint32Array, quoted: Uint8Array): Uint32Array {
  let free = 0
  const own = new Uint32Array(runs.length)
  let count = 0
  for (let word = 0; word < quoted.length; word++) {
    free = quoted[word] === UNQUOTED ? free + 1 : 0
    if (free >= RUN) own[count++] = runs[word - RUN + 1]!
  }
  return own.subarray(0, count)
}
