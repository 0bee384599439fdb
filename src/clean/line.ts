/** Runs of letters and digits; where words are not set apart (Chinese, Japanese), two characters are one. */
export function countWords(text: string): number {
  let words = 0
  let inside = false
  let joined = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 127) {
      const isWord = unit !== 0xa0 && (unit < 0x2000 || unit > 0x206f)
      if (unit >= 0x3041 && unit <= 0x9fff) joined++
      else if (isWord && !inside) words++
      inside = isWord || (inside && unit === 0x2019)
    } else if (ALPHANUMERIC[unit] === 1) {
      if (!inside) words++
      inside = true
    } else if (unit !== 39 && unit !== 45) inside = false
  }
  return words + Math.ceil(joined / 2)
}

const ALPHANUMERIC = Uint8Array.from({ length: 128 }, (_, unit) =>
  /[A-Za-z0-9_]/.test(String.fromCharCode(unit)) ? 1 : 0,
)

const STOPS = ".!?…。！？؟।"
const CLOSING = ")]\"'”’»"

/** Whether a line ends as sentences do, a closing quotation mark or bracket after the stop allowed. */
export function endsSentence(line: string): boolean {
  let end = line.length - 1
  while (end >= 0 && CLOSING.includes(line[end]!)) end--
  return end >= 0 && STOPS.includes(line[end]!)
}

/** Whether a line reads as a paragraph of an article, not as a heading, a link or a caption. */
export function isProse(line: string): boolean {
  const words = countWords(line)
  return words >= 20 || (words >= 10 && endsSentence(line))
}
