/** Invented articles by number, the same for the same number on every machine; some are copies of earlier ones. */

/** `source`: the earlier article that most of it was taken from; null: its own. */
export type InventedArticle = Readonly<{ text: string; source: number | null }>

const SENTENCES = 20
const WORDS = 15
export const VOCABULARY = 20_000
/** One article in so many is a copy of an earlier one, with some sentences left out and the first ones new. */
const COPIES = 10
/** Sentences that many articles end with. */
const BOILERPLATE = 40

/**
 * Numbers from 0 to 1, the same for the same seed. Method: sfc32 (Doty-Humphrey, PractRand), whose 128 bits of state no two of
 * a few million seeds come to share: of a generator with fewer, articles far apart would say the same for sentences on end.
 */
export function drawFrom(seed: number): () => number {
  let a = mixed(seed)
  let b = mixed(a ^ 0x9e3779b9)
  let c = mixed(b ^ seed)
  let counter = 1
  const next = (): number => {
    const sum = (a + b + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 4; round++) next()
  return next
}

/** One to one, each bit of what is given bearing on all. Method: the last step of MurmurHash3. */
function mixed(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return second ^ (second >>> 16)
}

const SYLLABLES = [
  "ba",
  "ke",
  "lo",
  "mi",
  "nu",
  "pra",
  "ste",
  "vin",
  "dor",
  "gal",
  "hes",
  "tur",
  "wey",
  "quo",
  "zan",
  "fi",
]

/** A word of two to four syllables, each number its own. */
export function toWord(number: number): string {
  let word = ""
  for (let left = number + 16; left > 0; left = Math.floor(left / 16)) word += SYLLABLES[left % 16]
  return word
}

const WORD_LIST = Array.from({ length: VOCABULARY }, (_, i) => toWord(i))

/** Words come as often as they do in a language: the n-th one time in n. */
export const drawWord = (draw: () => number): string => WORD_LIST[Math.floor(VOCABULARY ** draw()) - 1] ?? WORD_LIST[0]!

function drawSentence(draw: () => number): string {
  const words = Array.from({ length: WORDS }, () => drawWord(draw))
  return `${words[0]!.charAt(0).toUpperCase()}${words.join(" ").slice(1)}.`
}

function ownSentences(number: number): string[] {
  const draw = drawFrom(number * 2)
  return Array.from({ length: SENTENCES }, () => drawSentence(draw))
}

/** An article of some 300 words. */
export function inventArticle(number: number): InventedArticle {
  const draw = drawFrom(number * 2 + 1)
  const isCopy = number > 0 && draw() * COPIES < 1
  if (!isCopy) return { text: toText(ownSentences(number), draw), source: null }
  const earlier = Math.floor(draw() * number)
  // A copy of a copy: of what that one wrote itself, so that every pair is known.
  const taken = ownSentences(earlier).filter(() => draw() < 0.8)
  const own = ownSentences(number).slice(0, SENTENCES - taken.length)
  return { text: toText([...own, ...taken], draw), source: isOwn(earlier) ? earlier : null }
}

const isOwn = (number: number): boolean => number === 0 || drawFrom(number * 2 + 1)() * COPIES >= 1

function toText(sentences: readonly string[], draw: () => number): string {
  const last = draw() < 0.3 ? [drawSentence(drawFrom(-2 - Math.floor(draw() * BOILERPLATE)))] : []
  return [...sentences, ...last].join(" ")
}
