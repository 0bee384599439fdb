/** Runs of letters and digits; where words are not set apart (Chinese, Japanese), two characters are one. */
export function countWords(text: string): number {
  // Without a branch: words begin and end too often for a processor to foresee.
  let words = 0
  let inside = 0
  let joined = 0
  for (let i = 0; i < text.length; i++) {
    const kind = KINDS[text.charCodeAt(i)]!
    const isWord = kind & WORD
    const isJoined = kind >> 2
    joined += isJoined
    words += isWord & (inside ^ 1) & (isJoined ^ 1)
    inside = isWord | (inside & (kind >> 1))
  }
  return words + Math.ceil(joined / 2)
}

/** Bits of `KINDS`: stands in a word; does not end the word that it follows; is a word in two with the next. */
const [WORD, JOINS, HALF] = [1, 2, 4]
const KINDS = Uint8Array.from({ length: 65536 }, (_, unit) => {
  if (unit === 39 || unit === 0x2019 || unit === 45) return JOINS
  if (unit < 128) return /[A-Za-z0-9_]/.test(String.fromCharCode(unit)) ? WORD : 0
  if (unit >= 0x3041 && unit <= 0x9fff) return WORD | HALF
  return unit !== 0xa0 && (unit < 0x2000 || unit > 0x206f) ? WORD : 0
})

const STOPS = ".!?…。！？؟।"
const CLOSING = ")]\"'”’»"

/** Whether a line ends as sentences do, a closing quotation mark or bracket after the stop allowed. */
export function endsSentence(line: string): boolean {
  let end = line.length - 1
  while (end >= 0 && CLOSING.includes(line[end]!)) end--
  return end >= 0 && STOPS.includes(line[end]!)
}

/** Whether a line reads as a paragraph of an article, not as a heading, a link or a caption. `words`: as `countWords` counts them. */
export function isProse(line: string, words: number = countWords(line)): boolean {
  return words >= 20 || (words >= 10 && endsSentence(line))
}
