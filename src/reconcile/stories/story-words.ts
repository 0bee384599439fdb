/** What is compared of an article: each kind of word with how often it stands there. */
export const WORD_KINDS = ["title", "lead", "body", "names", "pairs"] as const
export type WordKind = (typeof WORD_KINDS)[number]
export type StoryWords = Readonly<Record<WordKind, ReadonlyMap<string, number>>>

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu
/** A capital or a figure that does not stand at the start of a sentence or a quotation. */
const NAME = /(?<![.!?\n"“]\s)(?<!^)(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}]+|\d[\d.,]*\d|\d)/gu
const LEAD_WORDS = 60
const PAIRED_WORDS = 400
/** A capital in a title may be there because titles are capitalised. */
const TITLE_WEIGHT = 0.5

/** Words of an article for grouping it into a story; all empty for an empty one. */
export function storyWords({ title, body }: Readonly<{ title: string; body: string }>): StoryWords {
  const [inTitle, inBody] = [wordsOf(title), wordsOf(body)]
  const lower = inBody.map((word) => word.toLowerCase())
  return {
    title: counted(inTitle),
    lead: counted(inBody.slice(0, LEAD_WORDS)),
    body: counted([...inTitle, ...inBody]),
    names: names(inTitle, body),
    pairs: counted(lower.slice(1, PAIRED_WORDS).map((word, index) => `${lower[index]} ${word}`)),
  }
}

const wordsOf = (text: string): string[] => Array.from(text.normalize("NFKC").matchAll(WORD), ([word]) => word)

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1)
  return counts
}

function names(inTitle: readonly string[], body: string): Map<string, number> {
  const counts = counted(Array.from(body.normalize("NFKC").matchAll(NAME), (found) => found[1]!))
  for (const word of inTitle.filter((word) => /^[\p{Lu}\d]/u.test(word))) {
    counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + TITLE_WEIGHT)
  }
  return counts
}
