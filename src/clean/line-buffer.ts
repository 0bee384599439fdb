import { WITHIN } from "./element.ts"
import { decodeEntities } from "./entity.ts"
import { type PageSource, sliceOf } from "./page-source.ts"

/** Where text stands: what the line needs to know of the open element. `href`: where the link's address begins, -1 outside links. */
export type LinePlace = Readonly<{ within: number; groups: number; kind: string; href: number; hrefEnd: number }>

const NO_LINKS: readonly number[] = []
const LINE_FEED = 10
const AMPERSAND = 38

/** The line that is being read: white space made single, words on two sides of a box kept apart. */
export class LineBuffer {
  text = ""
  linked = 0
  bold = 0
  /** Bits that hold for all of the text so far. */
  within = -1
  groups = -1
  /** As `Block.links` has them. */
  links: readonly number[] = NO_LINKS
  private found: number[] = []
  private space = false
  // Asking the text for its last character would put its parts together each time.
  private endsInBreak = false

  clear(): void {
    this.text = ""
    this.linked = 0
    this.bold = 0
    this.within = -1
    this.groups = -1
    this.links = NO_LINKS
    this.space = false
    this.endsInBreak = false
  }

  /** Links of the line's text as it was cut out of the line, without what lies outside. */
  linksIn(text: string): readonly number[] {
    const cut = this.links.length === 0 ? 0 : this.text.indexOf(text)
    if (cut === 0) return this.links
    const moved: number[] = []
    for (let i = 0; i < this.found.length; i += 4) {
      const [start, end] = [Math.max(0, this.found[i]! - cut), this.found[i + 1]! - cut]
      if (start < Math.min(end, text.length))
        moved.push(start, Math.min(end, text.length), this.found[i + 2]!, this.found[i + 3]!)
    }
    return moved
  }

  /** White space follows, whatever comes next. */
  addSpace(): void {
    this.space = true
  }

  /** A line broken on purpose; says whether that makes an empty line. */
  addBreak(): boolean {
    if (this.text === "") return false
    if (this.endsInBreak) return true
    this.text += "\n"
    this.endsInBreak = true
    this.space = false
    return false
  }

  /**
   * Add the page's text from `start` to `end` as it stands there, with references. Gives what was added,
   * decoded, without outer space.
   */
  add(source: PageSource, start: number, end: number, place: LinePlace): string {
    const { html, isBytes } = source
    const keepLines = place.kind === "pre"
    let from = start
    let to = end
    while (from < to && isSpace(html.charCodeAt(from))) from++
    if (from === to) {
      if (end > start) this.space = true
      return ""
    }
    if (keepLines || !isPlain(html, from, to, isBytes))
      return this.addOdd(sliceOf(source, start, end), place, keepLines)
    while (isSpace(html.charCodeAt(to - 1))) to--
    const words = html.slice(from, to)
    this.append(words, from > start, to < end, place)
    return words
  }

  private addOdd(raw: string, place: LinePlace, keepLines: boolean): string {
    const value = keepLines ? decodeEntities(raw).replace(/\r\n?/g, "\n") : single(decodeEntities(raw))
    const words = keepLines ? value : value.trim()
    if (words.trim() === "") {
      if (value !== "") this.space = true
      return ""
    }
    this.append(words, !keepLines && value.trimStart() !== value, !keepLines && value.trimEnd() !== value, place)
    return words
  }

  private append(words: string, before: boolean, after: boolean, place: LinePlace): void {
    if (this.text !== "" && (this.space || before) && !this.endsInBreak) this.text += " "
    if (place.href >= 0) this.link(words.length, place)
    this.text += words
    this.endsInBreak = words.charCodeAt(words.length - 1) === LINE_FEED
    this.space = after
    this.count(words.length, place.within, place.groups)
  }

  /** The next `length` units stand in a link; those of one link follow each other. */
  private link(length: number, { href, hrefEnd }: LinePlace): void {
    const start = this.text.length
    if (this.links === NO_LINKS) this.links = this.found = []
    const last = this.found.length - 4
    if (last >= 0 && this.found[last + 2] === href) this.found[last + 1] = start + length
    else this.found.push(start, start + length, href, hrefEnd)
  }

  private count(length: number, within: number, groups: number): void {
    if ((within & WITHIN.link) !== 0) this.linked += length
    if ((within & WITHIN.bold) !== 0) this.bold += length
    this.within &= within
    this.groups &= groups
  }
}

// No-break spaces are made plain: nobody searches for them, and no publisher writes them everywhere.
// Soft hyphens and zero-width spaces only tell a browser where it may break a line.
const ODD = /[\t\n\f\r\u00A0\u00AD\u200B\uFEFF]| {2}/

const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13 && unit !== 11)

/** Whether a run of text stands in the page as it will stand in the line: nothing to decode or to make single. */
function isPlain(html: string, start: number, end: number, isBytes: boolean): boolean {
  let before = 0
  for (let i = start; i < end; i++) {
    const unit = html.charCodeAt(i)
    if (unit > 127 ? isBytes || isOdd(unit) : unit === AMPERSAND || unit === 11) return false
    if (isSpace(unit)) {
      // White space at the end is cut off, however much it is.
      if (unit !== 32 || isSpace(before)) return isBlank(html, i, end)
    }
    before = unit
  }
  return true
}

function isBlank(html: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isSpace(html.charCodeAt(i))) return false
  return true
}

/** Spaces and invisible characters beyond ASCII. */
const isOdd = (unit: number): boolean =>
  unit === 0xa0 || unit === 0xad || unit === 0xfeff || unit === 0x1680 || unit === 0x3000 ||
  (unit >= 0x2000 && unit <= 0x200b) || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f // biome-ignore format: one list

const single = (text: string): string =>
  ODD.test(text) ? text.replace(/[\u00AD\u200B\uFEFF]+/g, "").replace(/[ \t\n\f\r\u00A0]+/g, " ") : text
