/**
 * A word as it is compared, its `form` with the endings left on, and whether it looks like a name or is a number: such
 * words survive a rewording.
 */
export type ClaimWord = Readonly<{ key: string; form: string; anchor: boolean }>

const WORD = /\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu
/** Addresses, which no claim is about; a post's may stick to the word before it. */
const NO_WORDS = /https?:\/\/\S+|pic\.twitter\.com\/\S+|\b\w+\.\w+\/\S*/g
/** Tags and names of accounts, written as one word: "#BridgeFire" is two. */
const TAG = /[#@][\p{L}\p{N}_]+/gu
const SEAM = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|_/gu
const SENTENCE_END = /[.!?:…"“”‘’\n]\s*$/

/** Words of a claim in order, letter case, accents and plain endings left aside; none for a text without a word. */
export function claimWords(text: string): ClaimWord[] {
  const found: ClaimWord[] = []
  const plain = text.replace(NO_WORDS, " ").replace(TAG, (tag) => `${tag.replace(SEAM, " ")} `)
  for (const { 0: word, index } of plain.matchAll(WORD)) {
    const isNumber = /^\p{N}/u.test(word)
    const opens = index === 0 || SENTENCE_END.test(plain.slice(Math.max(0, index - 3), index))
    const anchor = isNumber || (/^\p{Lu}/u.test(word) && !opens)
    const form = isNumber ? word.replace(/,(?=\d{3})/g, "") : folded(word)
    const key = isNumber ? form : stem(form)
    if (key !== "") found.push({ key, form, anchor })
  }
  return found
}

const folded = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/['’].*$/, "")

const ENDINGS = [/(?<=...)ies$/, /(?<=..(?:ss|sh|ch|x|z))es$/, /(?<=..[^su])s$/] as const
const VERBAL = /(?<=...)(?:ing|ed|er|e)$/

/** "cables" and "cable", "killed" and "kills" are one; a word of three letters stays. */
export function stem(word: string): string {
  const single = ENDINGS.reduce((form, ending) => form.replace(ending, ending === ENDINGS[0] ? "y" : ""), word)
  return single.replace(VERBAL, "").replace(/([^aeiouls])\1$/, "$1")
}
