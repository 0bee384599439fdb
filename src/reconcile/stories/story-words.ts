/** What is compared of an article: each kind of word with how often it stands there. */
export const WORD_KINDS = ["title", "lead", "body", "names", "pairs"] as const
export type WordKind = (typeof WORD_KINDS)[number]

/** Words as they follow one another. `named`: words of the body, `titled`: of the title, that may be names. */
export type StoryWords = Readonly<Record<"title" | "body" | "named" | "titled", readonly string[]>>

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu
/** A capital or a figure that does not stand at the start of a sentence or a quotation. */
const NAME = /(?=[\p{Lu}\d])(?<![.!?\n"“]\s)(?<!^)(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}]+|\d[\d.,]*\d|\d)/gu
const BEGINS_NAME = /^[\p{Lu}\d]/u

/** Words of an article for grouping it into a story; all empty for an empty one. */
export function storyWords({ title, body }: Readonly<{ title: string; body: string }>): StoryWords {
  const [head, text] = [title.normalize("NFKC"), body.normalize("NFKC")]
  const inTitle = head.match(WORD) ?? []
  return {
    title: inTitle,
    body: text.match(WORD) ?? [],
    named: text.match(NAME) ?? [],
    titled: inTitle.filter((word) => BEGINS_NAME.test(word)),
  }
}
