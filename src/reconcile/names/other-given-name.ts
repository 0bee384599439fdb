import type { NameLexicon } from "../../lexicon/names.ts"
import { alignNames, mended } from "./align-names.ts"
import type { NameForm, NameWord } from "./name-form.ts"
import { romanisedCost } from "./romanised-cost.ts"

const ARABIC = /^\p{sc=Arabic}+$/u
const LATIN = /^[a-z]{2,}$/
/** A root has three or four letters, a name of one about as many; longer words are rather foreign, and spelt as they are heard. */
const SHORT = 5
/** Bits a letter from which a short word is another name's: of the usual names of a hand-made list all spellings cost less. */
const OTHER = 3.3

/** One letter, several ways of writing it: seats of hamza, the last letter of a word, Persian forms. */
const ONE_LETTER: Readonly<Record<string, string>> = {
  ...{ أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ئ: "ي", ؤ: "و", ة: "ه", ک: "ك", ء: "" },
}
const folded = (word: string): string => Array.from(word, (letter) => ONE_LETTER[letter] ?? letter).join("")

/** Whether a name is worth the look. */
export const isArabic = ({ words }: NameForm): boolean => words.some(({ printed }) => ARABIC.test(printed))

/**
 * Whether two names of several words, one of them in Arabic letters, have different given names (or fathers' names): all that
 * stands before the family name. These are words of the language, short vowels left out, so that another letter is another
 * name; a family name may be foreign and spelt by ear.
 */
export function isOtherGivenName(one: NameForm, other: NameForm, lexicon: NameLexicon): boolean {
  const whole = mended(one, other, lexicon)
  const [left, right] = [whole, mended(other, whole, lexicon)].map((form) => withoutParticles(form, lexicon)) as Two
  const [lastLeft, lastRight] = [left.words.length - 1, right.words.length - 1]
  if (lastLeft < 1 || lastRight < 1) return false
  const pairs = alignNames(left, right, lexicon)
  const areTwo = openTwo(new Set([...beforeArticle(one), ...beforeArticle(other)]), lexicon)
  const given = pairs.filter((pair) => pair.left < lastLeft && pair.right < lastRight)
  if (given.some((pair) => areTwo(left.words[pair.left]!, right.words[pair.right]!))) return true
  const isFirstAlone = pairs.every((pair) => pair.left !== 0 && pair.right !== 0)
  return isFirstAlone && areTwo(left.words[0]!, right.words[0]!)
}

type Two = [left: NameForm, right: NameForm]

const withoutParticles = (form: NameForm, { particles }: NameLexicon): NameForm => ({
  ...form,
  words: form.words.filter(({ latin }) => !particles.has(latin)),
})

/** Words that an article follows, which many write at their end in Latin letters: "Abdel Rahman", "Abdur Rahman". */
const beforeArticle = ({ words }: NameForm): NameWord[] => words.filter((_, at) => words[at + 1]?.printed === "ال")
const ARTICLE_AT_END = /[aeu][ldnrstz]$/

const openTwo = (articled: ReadonlySet<NameWord>, lexicon: NameLexicon) => (a: NameWord, b: NameWord) => {
  const [first, second] = ARABIC.test(a.printed) ? [a, b] : [b, a]
  if (!ARABIC.test(first.printed) || first.printed.length < 2) return false
  if (ARABIC.test(second.printed)) {
    const [x, y] = [folded(first.printed), folded(second.printed)]
    return second.printed.length > 1 && x !== y && Math.min(x.length, y.length) <= SHORT
  }
  if (!LATIN.test(second.latin) || first.printed.length > SHORT) return false
  const ways = [second.latin, ...(articled.has(first) ? [second.latin.replace(ARTICLE_AT_END, "")] : [])]
  return ways.every((latin) => romanisedCost(first.printed, latin, lexicon) > OTHER)
}
