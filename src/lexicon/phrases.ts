/** Phrases of one or more words, looked up where they begin. */
export type Phrases<T> = Readonly<{
  /** Those that begin at a word of a list, longest first; empty when none does. */
  at(words: readonly string[], index: number): readonly Phrase<T>[]
  /** Those that end with a word of a list, longest first. */
  endingAt(words: readonly string[], index: number): readonly Phrase<T>[]
  /** First words of all of them. */
  firsts: ReadonlySet<string>
}>

export type Phrase<T> = Readonly<{ words: readonly string[]; value: T }>

/** Make an index of phrases, given in lower case with one space between words. */
export function toPhrases<T>(listed: Iterable<readonly [phrase: string, value: T]>): Phrases<T> {
  const phrases = Array.from(
    listed,
    ([phrase, value]): Phrase<T> => ({
      words: phrase
        .replace(/[-$£€]/g, " $& ")
        .split(" ")
        .filter(Boolean),
      value,
    }),
  )
  phrases.sort((a, b) => b.words.length - a.words.length)
  const byFirst = groupBy(phrases, ({ words }) => words[0]!)
  const byLast = groupBy(phrases, ({ words }) => words.at(-1)!)
  const stands = (words: readonly string[], phrase: Phrase<T>, from: number): boolean =>
    from >= 0 && phrase.words.every((word, index) => words[from + index] === word)
  return {
    firsts: new Set(byFirst.keys()),
    at: (words, index) => pick(byFirst, words[index], (phrase) => stands(words, phrase, index)),
    endingAt: (words, index) =>
      pick(byLast, words[index], (phrase) => stands(words, phrase, index + 1 - phrase.words.length)),
  }
}

const NONE: readonly never[] = []

function pick<T>(
  by: ReadonlyMap<string, readonly Phrase<T>[]>,
  word: string | undefined,
  fits: (phrase: Phrase<T>) => boolean,
): readonly Phrase<T>[] {
  const candidates = word === undefined ? undefined : by.get(word)
  return candidates ? candidates.filter(fits) : NONE
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
