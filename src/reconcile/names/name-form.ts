import type { NameLexicon } from "../../lexicon/names.ts"

/** One word of a name. `latin`: in Latin letters without accents, lower case; `printed`: as printed, lower case. */
export type NameWord = Readonly<{ latin: string; printed: string }>

/** A name, ready to be compared. */
export type NameForm = Readonly<{
  /** Words that carry the name, in order; titles and legal forms are left out unless nothing else is there. */
  words: readonly NameWord[]
  /** "ltd", "jsc", …; null when none is printed. */
  legal: string | null
}>

const ACCENTS = /\p{M}+/gu
const NO_WORD = /[^\p{L}\p{N}]+/u
/** Marks inside a word that some spell and some do not: apostrophes, Arabic short vowels, and the points of "A.B.C.". */
const INNER = /['’‘ʼʻ`´"“”\u0640\u064b-\u065f\u0670]/g
const DOTTED = /(?<=(?:^|[^\p{L}])\p{L})\.(?=\p{L}(?:[^\p{L}]|$))/gu
const POSSESSIVE = /['’]s(?=\s|$)/gu
const LONGEST_FORM = 5
const MOST_WORDS = 24

/** A name as words in Latin letters; "Vane, Oru" is turned round. No words when nothing is printed that could be one. */
export function toNameForm(name: string, lexicon: NameLexicon): NameForm {
  const turned = turnRound(name.normalize("NFKC").toLowerCase(), lexicon)
  const printed = turned
    .replace(POSSESSIVE, "")
    .replace(INNER, "")
    .replace(DOTTED, "")
    .replace(/&/g, " and ")
    .split(NO_WORD)
    .flatMap(withoutArticle)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS)
  const words = printed.map((word) => ({
    printed: word,
    latin: lexicon.numbers.get(word) ?? (toLatin(word, lexicon) || word),
  }))
  const { kept, legal } = withoutLegalForm(words, lexicon)
  // Without its vowels an Arabic name would be a title: Omar is "mr".
  const named = kept.filter(({ latin, printed }) => !lexicon.titles.has(ARABIC.test(printed) ? printed : latin))
  return { words: named.length > 0 ? named : words, legal }
}

const ARABIC = /\p{sc=Arabic}/u
/** The Arabic article, which is written apart in Latin letters ("al-Haddad"), and the rest of the word. */
const ARTICLE = /^(ال)(\p{L}{3,})$/u
const withoutArticle = (word: string): string[] => ARTICLE.exec(word)?.slice(1) ?? [word]

function turnRound(name: string, lexicon: NameLexicon): string {
  const [family, given, ...more] = name.split(/,\s+/)
  const isName = given !== undefined && more.length === 0 && !lexicon.legalForms.has(given.replace(/[.\s]/g, ""))
  return isName ? `${given} ${family}` : name
}

/** Letter by letter, without accents; a letter that no table has stays as it is. */
function toLatin(word: string, { letters }: NameLexicon): string {
  const direct = Array.from(word, (letter) => letters.get(letter) ?? letter).join("")
  const bare = direct.normalize("NFD").replace(ACCENTS, "")
  return Array.from(bare, (letter) => letters.get(letter) ?? letter).join("")
}

function withoutLegalForm(words: readonly NameWord[], { legalForms }: NameLexicon) {
  let legal: string | null = null
  const kept: NameWord[] = []
  for (let at = 0; at < words.length; ) {
    const length = formLength(words, at, legalForms)
    if (length === 0) {
      kept.push(words[at]!)
      at++
      continue
    }
    legal ??= legalForms.get(formAt(words, at, length))!
    at += length
  }
  return kept.length > 0 ? { kept, legal } : { kept: words, legal: null }
}

const formAt = (words: readonly NameWord[], at: number, length: number): string =>
  words
    .slice(at, at + length)
    .map(({ latin }) => latin)
    .join(" ")

/** How many words from here on are a legal form: the most that are one; 0 when none are. */
function formLength(words: readonly NameWord[], at: number, forms: ReadonlyMap<string, string>): number {
  for (let length = Math.min(LONGEST_FORM, words.length - at); length > 0; length--) {
    if (forms.has(formAt(words, at, length))) return length
  }
  return 0
}
