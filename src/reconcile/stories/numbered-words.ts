import type { WordCounts } from "../../lexicon/word-counts.ts"
import type { StoryWords } from "./story-words.ts"

/** Words of one kind by their numbers, in rising order, with how often each stands there. */
export type Counted = Readonly<{ words: Int32Array; counts: Float32Array }>
/** What is kept of an article's words. `pairs`: the different pairs of words that follow one another, in rising order. */
export type NumberedWords = Readonly<Record<"title" | "lead" | "body" | "names", Counted> & { pairs: Float64Array }>

/** Numbers for words, given as they come: the same word has the same one until it is let go. */
export type WordNumbers = Readonly<{
  number(words: StoryWords): NumberedWords
  wordOf(number: number): string
  /** The same for the same word in every index. */
  hashOf(number: number): number
  /** In how many of the background's articles a word stands, and how rare that makes it. */
  inBackground(number: number): number
  rarityInBackground(number: number): number
  /**
   * Let go the words that none of the articles held has, and give their numbers to words to come: there is no end of
   * words in news. Gives those numbers.
   */
  letGo(held: Iterable<NumberedWords>): number[]
  readonly size: number
}>

const LEAD_WORDS = 60
const PAIRED_WORDS = 400
/** A capital in a title may be there because titles are capitalised. */
const TITLE_WEIGHT = 0.5
/** Two numbers of words in one. */
const PAIRED = 2 ** 26

export const firstOf = (pair: number): number => Math.floor(pair / PAIRED)
export const secondOf = (pair: number): number => pair - firstOf(pair) * PAIRED

/** The words of the background have the first numbers. Words of one letter are counted in pairs alone. */
export function openWordNumbers(background: WordCounts): WordNumbers {
  const numbers = new Map<string, number>()
  const words: string[] = []
  const hashes: number[] = []
  const known: number[] = []
  const rarities: number[] = []
  const free: number[] = []
  const open = (word: string): number => {
    const number = free.pop() ?? words.length
    words[number] = word
    hashes[number] = hash(word)
    return number
  }
  for (const [word, count] of background.of) {
    known.push(count)
    rarities.push(Math.log((background.articles + 1) / (count + 0.5)))
    numbers.set(word, open(word))
  }
  const rarest = Math.log((background.articles + 1) / 0.5)
  // Words as printed have the number of the same in lower case.
  const numberOf = (printed: string): number => {
    const found = numbers.get(printed)
    if (found !== undefined) return found
    const word = copied(printed.toLowerCase())
    const number = numbers.get(word) ?? open(word)
    numbers.set(word, number)
    numbers.set(copied(printed), number)
    return number
  }
  const isLong = (number: number): boolean => words[number]!.length > 1
  return {
    number(given) {
      const [title, body] = [given.title.map(numberOf), given.body.map(numberOf)]
      const [long, named] = [body.filter(isLong), given.named.map(numberOf).filter(isLong)]
      const [inTitle, titled] = [title.filter(isLong), given.titled.map(numberOf).filter(isLong)]
      return {
        title: counted(inTitle),
        lead: counted(body.slice(0, LEAD_WORDS).filter(isLong)),
        body: counted([...inTitle, ...long]),
        names: counted(named, titled),
        pairs: pairsOf(body.slice(0, PAIRED_WORDS)),
      }
    },
    wordOf: (number) => words[number]!,
    hashOf: (number) => hashes[number]!,
    inBackground: (number) => (number < known.length ? known[number]! : 0),
    rarityInBackground: (number) => (number < rarities.length ? rarities[number]! : rarest),
    letGo(held) {
      const used = new Uint8Array(words.length).fill(1, 0, known.length)
      for (const { body, names } of held) {
        for (const word of body.words) used[word] = 1
        for (const word of names.words) used[word] = 1
      }
      // Words of one letter stand in pairs alone, and are few; an empty one has been let go before.
      const gone = words.flatMap((word, number) => (word.length > 1 && used[number] === 0 ? [number] : []))
      for (const number of gone) words[number] = ""
      for (const [printed, number] of numbers) if (words[number] === "") numbers.delete(printed)
      for (const number of gone) free.push(number)
      return gone
    },
    get size() {
      return words.length
    },
  }
}

/** `light`: more of them, each of which counts `TITLE_WEIGHT`. */
function counted(numbers: readonly number[], light: readonly number[] = []): Counted {
  // Twice the number, odd where it counts less: one sorted list of both.
  const all = Int32Array.from([...numbers.map((number) => number * 2), ...light.map((number) => number * 2 + 1)]).sort()
  const words = new Int32Array(all.length)
  const counts = new Float32Array(all.length)
  let size = 0
  for (const one of all) {
    const number = one >> 1
    if (size === 0 || words[size - 1] !== number) words[size++] = number
    counts[size - 1]! += one % 2 === 0 ? 1 : TITLE_WEIGHT
  }
  return { words: words.slice(0, size), counts: counts.slice(0, size) }
}

function pairsOf(numbers: readonly number[]): Float64Array {
  const all = new Float64Array(Math.max(0, numbers.length - 1))
  for (let at = 0; at < all.length; at++) all[at] = numbers[at]! * PAIRED + numbers[at + 1]!
  all.sort()
  let size = 0
  for (const pair of all) if (size === 0 || all[size - 1] !== pair) all[size++] = pair
  return all.slice(0, size)
}

/** Long words cut out of an article hold all of it in memory: V8 keeps them as places in its text. */
const copied = (word: string): string => (word.length < 13 ? word : JSON.parse(JSON.stringify(word)))

/** FNV-1a. */
function hash(word: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193)
  return value
}
