import { CONTRAST_WIDTHS } from "./local-contrast.ts"
import { cosine, rounded, type StoryVectors, sharedWeight } from "./story-vectors.ts"
import { WORD_KINDS } from "./story-words.ts"

export const CONTRASTS: readonly string[] = [
  ...CONTRAST_WIDTHS.map((width) => `names-among-${width}`),
  ...CONTRAST_WIDTHS.map((width) => `words-among-${width}`),
]
const PLAIN = [
  ...WORD_KINDS,
  "names-of-lighter",
  "names-of-heavier",
  "words-of-lighter",
  "words-of-heavier",
  ...CONTRASTS,
]
/** Cosines by kind of word, shared weight of the heaviest, local contrasts; then the roots of all of them. */
export const PAIR_FEATURES: readonly string[] = [...PLAIN, ...PLAIN.map((name) => `root-of-${name}`)]

/** Known already: the cosine of all words, and the mean of both articles' points of view. */
export type KnownOfPair = Readonly<{ likeness: number; contrasts: readonly number[] }>

/** What speaks for two articles being of one story, 0 to 1 each. */
export function pairFeatures(a: StoryVectors, b: StoryVectors, { likeness, contrasts }: KnownOfPair): number[] {
  const plain = [
    ...WORD_KINDS.map((kind) => (kind === "body" ? likeness : cosine(a[kind], b[kind]))),
    ...sharedWeight(a.heaviestNames, b.heaviestNames),
    ...sharedWeight(a.heaviestWords, b.heaviestWords),
    ...contrasts,
  ].map(rounded)
  return [...plain, ...plain.map((value) => Math.sqrt(Math.max(0, value)))]
}
