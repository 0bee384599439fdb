import type { NameLexicon } from "../../lexicon/names.ts"
import type { NameForm, NameWord } from "./name-form.ts"
import { type WordPair, wordLikeness } from "./word-likeness.ts"

/** Words of two names that go together: their numbers in each name, and how alike they are. */
export type AlignedPair = WordPair & Readonly<{ left: number; right: number }>

/** The least likeness of two words that are taken for one. */
const LEAST = 0.4

/** Pairs of words, each word in one pair at most, the most alike first (of equals, those nearest in order). */
export function alignNames(left: NameForm, right: NameForm, lexicon: NameLexicon): AlignedPair[] {
  const all = left.words.flatMap((a, i) =>
    right.words.map((b, j) => ({ left: i, right: j, ...wordLikeness(a, b, lexicon) })),
  )
  const ranked = all
    .filter(({ likeness }) => likeness >= LEAST)
    .sort((a, b) => b.likeness - a.likeness || Math.abs(a.left - a.right) - Math.abs(b.left - b.right))
  const [usedLeft, usedRight] = [new Set<number>(), new Set<number>()]
  return ranked.filter((pair) => {
    if (usedLeft.has(pair.left) || usedRight.has(pair.right)) return false
    usedLeft.add(pair.left)
    usedRight.add(pair.right)
    return true
  })
}

/** Likeness from which two words run together are taken for one of the other name's. */
const RUN_TOGETHER = 0.9

/** The name with those neighbours run together that the other name writes as one word ("van der bilt", "vanderbilt"). */
export function mended(form: NameForm, other: NameForm, lexicon: NameLexicon): NameForm {
  for (let length = Math.min(4, form.words.length); length > 1; length--) {
    for (let at = 0; at + length <= form.words.length; at++) {
      const one = joined({ words: form.words.slice(at, at + length), legal: null })
      const isOne = other.words.some((word) => {
        const longer = word.latin.length > 4 && !form.words.some(({ latin }) => latin === word.latin)
        const likeness = longer ? wordLikeness(one, word, lexicon).likeness : 0
        return (
          likeness >= RUN_TOGETHER && form.words.every((part) => wordLikeness(part, word, lexicon).likeness < likeness)
        )
      })
      if (isOne) return { ...form, words: [...form.words.slice(0, at), one, ...form.words.slice(at + length)] }
    }
  }
  return form
}

/** All words in one, as `wordLikeness` takes them: names that differ in their blanks only are one then. */
export const joined = ({ words }: NameForm): NameWord => ({
  latin: words.map(({ latin }) => latin).join(""),
  printed: words.map(({ printed }) => printed).join(""),
})
