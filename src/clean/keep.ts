import { classBit } from "../lexicon/class-words.ts"
import type { FurnitureTable } from "../lexicon/furniture.ts"
import type { Removed } from "../model/document.ts"
import type { Span } from "../model/span.ts"
import { type BlockLook, lookAt } from "./block-look.ts"
import { WITHIN } from "./element.ts"
import { blockFeatures, FEATURES, type Said } from "./features.ts"
import { countWords, isProse } from "./line.ts"
import type { Block, Page } from "./page.ts"
import type { KeptBlock } from "./text-blocks.ts"
import { probability, type Trees } from "./trees.ts"
import { findWrittenDate } from "./written-date.ts"

/** A block that is no part of the article; `after`: how many kept blocks stand before it. */
type Dropped = Readonly<{ text: string; reason: string; score: number; after: number }>

/** What of a page is its article, in reading order; what went, and why. */
export type Kept = Readonly<{ blocks: readonly KeptBlock[]; dropped: readonly Dropped[] }>

/** What the page says of itself that choosing its blocks needs. */
type Signed = Said & Readonly<{ bylines: readonly string[] }>

/** Lines that are told by their words alone, however much they look like the article's: "Photo: …", "Read also: …". */
const ASIDES: ReadonlySet<string> = new Set(["picture credit", "related links"])

/** Longer than any line of names, in UTF-16 units. */
const LONGEST_BYLINE = 200

/** A paragraph of so many words is not meant to be read twice; a short line ("Yes.") may be. */
const TWICE = 8

/**
 * Choose the article's blocks. Each block of the page is either kept or removed. Does not throw.
 * `bylines`: who is known to have written it; a block that is nothing but their names is no part of the article.
 */
export function keepBlocks(page: Page, said: Signed, parts: { trees: Trees; furniture: FurnitureTable }): Kept {
  const look = lookAt(page.blocks, said.title, parts.furniture)
  const rows = blockFeatures(page, said, look)
  const scores = rows.map((row) => probability(parts.trees, row))
  const chosen = scores.map((score) => score >= 0.5)
  // Some text is better than none: a page that seems to have no article gives its likeliest blocks.
  const isRescued = !chosen.includes(true)
  if (isRescued) rescue(page, scores, chosen)
  const blocks: KeptBlock[] = []
  const dropped: Dropped[] = []
  const seen = new Set<string>()
  for (const [i, block] of page.blocks.entries()) {
    const score = Math.round(scores[i]! * 1000) / 1000
    const isByline = isNothingBut(said.bylines, block.text)
    const isAgain = seen.has(block.text) && look.words[i]! >= TWICE
    const isAside = ASIDES.has(look.furniture[i]?.reason ?? "")
    if (chosen[i] && !isAgain && !isByline && !isAside)
      blocks.push({ block, score, reason: isRescued ? "likeliest text of the page" : whyKept(block, rows[i]!) })
    else {
      const reason = isByline ? "byline" : isAgain && chosen[i] ? "printed twice" : reasonFor(i, block, look)
      dropped.push({ text: block.text, reason, score, after: blocks.length })
    }
    if (chosen[i]) seen.add(block.text)
  }
  return { blocks, dropped }
}

/** Where the removed pieces would have stood in the text of the kept blocks. */
export const toRemoved = ({ dropped }: Kept, blocks: readonly Span[]): Removed[] =>
  dropped.map(({ text, reason, score, after }) => ({ text, reason, score, at: blocks[after - 1]?.end ?? 0 }))

const IN_BODY = FEATURES.indexOf("in body")

/** Why a block was kept, in words: what the page itself says, else what it looks like beside its neighbours. */
function whyKept(block: Block, row: ArrayLike<number>): string {
  if (row[IN_BODY] === 1) return "stands in the text that the page's data give"
  if (block.kind === "heading") return "heading amid the article"
  return isProse(block.text) ? "prose amid the article" : "line amid the article"
}

/** Whether a line is these names and no more than what joins them ("By A B and C D"). */
function isNothingBut(names: readonly string[], line: string): boolean {
  if (line.length > LONGEST_BYLINE || !names.some((name) => line.includes(name))) return false
  const rest = names.reduce((left, name) => left.replaceAll(name, " "), line)
  return rest !== line && /^(?:\s|[,;&|·]|\bby\b|\band\b)*$/i.test(rest)
}

/** The blocks of most expected words of an article, those with a fourth of the best one's at least. */
function rescue(page: Page, scores: readonly number[], chosen: boolean[]): void {
  const expected = scores.map((score, i) => score * (1 + countWords(page.blocks[i]!.text)))
  const best = expected.reduce((most, count) => Math.max(most, count), 0)
  for (const [i, { text }] of page.blocks.entries()) {
    chosen[i] = expected[i] === best || (expected[i]! >= best / 4 && countWords(text) >= 5)
  }
}

const REASONS: readonly (readonly [string, number, number])[] = [
  ["cookie note", 0, classBit("cookie")],
  ["comments", 0, classBit("comment")],
  ["newsletter box", 0, classBit("newsletter")],
  ["share bar", 0, classBit("share")],
  ["related links", 0, classBit("related") | classBit("recommend")],
  ["advertisement", 0, classBit("ad")],
  ["navigation", WITHIN.nav, classBit("nav") | classBit("pager") | classBit("search")],
  ["appeal to subscribe or give", 0, classBit("paywall") | classBit("donate")],
  ["not shown", WITHIN.hidden, 0],
  ["form", WITHIN.form, 0],
  ["caption", WITHIN.figure, classBit("caption")],
  ["byline", 0, classBit("author")],
  ["date", 0, classBit("date")],
  ["tags", 0, classBit("tag")],
  ["page footer", WITHIN.footer, classBit("footer")],
  ["side column", WITHIN.aside, classBit("sidebar")],
  ["page header", WITHIN.header, 0],
]

/** Why a block was left out, in words: what it says, else where it stands, else how it looks. */
function reasonFor(i: number, block: Block, look: BlockLook): string {
  if (look.isTitle[i] === 1) return "headline"
  const found = look.furniture[i]
  if (found) return found.reason
  if (look.isByline[i] === 1) return "byline"
  if (block.kind === "caption") return "caption"
  if (block.text.length < 60 && findWrittenDate(block.text)) return "date"
  for (const [reason, within, groups] of REASONS) {
    if ((block.within & within) !== 0 || (block.groups & groups) !== 0) return reason
  }
  return block.linked * 2 > block.text.length ? "links" : "not part of the article"
}
