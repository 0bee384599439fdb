import { ATTRIBUTE, type Attributes } from "./attributes.ts"
import { ClassWords, hashOn, inWord, type WordPlace } from "./class-words.ts"
import { type PageSource, valueBetween } from "./page-source.ts"

const NAMES = ATTRIBUTE.class | ATTRIBUTE.id | ATTRIBUTE.role
/** More of them together is not looked at. */
const LONGEST = 300
/** More of a class is not told from another. */
const LONGEST_PLAIN = 100
const AMPERSAND = 38
const NOT_READ = -1

let words: ClassWords | null = null

/** Reads what tags say by their `class`, `id` and `role`: words whole, two together ("share-bar"), long ones inside longer. */
export class TagClasses {
  /** Bits of `CLASS_GROUPS` of the tag that was read last. */
  groups = 0
  /** Two numbers of its first `class` without the digits in it; the same for the same. */
  readonly plain = [0, 0]
  private readonly source: PageSource
  private readonly html: string
  /** The word before; -1 when there is none. */
  private previous = NOT_READ
  private previousEnd = 0
  private previousHash = 0
  private readonly word: WordPlace = { start: 0, end: 0, before: NOT_READ, beforeEnd: 0 }

  constructor(source: PageSource) {
    this.source = source
    this.html = source.html
    words ??= new ClassWords()
  }

  read(attributes: Attributes, isBlock: boolean): void {
    this.groups = 0
    this.plain[0] = 0
    this.plain[1] = 0
    if ((attributes.bits & NAMES) === 0) return
    this.previous = NOT_READ
    let left = LONGEST
    let isNamed = !isBlock
    for (let i = 0; i < attributes.count; i++) {
      const which = attributes.which[i]!
      if ((which & NAMES) === 0) continue
      const start = attributes.starts[i]!
      const end = attributes.ends[i]!
      left-- // for the space between two of them
      if (left > 0) this.readValue(start, Math.min(end, start + left))
      left -= end - start
      if (which !== ATTRIBUTE.class || isNamed) continue
      isNamed = true
      this.readPlain(start, end)
    }
  }

  /** Runs of ASCII letters and digits; "shareBar" is two of them. */
  private readValue(start: number, end: number): void {
    const { html } = this
    let from = start
    let hash = 0
    let before = 0
    for (let i = start; i <= end; i++) {
      const unit = i < end ? html.charCodeAt(i) : 32
      const letter = inWord(unit)
      const isHump = unit >= 65 && unit <= 90 && before >= 97 && before <= 122
      before = unit
      if (letter !== 0 && !(isHump && i > from)) {
        hash = hashOn(hash, letter)
        continue
      }
      if (i > from) this.readWord(from, i, hash)
      from = letter === 0 ? i + 1 : i
      hash = letter === 0 ? 0 : hashOn(0, letter)
    }
  }

  private readWord(start: number, end: number, hash: number): void {
    const { html, word } = this
    word.start = start
    word.end = end
    const both = this.previous < 0 ? 0 : this.withPrevious()
    word.before = NOT_READ
    const own = words!.find(html, hash, word)
    this.groups |= both | own
    if (both === 0 && own === 0) this.groups |= words!.inside(html, start, end)
    this.previous = start
    this.previousEnd = end
    this.previousHash = hash
  }

  /** Bit of the word that this one makes with the one before it. */
  private withPrevious(): number {
    const { html, word } = this
    let hash = this.previousHash
    for (let i = word.start; i < word.end; i++) hash = hashOn(hash, inWord(html.charCodeAt(i)))
    word.before = this.previous
    word.beforeEnd = this.previousEnd
    return words!.find(html, hash, word)
  }

  private readPlain(start: number, end: number): void {
    const { html } = this
    const stop = Math.min(end, start + LONGEST_PLAIN)
    for (let i = start; i < stop; i++) {
      if (html.charCodeAt(i) !== AMPERSAND) continue
      const value = valueBetween(this.source, start, end)
      this.hashPlain(value, 0, Math.min(value.length, LONGEST_PLAIN))
      return
    }
    this.hashPlain(html, start, stop)
  }

  /** Digits tell one paragraph from the next, so they tell nothing here. */
  private hashPlain(text: string, start: number, end: number): void {
    let first = 0
    let second = 0
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i)
      if (unit >= 48 && unit <= 57) continue
      first = (Math.imul(first, 31) + unit) | 0
      second = Math.imul(second ^ unit, 0x01000193)
    }
    this.plain[0] = first
    this.plain[1] = second
  }
}
