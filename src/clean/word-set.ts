/** Words of a text in small letters, and which share of another text's words are among them. */
export class WordSet {
  private readonly words: ReadonlySet<string>
  /** Of each word its length and first letter, one bit each: most other words are told by them without being made strings. */
  private readonly kinds = new Uint8Array(256)

  constructor(text: string) {
    this.words = new Set(wordsOf(text))
    for (const word of this.words) this.kinds[kindOf(word, 0, word.length)] = 1
  }

  /** Of the words in a text in small letters the share that is known; 0 for a text without words. */
  share(text: string): number {
    if (this.words.size === 0) return 0
    let all = 0
    let shared = 0
    let start = -1
    for (let i = 0; i <= text.length; i++) {
      const unit = text.charCodeAt(i)
      if (isForeign(unit)) return this.shareOf(wordsOf(text))
      const isWord = isPlain(unit)
      if (isWord && start < 0) start = i
      if (isWord || start < 0) continue
      all++
      if (this.kinds[kindOf(text, start, i)] === 1 && this.words.has(text.slice(start, i))) shared++
      start = -1
    }
    return all === 0 ? 0 : shared / all
  }

  private shareOf(words: readonly string[]): number {
    return words.length === 0 ? 0 : words.filter((word) => this.words.has(word)).length / words.length
  }
}

const kindOf = (text: string, start: number, end: number): number =>
  ((text.charCodeAt(start) * 31 + text.charCodeAt(end - 1)) * 31 + end - start) & 255

/** Beyond ASCII and its neighbours only the tables of Unicode know what a letter is. */
const isForeign = (unit: number): boolean => unit > 127 && (unit < 0x2010 || unit > 0x2027)
const isPlain = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)

function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  let start = -1
  for (let i = 0; i <= text.length; i++) {
    const unit = text.charCodeAt(i)
    if (isForeign(unit)) return text.match(/[\p{L}\p{N}]+/gu) ?? []
    const isWord = isPlain(unit)
    if (isWord && start < 0) start = i
    if (isWord || start < 0) continue
    words.push(text.slice(start, i))
    start = -1
  }
  return words
}
