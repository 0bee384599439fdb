import { readClassWords } from "../lexicon/class-words.ts"

/** Shorter words would be found inside others ("ad" in "header"). */
const INSIDE_AT_LEAST = 6
/** By so many letters words inside others are looked for. */
const KEY = 4

/** Lower case of a letter's or digit's unit; 0 for what stands in no word. */
const LOWER = Uint8Array.from({ length: 128 }, (_, unit) => {
  const mark = String.fromCharCode(unit)
  return /[A-Za-z0-9]/.test(mark) ? mark.toLowerCase().charCodeAt(0) : 0
})

/** Lower case of a unit that stands in a word; 0 for any other. */
export const inWord = (unit: number): number => (unit < 128 ? LOWER[unit]! : 0)

/** A number of a word that the next letter is added to. */
export const hashOn = (hash: number, letter: number): number => (Math.imul(hash, 31) + letter) | 0

/** The words of class names that say something. No string is made of the page's to find one. */
export class ClassWords {
  private readonly words: string[] = []
  private readonly bits: number[] = []
  /** Places of words by their hash, from 1; 0 is none. */
  private readonly places: Int32Array
  /** Long words by their first letters. */
  private readonly long = new Map<number, number[]>()

  constructor(table = readClassWords()) {
    let size = 1024
    while (size < table.size * 8) size *= 2
    this.places = new Int32Array(size)
    for (const [word, bit] of table) this.add(word, bit)
  }

  private add(word: string, bit: number): void {
    const n = this.words.push(word)
    this.bits.push(bit)
    let hash = 0
    for (let i = 0; i < word.length; i++) hash = hashOn(hash, word.charCodeAt(i))
    let at = this.placeOf(hash)
    while (this.places[at] !== 0) at = (at + 1) & (this.places.length - 1)
    this.places[at] = n
    if (word.length < INSIDE_AT_LEAST) return
    const key = keyAt(word, 0)
    this.long.set(key, [...(this.long.get(key) ?? []), n - 1])
  }

  private placeOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.places.length - 1)
  }

  /** Bit of the word that stands at `start`, with what stands before it from `before` to `beforeEnd`; 0 when unknown. */
  find(html: string, hash: number, word: Readonly<WordPlace>): number {
    for (let at = this.placeOf(hash); this.places[at] !== 0; at = (at + 1) & (this.places.length - 1)) {
      const n = this.places[at]! - 1
      if (isWord(this.words[n]!, html, word)) return this.bits[n]!
    }
    return 0
  }

  /** Bits of the long words inside a longer one. */
  inside(html: string, start: number, end: number): number {
    let groups = 0
    if (end - start <= INSIDE_AT_LEAST) return 0
    // Without its last letter, which the first step adds.
    let key = keyAt(html, start) >>> 8
    for (let at = start; at + INSIDE_AT_LEAST <= end; at++) {
      key = (key << 8) | inWord(html.charCodeAt(at + KEY - 1)) | 0
      const found = this.long.get(key)
      if (found === undefined) continue
      for (const n of found) if (isInside(this.words[n]!, html, at, end)) groups |= this.bits[n]!
    }
    return groups
  }
}

/** Where a word stands in the page; `before` to `beforeEnd`: another that it is put behind, -1 for none. */
export type WordPlace = { start: number; end: number; before: number; beforeEnd: number }

/** The four letters at a place, one byte each. */
function keyAt(text: string, at: number): number {
  let key = 0
  for (let i = at; i < at + KEY; i++) key = (key << 8) | inWord(text.charCodeAt(i))
  return key | 0
}

function isWord(known: string, html: string, { start, end, before, beforeEnd }: Readonly<WordPlace>): boolean {
  const first = before < 0 ? 0 : beforeEnd - before
  if (known.length !== first + end - start) return false
  for (let i = 0; i < first; i++) if (known.charCodeAt(i) !== inWord(html.charCodeAt(before + i))) return false
  return isInside(first === 0 ? known : known.slice(first), html, start, end)
}

function isInside(known: string, html: string, at: number, end: number): boolean {
  if (at + known.length > end) return false
  for (let i = 0; i < known.length; i++) if (known.charCodeAt(i) !== inWord(html.charCodeAt(at + i))) return false
  return true
}
