import type { WordCounts } from "../../lexicon/word-counts.ts"
import { type StoryWords, WORD_KINDS } from "./story-words.ts"

/** Words of one kind by their numbers, with how often each stands there. */
export type Counted = Readonly<{ words: Int32Array; counts: Float32Array }>
/** What is kept of an article's words. `pairs`: numbers of words that follow one another, two by two. */
export type NumberedWords = Readonly<Record<"title" | "lead" | "body" | "names", Counted> & { pairs: Int32Array }>

/** Numbers for words, given as they come: the same word always has the same one. */
export type WordNumbers = Readonly<{
  number(words: StoryWords): NumberedWords
  wordOf(number: number): string
  /** In how many of the background's articles a word stands. */
  inBackground(number: number): number
  readonly size: number
}>

/** No word has a number yet. Words of one letter get none. */
export function openWordNumbers(background: WordCounts): WordNumbers {
  const numbers = new Map<string, number>()
  const words: string[] = []
  const known: number[] = []
  const numberOf = (word: string): number => {
    const found = numbers.get(word)
    if (found !== undefined) return found
    numbers.set(word, words.length)
    known.push(background.of.get(word) ?? 0)
    return words.push(word) - 1
  }
  const counted = (counts: ReadonlyMap<string, number>): Counted => {
    const all = [...counts].filter(([word]) => word.length > 1)
    const sorted = all.map(([word, count]) => [numberOf(word), count] as const).sort((a, b) => a[0] - b[0])
    return { words: Int32Array.from(sorted, ([word]) => word), counts: Float32Array.from(sorted, ([, count]) => count) }
  }
  return {
    number(given) {
      const [title, lead, body, names] = WORD_KINDS.filter((kind) => kind !== "pairs").map((kind) =>
        counted(given[kind]),
      )
      const pairs = Int32Array.from([...given.pairs.keys()].flatMap((pair) => pair.split(" ").map(numberOf)))
      return { title: title!, lead: lead!, body: body!, names: names!, pairs }
    },
    wordOf: (number) => words[number]!,
    inBackground: (number) => known[number]!,
    get size() {
      return words.length
    },
  }
}
