import { ENDS, type LanguageTable, readLanguages, STARTS } from "../lexicon/languages.ts"

/** Shorter texts are not guessed at, in letters. */
const SHORTEST = 40
/** So much of the text is looked at for these letters. */
const ENOUGH = 3000
/** What of the text is guessed by, in UTF-16 units. */
const SAMPLE = 1000
/** Bytes of words that are looked at: up to the first space after so many, and never more than so many. */
const CUT_AT_SPACE = 350
const CUT = 380
/** More of a word is not cut into pieces. */
const LONGEST_WORD = 70
/** Of a word, pieces of so many bytes, beginning at every third. */
const PIECE = 4
const STEP = 3
/** What each piece counts on top of its score. */
const LEAST_SCORE = 53
/** Mean score at which a language counts one half. */
const HALF = 25
/** A guess is sure that reaches this part of what texts in the language usually reach. */
const SURE = 0.75
const FEWEST_PIECES = 3

let table: LanguageTable | null = null

/**
 * ISO 639-1 code of the language a text is written in; null when it is too short or the guess is not sure.
 * Method and table: eld (https://github.com/nitotm/efficient-language-detector-js), its smallest table.
 */
export function languageOf(text: string): string | null {
  if (!hasLetters(text)) return null
  table ??= readLanguages()
  const pieces = piecesOf(Buffer.from(wordsOf(text)))
  const sums = sumsOf(pieces, table)
  let best = 0
  for (let i = 1; i < sums.length; i++) if (sums[i]! > sums[best]!) best = i
  const mean = sums[best]! / pieces.size
  const isSure = pieces.size >= FEWEST_PIECES && mean > 0 && mean / (mean + HALF) >= table.usual[best]! * SURE
  return isSure ? table.codes[best]! : null
}

function hasLetters(text: string): boolean {
  let letters = 0
  const end = Math.min(text.length, ENOUGH)
  for (let i = 0; i < end && letters < SHORTEST; i++) {
    if (isLetter(text.charCodeAt(i))) letters++
    else if (isHighSurrogate(text.charCodeAt(i)) && i + 1 < end && /^\p{L}/u.test(text.slice(i, i + 2))) letters++
  }
  return letters >= SHORTEST
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00

const UNKNOWN = 0
const LETTER = 1
const OTHER = 2
/** Of each UTF-16 unit whether it is a letter; filled as they come by. */
const kinds = new Uint8Array(65536)

function isLetter(unit: number): boolean {
  if (kinds[unit] === UNKNOWN) kinds[unit] = /^\p{L}$/u.test(String.fromCharCode(unit)) ? LETTER : OTHER
  return kinds[unit] === LETTER
}

/** The beginning of the text in lower case, one space for what stands between words. Apostrophes before letters stay. */
function wordsOf(text: string): string {
  const end = Math.min(text.length, SAMPLE)
  let words = ""
  for (let i = 0; i < end && words.length <= CUT + 20; ) {
    let to = i
    while (to < end && !isLetter(text.charCodeAt(to))) to++
    const apostrophes = apostrophesBefore(text, to, i)
    if (to - apostrophes > i) words += " "
    i = to - apostrophes
    while (to < end && isLetter(text.charCodeAt(to))) to++
    words += text.slice(i, to)
    i = to
  }
  return words.trim().toLowerCase()
}

function apostrophesBefore(text: string, end: number, start: number): number {
  let count = 0
  while (end - count > start && "'`’".includes(text[end - count - 1]!)) count++
  return count
}

const SPACE = 32
const PAST_BYTES = 2 ** 32

/** Pieces of the words, each as its bytes with the bits `STARTS` and `ENDS` above them. */
function piecesOf(bytes: Uint8Array): ReadonlySet<number> {
  const pieces = new Set<number>()
  let start = 0
  let at = 0
  for (; at < bytes.length; at++) {
    if (bytes[at] === SPACE) {
      if (at > start) addPieces(bytes, start, at, pieces)
      start = at + 1
      if (at > CUT_AT_SPACE) break
    }
    // Never amid a character.
    if (at >= CUT && (bytes[at + 1]! & 0xc0) !== 0x80) {
      at++
      break
    }
  }
  const end = Math.min(at, bytes.length)
  if (end > start) addPieces(bytes, start, end, pieces)
  return pieces
}

function addPieces(bytes: Uint8Array, start: number, end: number, pieces: Set<number>): void {
  const length = Math.min(end - start, LONGEST_WORD)
  let offset = 0
  for (; offset + PIECE < length; offset += STEP) {
    const flags = offset === 0 ? STARTS : 0
    pieces.add(flags * PAST_BYTES + pieceAt(bytes, start + offset, start + offset + PIECE))
  }
  const flags = (offset === 0 ? STARTS : 0) | ENDS
  // What is left of a word too long is one piece that no table has.
  if (end - start > length) pieces.add(-end)
  else pieces.add(flags * PAST_BYTES + pieceAt(bytes, start + Math.max(0, length - PIECE), end))
}

function pieceAt(bytes: Uint8Array, start: number, end: number): number {
  let piece = 0
  for (let i = start; i < start + PIECE; i++) piece = piece * 256 + (i < end ? bytes[i]! : 0)
  return piece
}

function sumsOf(pieces: ReadonlySet<number>, { codes, bounds, pieces: known, firsts, scores }: LanguageTable) {
  const sums = new Float64Array(codes.length)
  for (const piece of pieces) {
    const flags = Math.floor(piece / PAST_BYTES)
    const found = flags < 0 ? -1 : search(known, piece % PAST_BYTES, bounds[flags]!, bounds[flags + 1]!)
    if (found < 0) continue
    for (let i = firsts[found]!; i < firsts[found + 1]!; i += 2) sums[scores[i]!]! += scores[i + 1]! + LEAST_SCORE
  }
  return sums
}

function search(sorted: Uint32Array, wanted: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low < to && sorted[low] === wanted ? low : -1
}
