import { WITHIN } from "./element.ts"
import { decodeEntities } from "./entity.ts"

const LINE_FEED = 10

/** The line that is being read: white space made single, words on two sides of a box kept apart. */
export class LineBuffer {
  text = ""
  linked = 0
  bold = 0
  /** Bits that hold for all of the text so far. */
  within = -1
  groups = -1
  private space = false

  clear(): void {
    this.text = ""
    this.linked = 0
    this.bold = 0
    this.within = -1
    this.groups = -1
    this.space = false
  }

  /** White space follows, whatever comes next. */
  addSpace(): void {
    this.space = true
  }

  /** A line broken on purpose; says whether that makes an empty line. */
  addBreak(): boolean {
    if (this.text === "") return false
    if (this.text.charCodeAt(this.text.length - 1) === LINE_FEED) return true
    this.text += "\n"
    this.space = false
    return false
  }

  /** Add text as it stands in the page, with references. Gives what was added, decoded, without outer space. */
  add(raw: string, within: number, groups: number, keepLines: boolean): string {
    const value = keepLines ? decodeEntities(raw).replace(/\r\n?/g, "\n") : single(decodeEntities(raw))
    const words = keepLines ? value : value.trim()
    if (words.trim() === "") {
      if (value !== "") this.space = true
      return ""
    }
    const last = this.text.charCodeAt(this.text.length - 1)
    const apart = this.space || (!keepLines && value.charCodeAt(0) === 32)
    if (this.text !== "" && apart && last !== LINE_FEED) this.text += " "
    this.text += words
    this.space = !keepLines && value.charCodeAt(value.length - 1) === 32
    this.count(words.length, within, groups)
    return words
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

const single = (text: string): string =>
  ODD.test(text) ? text.replace(/[\u00AD\u200B\uFEFF]+/g, "").replace(/[ \t\n\f\r\u00A0]+/g, " ") : text
