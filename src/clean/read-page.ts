import { ATTRIBUTE, type Attributes } from "./attributes.ts"
import { ContainerList } from "./container-list.ts"
import {
  type BlockKind,
  type ElementFacts,
  elementFacts,
  HEADINGS,
  PARAGRAPH,
  PARAGRAPH_SCOPE,
  WITHIN,
} from "./element.ts"
import { hidingOf } from "./hiding.ts"
import { LineBuffer } from "./line-buffer.ts"
import { markOf } from "./mark.ts"
import type { Block, Mark, Page } from "./page.ts"
import { PageFacts } from "./page-facts.ts"
import type { PageSource } from "./page-source.ts"
import { type Sink, scan } from "./scan.ts"
import { TagClasses } from "./tag-classes.ts"

/** A mark whose element is still open. */
type Capture = { -readonly [Key in keyof Mark]: Mark[Key] }

/** An element that is open. */
type Open = {
  name: string
  facts: ElementFacts
  own: number
  ownGroups: number
  /** Bits of its own and of all around it. */
  within: number
  groups: number
  container: number
  kind: BlockKind
  level: number
  /** Where the address of the link around it begins and ends; -1 outside links. */
  href: number
  hrefEnd: number
  capture: Capture | null
}

/** Deeper elements are taken as if they were not there; browsers stop at 512. */
const DEEPEST = 2000
/** How far down the stack an end tag looks for its element: bounds the time that broken nesting takes. */
const REACH = 300
const LONGEST_MARK = 300
const MOST_MARKS = 500
const NOT_SEEN = WITHIN.unseen | WITHIN.drawing
const CELLS = new Set(["td", "th", "caption", "table", "template"])
const NO_NAMES: ReadonlySet<string> = new Set()
const DOCUMENT_TAGS = new Set(["html", "head", "body"])

/** Read a page into blocks and what it says of itself, in one pass. Empty lists for an empty page. Does not throw. */
export function readPage(page: string | PageSource): Page {
  const source = typeof page === "string" ? { html: page, isBytes: false } : page
  const reader = new PageReader(source)
  scan(source.html, reader)
  return reader.finish()
}

// Longer than our aim: one state machine, whose parts share the stack of open elements.
class PageReader implements Sink {
  private readonly source: PageSource
  private readonly html: string
  private readonly facts: PageFacts
  private readonly blocks: Block[] = []
  private readonly marks: Mark[] = []
  private readonly captures: Capture[] = []
  private readonly containers = new ContainerList()
  private readonly classes: TagClasses
  private readonly line = new LineBuffer()
  private readonly stack: Open[]
  /** How many of each name are open. */
  private readonly counts = new Map<string, number>()
  private pictures = 0

  constructor(source: PageSource) {
    this.source = source
    this.html = source.html
    this.facts = new PageFacts(source)
    this.classes = new TagClasses(source)
    const page = { name: "", facts: elementFacts("div"), own: 0, ownGroups: 0, within: 0, groups: 0, container: 0 }
    this.stack = [{ ...page, kind: "division", level: 0, href: -1, hrefEnd: -1, capture: null }]
  }

  finish(): Page {
    this.popTo(1)
    this.flush()
    return { blocks: this.blocks, containers: this.containers.lists, marks: this.marks, ...this.facts.facts() }
  }

  text(start: number, end: number): void {
    const top = this.top()
    if ((top.within & NOT_SEEN) !== 0) return
    const added = this.line.add(this.source, start, end, top)
    if (added === "") return
    for (const capture of this.captures) {
      if (capture.text.length < LONGEST_MARK) capture.text += capture.text === "" ? added : ` ${added}`
    }
  }

  raw(name: string, start: number, end: number): void {
    if ((this.top().within & WITHIN.drawing) === 0) this.facts.readRaw(name, start, end)
    if (name === "xmp" || name === "plaintext") this.text(start, end)
  }

  open(name: string, attributes: Attributes, selfClosing: boolean): void {
    const facts = elementFacts(name)
    if (facts.saysOfPage) this.facts.readTag(name, attributes)
    if (facts.endsParagraph || facts.closes) this.closeImplied(facts)
    if (facts.isBreak) this.lineBreak()
    else if (facts.block) this.flush()
    else if (facts.box) this.line.addSpace()
    if (facts.empty) this.openEmpty(name, attributes, facts)
    else if (this.isPushed(name, selfClosing)) this.push(name, facts, attributes)
  }

  private isPushed(name: string, selfClosing: boolean): boolean {
    if (DOCUMENT_TAGS.has(name) || this.stack.length >= DEEPEST) return false
    return !selfClosing || (this.top().within & WITHIN.drawing) === 0
  }

  close(name: string): void {
    const facts = elementFacts(name)
    if (facts.isBreak) this.lineBreak()
    else if (facts.block) this.flush()
    else if (facts.box) this.line.addSpace()
    if (this.stack.length > 1 && this.top().name === name) this.popTo(this.stack.length - 1)
    else if (HEADINGS.has(name)) this.closeUpTo(HEADINGS, CELLS)
    else if ((this.counts.get(name) ?? 0) === 0) return
    else if (facts.block && name !== "form") this.closeUpTo(new Set([name]), CELLS.has(name) ? NO_NAMES : CELLS)
    else this.closeInline(name)
  }

  private top(): Open {
    return this.stack[this.stack.length - 1]!
  }

  private lineBreak(): void {
    if (this.line.addBreak()) this.flush()
  }

  private openEmpty(name: string, attributes: Attributes, facts: ElementFacts): void {
    if (name === "img") this.pictures++
    if (name !== "meta" && name !== "link") return
    const mark = markOf(this.source, name, attributes, 0)
    if (mark?.value) this.addMark({ ...mark, text: "", ...this.place(facts.within) })
  }

  private place(within: number): Pick<Mark, "block" | "within" | "groups"> {
    return { block: this.blocks.length, within: this.top().within | within, groups: this.top().groups }
  }

  private addMark(mark: Mark): void {
    if (this.marks.length < MOST_MARKS) this.marks.push(mark)
  }

  private closeImplied(facts: ElementFacts): void {
    if (facts.endsParagraph && (this.counts.get("p") ?? 0) > 0) this.closeUpTo(PARAGRAPH, PARAGRAPH_SCOPE)
    if (facts.kind === "heading" && this.top().facts.kind === "heading") this.closeUpTo(HEADINGS, CELLS)
    if (!facts.closes) return
    // A cell ends the cell before it and a row the row: the outermost of them that is open goes.
    for (let again = true; again; ) again = this.closeOne(facts.closes, facts.upTo)
  }

  private closeOne(names: ReadonlySet<string>, upTo: ReadonlySet<string>): boolean {
    const before = this.stack.length
    for (const name of names) {
      if ((this.counts.get(name) ?? 0) === 0) continue
      this.closeUpTo(names, upTo)
      return this.stack.length < before
    }
    return false
  }

  /** Close the innermost open element of these names with all inside it, if none of `barriers` lies between. */
  private closeUpTo(names: ReadonlySet<string>, barriers: ReadonlySet<string>): void {
    const lowest = Math.max(1, this.stack.length - REACH)
    for (let at = this.stack.length - 1; at >= lowest; at--) {
      const { name, facts } = this.stack[at]!
      if (names.has(name)) {
        if (facts.block || this.hasBlockFrom(at)) this.flush()
        this.popTo(at)
        return
      }
      if (barriers.has(name)) return
    }
  }

  private hasBlockFrom(at: number): boolean {
    for (let i = at; i < this.stack.length; i++) if (this.stack[i]!.facts.block) return true
    return false
  }

  /** Close an element in the line. Blocks that were opened inside it go on without it. */
  private closeInline(name: string): void {
    const lowest = Math.max(1, this.stack.length - REACH)
    let at = this.stack.length - 1
    while (at >= lowest && this.stack[at]!.name !== name && !CELLS.has(this.stack[at]!.name)) at--
    if (at < lowest || this.stack[at]!.name !== name) return
    if (this.hasBlockFrom(at + 1)) this.detach(at)
    else this.popTo(at)
  }

  /** Take an element out of the stack's middle: what was opened inside it stays open. */
  private detach(at: number): void {
    const open = this.stack[at]!
    this.finishCapture(open)
    this.uncount(open.name)
    if (open.name === "a") for (let i = at; i < this.stack.length; i++) this.stack[i]!.href = -1
    Object.assign(open, { name: "", own: 0, ownGroups: 0 })
    for (let i = at; i < this.stack.length; i++) {
      const around = this.stack[i - 1]!
      this.stack[i]!.within = around.within | this.stack[i]!.own
      this.stack[i]!.groups = around.groups | this.stack[i]!.ownGroups
    }
  }

  private popTo(length: number): void {
    while (this.stack.length > length) {
      const open = this.stack.pop()!
      if (open.name !== "") this.uncount(open.name)
      this.finishCapture(open)
    }
  }

  private uncount(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 1) - 1)
  }

  private finishCapture({ capture }: Open): void {
    if (!capture) return
    this.captures.splice(this.captures.indexOf(capture), 1)
    if (capture.text !== "" || capture.value !== "") this.addMark(capture)
  }

  private push(name: string, facts: ElementFacts, attributes: Attributes): void {
    const around = this.top()
    const own = facts.within | hidingOf(this.html, attributes, facts.block)
    this.classes.read(attributes, facts.block)
    const ownGroups = this.classes.groups
    const open: Open = {
      name,
      facts,
      own,
      ownGroups,
      within: around.within | own,
      groups: around.groups | ownGroups,
      container: facts.block ? this.addContainer(name, facts, around.container) : around.container,
      kind: facts.kind ?? (facts.block ? "division" : around.kind),
      level: facts.kind === "heading" ? Number(name[1]) : facts.block ? 0 : around.level,
      href: around.href,
      hrefEnd: around.hrefEnd,
      capture: null,
    }
    if (name === "a") this.setAddress(open, attributes)
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
    this.stack.push(open)
    if (attributes.count > 0 || name === "time") this.startCapture(open, attributes)
  }

  private setAddress(open: Open, attributes: Attributes): void {
    open.href = -1
    for (let i = attributes.count - 1; i >= 0; i--) {
      if (attributes.which[i] !== ATTRIBUTE.href) continue
      open.href = attributes.starts[i]!
      open.hrefEnd = attributes.ends[i]!
    }
  }

  private startCapture(open: Open, attributes: Attributes): void {
    const mark = markOf(this.source, open.name, attributes, open.ownGroups)
    if (!mark || this.captures.length >= 20) return
    open.capture = { ...mark, text: "", ...this.place(0) }
    this.captures.push(open.capture)
  }

  private addContainer(name: string, { id }: ElementFacts, parent: number): number {
    const { groups, plain } = this.classes
    return this.containers.add(name, id, plain, { groups, parent })
  }

  private flush(): void {
    const { line } = this
    if (line.text === "") {
      line.clear()
      return
    }
    const text = this.top().kind === "pre" ? line.text.replace(/^\n+|\s+$/g, "") : line.text.trimEnd()
    if (text.trim() !== "") {
      const { kind, level, container } = this.top()
      const { within, groups, linked, bold } = line
      const links = line.linksIn(text)
      this.blocks.push({ text, kind, level, within, groups, container, linked, bold, links, pictures: this.pictures })
      this.pictures = 0
    }
    line.clear()
  }
}
