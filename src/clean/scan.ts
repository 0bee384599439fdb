import { ATTRIBUTE, type Attributes } from "./attributes.ts"
import { NameTable } from "./name-table.ts"

/** What is told of the page as it is read. The attributes are overwritten by the next tag. */
export interface Sink {
  open(name: string, attributes: Attributes, selfClosing: boolean): void
  close(name: string): void
  /** Characters of the page, references not decoded. */
  text(start: number, end: number): void
  /** What stands inside `script`, `style`, `title` and other elements that hold no tags. */
  raw(name: string, start: number, end: number): void
}

/** Elements whose content is text up to their own end tag. `noscript` is one where scripts run. */
const RAW = new Set(["script", "style", "title", "textarea", "noscript", "iframe", "xmp", "noembed", "noframes"])
/** Start tags that end a drawing or formula they stand in, because they are no part of it. */
const BREAKS_OUT = new Set(
  (
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta " +
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
  ).split(" "),
)
const LONGEST_ATTRIBUTE = Math.max(...Object.keys(ATTRIBUTE).map((name) => name.length))
const GREATER = 62
const SLASH = 47

/**
 * Read a page from left to right, once, without building a tree. Broken markup is read as the HTML
 * standard's tokenizer reads it. Time is linear in the page's length; nothing recurses. Does not throw.
 */
export function scan(html: string, sink: Sink): void {
  const scanner = new Scanner(html, sink)
  let at = 0
  let searched = 0
  while (at < html.length) {
    const tag = html.indexOf("<", Math.max(at, searched))
    if (tag < 0) break
    const next = html.charCodeAt(tag + 1)
    // Text goes on over it: told piece by piece, a million of them in a row would take minutes.
    if (!opensMarkup(next)) {
      searched = tag + 1
      continue
    }
    if (tag > at) sink.text(at, tag)
    at = isLetter(next)
      ? scanner.startTag(tag + 1)
      : next === SLASH
        ? scanner.endTag(tag + 2)
        : scanner.declaration(tag)
  }
  if (at < html.length) sink.text(at, html.length)
}

const isLetter = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)
const opensMarkup = (unit: number): boolean => isLetter(unit) || unit === SLASH || unit === 33 || unit === 63
const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13 && unit !== 11)

// Shared by all pages: the names that pages use are few.
const elementNames = new NameTable(new Map())
const attributeNames = new NameTable(new Map(Object.entries(ATTRIBUTE)))

class Scanner {
  private readonly html: string
  private readonly sink: Sink
  private readonly attributes: Attributes = { count: 0, bits: 0, which: [], starts: [], ends: [] }
  private selfClosing = false
  private valueStart = 0
  private valueEnd = 0
  /** Where the next "<!--" stands that a script was asked about. */
  private comment = -1
  /** How many `svg` and `math` elements are open. */
  private foreign = 0

  constructor(html: string, sink: Sink) {
    this.html = html
    this.sink = sink
  }

  startTag(start: number): number {
    const end = this.nameEnd(start)
    const name = elementNames.read(this.html, start, end)
    const after = this.readAttributes(end)
    if (after < 0) return this.html.length
    if (this.foreign > 0 && BREAKS_OUT.has(name)) this.leaveForeign()
    if (!this.selfClosing && (name === "svg" || name === "math")) this.foreign++
    this.sink.open(name, this.attributes, this.selfClosing)
    if (name === "plaintext") return this.rawText(name, after, this.html.length)
    if (!RAW.has(name) || (this.foreign > 0 && (this.selfClosing || name === "title"))) return after
    return this.rawText(name, after, name === "script" ? this.scriptEnd(after) : this.rawEnd(name, after))
  }

  endTag(start: number): number {
    const first = this.html.charCodeAt(start)
    if (!isLetter(first)) return start < this.html.length ? this.skipTo(">", start) : this.lastWords(start - 2)
    const end = this.nameEnd(start)
    const after = this.readAttributes(end)
    if (after < 0) return this.html.length
    const name = elementNames.read(this.html, start, end)
    if (this.foreign > 0 && (name === "svg" || name === "math")) this.foreign--
    this.sink.close(name)
    return after
  }

  /** Comment, doctype, CDATA section or processing instruction at `<`. */
  declaration(tag: number): number {
    const html = this.html
    if (html.startsWith("<!--", tag)) return this.commentEnd(tag + 4)
    if (this.foreign > 0 && html.startsWith("<![CDATA[", tag)) {
      const end = html.indexOf("]]>", tag + 9)
      this.sink.text(tag + 9, end < 0 ? html.length : end)
      return end < 0 ? html.length : end + 3
    }
    return this.skipTo(">", tag + 2)
  }

  /** A lone "</" at the very end is text. */
  private lastWords(start: number): number {
    this.sink.text(start, this.html.length)
    return this.html.length
  }

  private leaveForeign(): void {
    while (this.foreign > 0) {
      this.foreign--
      this.sink.close("svg")
      this.sink.close("math")
    }
  }

  private skipTo(mark: string, from: number): number {
    const found = this.html.indexOf(mark, from)
    return found < 0 ? this.html.length : found + mark.length
  }

  /** Where a comment ends whose text starts at `start`: "-->", "--!>", or at once with ">" or "->". */
  private commentEnd(start: number): number {
    const html = this.html
    if (html.charCodeAt(start) === GREATER) return start + 1
    if (html.startsWith("->", start)) return start + 2
    for (let dashes = html.indexOf("--", start); dashes >= 0; dashes = html.indexOf("--", dashes + 1)) {
      if (html.charCodeAt(dashes + 2) === GREATER) return dashes + 3
      if (html.startsWith("!>", dashes + 2)) return dashes + 4
    }
    return html.length
  }

  private rawText(name: string, start: number, end: number): number {
    this.sink.raw(name, start, end)
    if (end >= this.html.length) {
      this.sink.close(name)
      return end
    }
    return this.endTag(end + 2)
  }

  /** Where the end tag `</name` begins; the page's end when there is none. */
  private rawEnd(name: string, start: number): number {
    const html = this.html
    for (let at = html.indexOf("</", start); at >= 0; at = html.indexOf("</", at + 2)) {
      if (this.isName(name, at + 2)) return at
    }
    return html.length
  }

  /** A script may hold `<!-- <script> … </script> -->`: the inner end tag does not end it. */
  private scriptEnd(start: number): number {
    const html = this.html
    let end = this.rawEnd("script", start)
    // Looked for once: pages with many scripts and no comment would be read to their end each time.
    if (this.comment < start) this.comment = this.indexOrEnd("<!--", start)
    for (let at = this.comment; at < end && at < html.length; ) {
      const close = html.indexOf("-->", at + 2)
      const stop = close < 0 ? html.length : close
      let from = at + 4
      while (end < stop && this.innerScript(from, end) >= 0) {
        from = end + 8
        end = this.rawEnd("script", from)
      }
      if (end < stop || close < 0) break
      at = this.indexOrEnd("<!--", close + 3)
    }
    return end
  }

  private indexOrEnd(mark: string, from: number): number {
    const at = this.html.indexOf(mark, from)
    return at < 0 ? this.html.length : at
  }

  private innerScript(from: number, to: number): number {
    for (let at = this.html.indexOf("<", from); at >= 0 && at < to; at = this.html.indexOf("<", at + 1)) {
      if (this.isName("script", at + 1)) return at
    }
    return -1
  }

  /** Whether `name` stands at `at`, in any case, and ends there. */
  private isName(name: string, at: number): boolean {
    const html = this.html
    for (let i = 0; i < name.length; i++) {
      if ((html.charCodeAt(at + i) | 32) !== name.charCodeAt(i)) return false
    }
    const next = html.charCodeAt(at + name.length)
    return isSpace(next) || next === SLASH || next === GREATER
  }

  private nameEnd(start: number): number {
    const html = this.html
    let end = start
    for (; end < html.length; end++) {
      const unit = html.charCodeAt(end)
      if (unit === GREATER || unit === SLASH || isSpace(unit)) break
    }
    return end
  }

  /** Reads up to the tag's ">" into `attributes`; gives the place after it, or -1 when the page ends first. */
  private readAttributes(start: number): number {
    const html = this.html
    const attributes = this.attributes
    attributes.count = 0
    attributes.bits = 0
    this.selfClosing = false
    let at = start
    while (at < html.length) {
      const unit = html.charCodeAt(at)
      if (unit === GREATER) return at + 1
      if (unit === SLASH) {
        if (html.charCodeAt(at + 1) === GREATER) this.selfClosing = true
        at++
      } else if (isSpace(unit)) at++
      else at = this.readAttribute(at)
    }
    return -1
  }

  private readAttribute(start: number): number {
    const html = this.html
    let at = start + 1 // even "=" begins a name when it comes first
    for (; at < html.length; at++) {
      const unit = html.charCodeAt(at)
      if (unit === 61 || unit === GREATER || unit === SLASH || isSpace(unit)) break
    }
    const nameEnd = at
    this.valueStart = at
    this.valueEnd = at
    let value = at
    while (isSpace(html.charCodeAt(value))) value++
    if (html.charCodeAt(value) === 61) at = this.readValue(value + 1)
    this.keepAttribute(start, nameEnd)
    return at
  }

  /** Others than those that are asked for are passed over. */
  private keepAttribute(start: number, end: number): void {
    if (end - start > LONGEST_ATTRIBUTE) return
    attributeNames.read(this.html, start, end)
    const { attributes } = this
    const { bit } = attributeNames
    if (bit === 0) return
    attributes.bits |= bit
    attributes.which[attributes.count] = bit
    attributes.starts[attributes.count] = this.valueStart
    attributes.ends[attributes.count] = this.valueEnd
    attributes.count++
  }

  private readValue(start: number): number {
    const html = this.html
    let at = start
    while (isSpace(html.charCodeAt(at))) at++
    const quote = html.charCodeAt(at)
    if (quote === 34 || quote === 39) {
      const end = html.indexOf(quote === 34 ? '"' : "'", at + 1)
      this.valueStart = at + 1
      this.valueEnd = end < 0 ? html.length : end
      return end < 0 ? html.length : end + 1
    }
    this.valueStart = at
    for (; at < html.length; at++) {
      const unit = html.charCodeAt(at)
      if (unit === GREATER || isSpace(unit)) break
    }
    this.valueEnd = at
    return at
  }
}
