/** A word as it is compared, and whether it looks like a name or is a number: such words survive a rewording. */
export type ClaimWord = Readonly<{ key: string; anchor: boolean }>

const WORD = /\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu
/** Addresses and signs of accounts, which no claim is about. */
const NO_WORDS = /\bhttps?:\/\/\S+|\b\w+\.\w+\/\S*/g
const SENTENCE_END = /[.!?:…"“”‘’\n]\s*$/

/** Words of a claim in order, letter case, accents and plain endings left aside; none for a text without a word. */
export function claimWords(text: string): ClaimWord[] {
  const found: ClaimWord[] = []
  for (const { 0: word, index } of text.replace(NO_WORDS, " ").matchAll(WORD)) {
    const isNumber = /^\p{N}/u.test(word)
    const opens = index === 0 || SENTENCE_END.test(text.slice(Math.max(0, index - 3), index))
    const anchor = isNumber || (/^\p{Lu}/u.test(word) && !opens)
    const key = isNumber ? word.replace(/,(?=\d{3})/g, "") : stem(folded(word))
    if (key !== "") found.push({ key, anchor })
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
