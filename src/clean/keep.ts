import { classBit } from "../lexicon/class-words.ts"
import type { FurnitureTable } from "../lexicon/furniture.ts"
import type { Removed } from "../model/document.ts"
import type { Span } from "../model/span.ts"
import { type BlockLook, lookAt } from "./block-look.ts"
import { WITHIN } from "./element.ts"
import { blockFeatures, FEATURES, type Said, WIDTH } from "./features.ts"
import { isProse } from "./line.ts"
import type { Block, Page } from "./page.ts"
import type { KeptBlock } from "./text-blocks.ts"
import { probabilities, type Trees } from "./trees.ts"
import { findWrittenDate } from "./written-date.ts"

/** A block that is no part of the article; `after`: how many kept blocks stand before it. */
type Dropped = Readonly<{ text: string; reason: string; score: number; after: number }>

/** What of a page is its article, in reading order; what went, and why. */
export type Kept = Readonly<{
  blocks: readonly KeptBlock[]
  /** How many words each kept block has. */
  words: readonly number[]
  dropped: readonly Dropped[]
}>

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
  const scores = probabilities(parts.trees, rows, WIDTH)
  const chosen = Array.from(scores, (score) => score >= 0.5)
  // Some text is better than none: a page that seems to have no article gives its likeliest blocks.
  const isRescued = !chosen.includes(true)
  if (isRescued) rescue(page, { scores, words: look.words }, chosen)
  const blocks: KeptBlock[] = []
  const words: number[] = []
  const dropped: Dropped[] = []
  const seen = new Set<string>()
  for (let i = 0; i < page.blocks.length; i++) {
    const block = page.blocks[i]!
    const { text } = block
    const score = Math.round(scores[i]! * 1000) / 1000
    const isByline = isNothingBut(said.bylines, text)
    const isAgain = chosen[i]! && look.words[i]! >= TWICE && seen.has(text)
    if (chosen[i] && !isAgain && !isByline && !ASIDES.has(look.furniture[i]?.reason ?? "")) {
      const why = isRescued ? "likeliest text of the page" : whyKept(block, look.words[i]!, rows[i * WIDTH + IN_BODY]!)
      words.push(look.words[i]!)
      blocks.push({ block, score, reason: why })
    } else {
      const reason = isByline ? "byline" : isAgain ? "printed twice" : reasonFor(i, block, look)
      dropped.push({ text, reason, score, after: blocks.length })
    }
    if (chosen[i]) seen.add(text)
  }
  return { blocks, words, dropped }
}

/** Where the removed pieces would have stood in the text of the kept blocks. */
export const toRemoved = ({ dropped }: Kept, blocks: readonly Span[]): Removed[] =>
  dropped.map(({ text, reason, score, after }) => ({ text, reason, score, at: blocks[after - 1]?.end ?? 0 }))

const IN_BODY = FEATURES.indexOf("in body")

/** Why a block was kept, in words: what the page itself says, else what it looks like beside its neighbours. */
function whyKept(block: Block, words: number, inBody: number): string {
  if (inBody === 1) return "stands in the text that the page's data give"
  if (block.kind === "heading") return "heading amid the article"
  return isProse(block.text, words) ? "prose amid the article" : "line amid the article"
}

/** Whether a line is these names and no more than what joins them ("By A B and C D"). */
function isNothingBut(names: readonly string[], line: string): boolean {
  if (line.length > LONGEST_BYLINE || !names.some((name) => line.includes(name))) return false
  const rest = names.reduce((left, name) => left.replaceAll(name, " "), line)
  return rest !== line && /^(?:\s|[,;&|·]|\bby\b|\band\b)*$/i.test(rest)
}

/** The blocks of most expected words of an article, those with a fourth of the best one's at least. */
function rescue(
  page: Page,
  { scores, words }: Readonly<Record<"scores" | "words", Float64Array>>,
  chosen: boolean[],
): void {
  const expected = scores.map((score, i) => score * (1 + words[i]!))
  const best = expected.reduce((most, count) => Math.max(most, count), 0)
  for (const i of page.blocks.keys()) {
    chosen[i] = expected[i] === best || (expected[i]! >= best / 4 && words[i]! >= 5)
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
