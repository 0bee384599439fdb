import { analyse } from "../../src/analyse/analyse.ts"
import { findWords } from "../../src/encode/words.ts"
import { loadAbbreviations } from "../../src/lexicon/abbreviations.ts"
import type { Analysis } from "../../src/model/analysis.ts"
import type { Encoding } from "../../src/model/encoding.ts"
import type { Text } from "../../src/model/text.ts"

/** What a model with no head but for words makes of a text: no cue, no link, no name. */
export function emptyEncoding(text: Text): Encoding {
  const words = findWords(text.value)
  const model = { name: "empty", version: 0, sha256: "0" }
  return { model, words, cues: new Float32Array(2 * words.length), inner: null, links: new Map(), names: null }
}

/** A text analysed as the pipeline does it; without an encoding, no names. */
export const analysed = (text: Text, encoding: Encoding = emptyEncoding(text)): Analysis =>
  analyse(text, encoding, loadAbbreviations())
