import type { Furniture, FurnitureTable } from "../lexicon/furniture.ts"
import { foldLine } from "../lexicon/furniture.ts"
import type { PublishedDate } from "../model/date.ts"
import type { FactEvidence, Removed, TextBlock } from "../model/document.ts"
import { isByline, namesIn } from "./byline.ts"
import { countWords, endsSentence, isProse } from "./line.ts"
import { findFurniture, type LineModel } from "./line-model.ts"
import { findWrittenDate } from "./written-date.ts"

/** What a plain text holds. The title, when there is one, is also the first line of `text`. */
export type PlainArticle = Readonly<{
  title: string | null
  bylines: readonly string[]
  published: PublishedDate | null
  text: string
  removed: readonly Removed[]
  blocks: readonly TextBlock[]
  evidence: readonly FactEvidence[]
}>

type Line = { text: string; blankBefore: boolean; prose: boolean; reason: string | null; score: number | null }

/** The table that names furniture, and what tells the rest of it. */
export type PlainParts = Readonly<{ furniture: FurnitureTable; model: LineModel }>

/** A headline is shorter than this, in words. */
const LONGEST_TITLE = 35
/** Less prose than this before "Leave a Reply" (in words): it stands in a menu, and the article comes after it. */
const BODY = 60
/** Bylines and datelines are looked for in so many lines. */
const HEAD_LINES = 12

/**
 * Take the article out of a text that was copied from a page: lines that are furniture go, each with
 * its reason, and a headline that is printed twice stays once. Does not throw.
 */
export function readPlain(source: string, { furniture, model }: PlainParts): PlainArticle {
  const lines = toLines(source)
  markFurniture(lines, furniture)
  markByLook(lines, { furniture, model })
  const title = markTitle(lines)
  const { bylines, published } = markHead(lines)
  return { title, bylines, published, ...joinLines(lines, title), evidence: evidenceOf(title, lines) }
}

function toLines(source: string): Line[] {
  const lines: Line[] = []
  let blankBefore = false
  for (const raw of unwrap(source.replace(/^\uFEFF/, "").split(/\r\n?|\n|\u2028|\u2029/))) {
    const text = raw.trim()
    if (text !== "") lines.push({ text, blankBefore, prose: isProse(text), reason: null, score: null })
    blankBefore = text === ""
  }
  return lines
}

/** Lines that were broken at a fixed width are put together again. */
function unwrap(lines: readonly string[]): readonly string[] {
  let inside = 0
  let broken = 0
  for (let i = 1; i < lines.length; i++) {
    if (lines[i - 1]!.trim() === "" || lines[i]!.trim() === "") continue
    inside++
    if (isBroken(lines[i - 1]!, lines[i]!)) broken++
  }
  if (inside < 4 || broken < inside * 0.4) return lines
  const whole: string[] = []
  for (const [i, line] of lines.entries()) {
    const goesOn = i > 0 && lines[i - 1]!.trim().length >= 45 && line.trim() !== "" && !/^\s{2,}|^\t/.test(line)
    if (goesOn && !/^[-*•]/.test(line)) whole.push(`${whole.pop()!} ${line.trim()}`)
    else whole.push(line)
  }
  return whole
}

const isBroken = (line: string, next: string): boolean =>
  line.length >= 45 && line.length <= 110 && /^\p{Ll}/u.test(next) && !/[.!?:]["”’]?$/.test(line.trimEnd())

function markFurniture(lines: Line[], furniture: FurnitureTable): void {
  const words = lines.map(({ text, prose }) => (prose ? countWords(text) : 0))
  const all = words.reduce((sum, count) => sum + count, 0)
  let before = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    before += words[i]!
    const found = furniture.find(line.text)
    if (!found) continue
    line.reason = found.reason
    if (isLast(found, before, all - before)) markRest(lines, i + 1, found.reason)
    else if (found.scope !== "line") markBlock(lines, i + 1, found.reason)
  }
}

/** Comments may be longer than the article; links after it are not. */
const isLast = ({ scope }: Furniture, before: number, after: number): boolean =>
  before >= BODY && (scope === "rest" ? after <= before * 3 : scope === "block" && after === 0)

function markRest(lines: readonly Line[], from: number, reason: string): void {
  for (const line of lines.slice(from)) line.reason ??= reason
}

/** The short lines after "You may also like": headlines of other articles. A sentence ends them. */
function markBlock(lines: readonly Line[], from: number, reason: string): void {
  for (let i = from; i < lines.length; i++) {
    const { text, prose } = lines[i]!
    if (prose || (endsSentence(text) && countWords(text) >= 4)) return
    lines[i]!.reason ??= reason
  }
}

/** Fewer lines than this say nothing about each other. */
const FEWEST = 4

/** Lines that no table names, but that look like furniture beside the others. */
function markByLook(lines: readonly Line[], { furniture, model }: PlainParts): void {
  if (lines.length < FEWEST) return
  for (const [i, chance] of findFurniture(lines, model, furniture).entries()) {
    const line = lines[i]!
    if (line.reason !== null || chance === null) continue
    line.reason = "not part of the article"
    line.score = Math.round((1 - chance) * 1000) / 1000
  }
}

function markTitle(lines: readonly Line[]): string | null {
  const at = lines.findIndex(({ reason }) => reason === null)
  const first = lines[at]
  const next = lines.slice(at + 1).find(({ reason }) => reason === null)
  if (!first || !next || !isHeadline(first.text) || isByline(first.text) || isDateLine(first.text)) return null
  const title = first.text.replace(/^(?:title|headline)\s*:\s*/i, "")
  first.text = title
  const folded = foldLine(title)
  for (const line of lines.slice(at + 1)) if (foldLine(line.text) === folded) line.reason ??= "repeated headline"
  return title
}

function isHeadline(text: string): boolean {
  if (countWords(text) > LONGEST_TITLE || text.length > 250) return false
  return !endsSentence(text) || /[?!…]["”’]?$/.test(text)
}

const isDateLine = (text: string): boolean =>
  text.length <= 80 && findWrittenDate(text) !== null && countWords(text.replace(/[\d:.,/-]+/g, " ")) <= 8

function markHead(lines: readonly Line[]): Pick<PlainArticle, "bylines" | "published"> {
  let bylines: string[] = []
  let published: PublishedDate | null = null
  for (const line of lines.filter(({ reason }) => reason === null).slice(0, HEAD_LINES)) {
    if (line.prose) break
    if (bylines.length === 0 && isByline(line.text)) {
      bylines = namesIn(line.text, null)
      line.reason = "byline"
      published ??= findWrittenDate(line.text)
    } else if (isDateLine(line.text)) {
      published ??= findWrittenDate(line.text)
      line.reason = "date"
    }
  }
  return { bylines, published }
}

type Joined = Pick<PlainArticle, "text" | "removed" | "blocks">

function joinLines(lines: readonly Line[], title: string | null): Joined {
  const removed: Removed[] = []
  const blocks: TextBlock[] = []
  let text = ""
  for (const { text: line, reason, score, blankBefore } of lines) {
    if (reason !== null) {
      removed.push({ text: line, reason, score, at: text.length })
      continue
    }
    if (text !== "") text += blankBefore ? "\n\n" : "\n"
    const isTitle = blocks.length === 0 && line === title
    const form = { kind: isTitle ? "heading" : "paragraph", level: isTitle ? 1 : 0, links: [] } as const
    blocks.push({
      start: text.length,
      end: text.length + line.length,
      ...form,
      reason: isTitle ? "headline" : "not furniture",
      score: null,
    })
    text += line
  }
  return { text, removed, blocks }
}

/** A plain text says who wrote it, and when, in lines of its own, or not at all. */
function evidenceOf(title: string | null, lines: readonly Line[]): FactEvidence[] {
  const said = (field: FactEvidence["field"], from: string, value: string | undefined): FactEvidence[] =>
    value === undefined ? [] : [{ field, value, from, taken: true, why: null }]
  const lineOf = (wanted: string) => lines.find(({ reason }) => reason === wanted)?.text
  const byline = lineOf("byline")
  const dated = lineOf("date") ?? (byline && findWrittenDate(byline) ? byline : undefined)
  return [
    ...said("title", "first line", title ?? undefined),
    ...said("bylines", "byline", byline),
    ...said("published", "dateline", dated),
  ]
}
