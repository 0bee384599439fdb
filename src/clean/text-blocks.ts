import type { Link, TextBlock, TextBlockKind } from "../model/document.ts"
import { httpAddress } from "./address.ts"
import { joinerOf } from "./join-blocks.ts"
import type { Block, Containers } from "./page.ts"
import { type PageSource, valueBetween } from "./page-source.ts"

/** A block of the page that is part of the article, and why. */
export type KeptBlock = Readonly<{ block: Block; reason: string; score: number | null }>

/** The page that blocks come from; `base`: what relative addresses are taken from, null when unknown. */
export type BlockPage = Readonly<{ source: PageSource; base: string | null; containers: Containers }>

/** The kept blocks as one text, and where each of them stands in it. */
export type StructuredText = Readonly<{ text: string; blocks: readonly TextBlock[] }>

const SHAPES = new Set(["li", "dt", "dd", "blockquote", "td", "th", "figcaption", "caption", "pre"])
/** How far up an element that shapes a block is looked for. */
const REACH = 12

/** Text and structure of a page's article. Empty for no blocks. Does not throw. */
export function toTextBlocks(kept: readonly KeptBlock[], page: BlockPage): StructuredText {
  const shapes = kept.map(({ block }) => shapeAround(block, page.containers))
  const rows = cellRows(shapes, page.containers)
  const blocks: TextBlock[] = []
  let text = ""
  for (const [i, { block, reason, score }] of kept.entries()) {
    if (i > 0) text += joinerOf(kept[i - 1]!.block, block)
    const start = text.length
    text += block.text
    const isAgain = i > 0 && shapes[i] === shapes[i - 1]
    const form = formOf(block, { shape: shapes[i]!, isAgain, rows }, page.containers)
    blocks.push({ start, end: text.length, ...form, links: linksOf(block, start, page), reason, score })
  }
  return { text, blocks }
}

/** The nearest element around a block that makes it an item, a quotation, a cell, …; 0 when there is none. */
function shapeAround({ container }: Block, { name, parent }: Containers): number {
  for (let at = container, steps = 0; at > 0 && steps < REACH; at = parent[at]!, steps++) {
    if (SHAPES.has(name[at]!)) return at
  }
  return 0
}

const isCell = (name: string): boolean => name === "td" || name === "th"

/** Of each row, which cells have text; -1 for a cell of several paragraphs: that one only lays out the page. */
function cellRows(shapes: readonly number[], { name, parent }: Containers): ReadonlyMap<number, ReadonlySet<number>> {
  const rows = new Map<number, Set<number>>()
  for (const shape of shapes) {
    if (!isCell(name[shape]!)) continue
    const cells = rows.get(parent[shape]!) ?? new Set()
    cells.add(cells.has(shape) ? -1 : shape)
    rows.set(parent[shape]!, cells)
  }
  return rows
}

type Place = Readonly<{ shape: number; isAgain: boolean; rows: ReadonlyMap<number, ReadonlySet<number>> }>

function formOf(
  block: Block,
  { shape, isAgain, rows }: Place,
  containers: Containers,
): Readonly<{ kind: TextBlockKind; level: number }> {
  if (block.kind === "heading") return { kind: "heading", level: block.level }
  const name = containers.name[shape]!
  if (isCell(name)) return cellForm(shape, rows.get(containers.parent[shape]!)!, containers)
  if (name === "li" || name === "dt" || name === "dd") return itemForm(shape, isAgain, containers)
  if (name === "blockquote") return { kind: "quotation", level: 0 }
  if (name === "pre") return { kind: "preformatted", level: 0 }
  return { kind: name === "" ? "paragraph" : "caption", level: 0 }
}

function cellForm(
  cell: number,
  cells: ReadonlySet<number>,
  { name, parent }: Containers,
): { kind: TextBlockKind; level: number } {
  // biome-ignore format: one line
  if (cells.size < 2 || cells.has(-1)) return { kind: "paragraph", level: 0 }
  let column = 0
  for (let at = parent[cell]! + 1; at <= cell; at++) if (parent[at] === parent[cell] && isCell(name[at]!)) column++
  return { kind: "cell", level: column }
}

/** What comes second in an item goes on with it in a paragraph of its own. */
function itemForm(
  item: number,
  isAgain: boolean,
  { name, parent }: Containers,
): { kind: TextBlockKind; level: number } {
  // biome-ignore format: one line
  if (isAgain) return { kind: "paragraph", level: 0 }
  let level = 0
  let isNumbered = false
  for (let at = parent[item]!; at > 0; at = parent[at]!) {
    if (!["ul", "ol", "dl", "menu"].includes(name[at]!)) continue
    if (level === 0) isNumbered = name[at] === "ol"
    level++
  }
  return { kind: isNumbered ? "numbered" : "item", level: Math.max(1, level) }
}

function linksOf({ links }: Block, offset: number, { source, base }: BlockPage): Link[] {
  const found: Link[] = []
  for (let i = 0; i < links.length; i += 4) {
    const href = addressOf(valueBetween(source, links[i + 2]!, links[i + 3]!).trim(), base)
    if (href !== null) found.push({ start: offset + links[i]!, end: offset + links[i + 1]!, href })
  }
  return found
}

/** Only what can be followed: not a place on the same page, a script or a mail address. */
function addressOf(href: string, base: string | null): string | null {
  if (href === "" || href.startsWith("#")) return null
  const absolute = httpAddress(href, base)
  return absolute ?? (/^[a-z][a-z0-9+.-]*:/i.test(href) || base !== null ? null : href)
}
