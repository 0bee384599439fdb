import type { Link, TextBlock } from "../model/document.ts"
import type { Entry } from "../model/ledger.ts"

/** A block with its words; `opens`: what of a table or list begins with it. */
export type BlockWords = Readonly<{ block: TextBlock; text: string }>

/** The article's blocks with their words. A text without structure gives its lines as paragraphs. */
export function wordsOfBlocks({ reading, text }: Entry): readonly BlockWords[] {
  const blocks = reading.blocks.length > 0 ? reading.blocks : linesOf(text.value)
  return blocks.map((block) => ({ block, text: text.value.slice(block.start, block.end) }))
}

const linesOf = (text: string): TextBlock[] =>
  [...text.matchAll(/\S[^\n]*/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
    kind: "paragraph",
    level: 0,
    links: [],
    reason: "",
    score: null,
  }))

/** Whether the headline stands above the text, and not in it. */
export const hasOwnTitle = ({ reading, text }: Entry): boolean =>
  reading.title !== null && !text.value.startsWith(reading.title)

/** Rows of cells that follow each other: a cell no further right than the one before begins a row. */
export function rowsOf(cells: readonly BlockWords[]): readonly (readonly BlockWords[])[] {
  const rows: BlockWords[][] = []
  let column = Number.POSITIVE_INFINITY
  for (const cell of cells) {
    if (cell.block.level <= column) rows.push([])
    rows.at(-1)!.push(cell)
    column = cell.block.level
  }
  return rows
}

/** Runs of blocks of one sort: cells together, items together, all others alone. */
export function runsOf(blocks: readonly BlockWords[]): readonly (readonly BlockWords[])[] {
  const runs: BlockWords[][] = []
  for (const one of blocks) {
    const before = runs.at(-1)?.at(-1)
    if (before && sortOf(before) !== null && sortOf(before) === sortOf(one)) runs.at(-1)!.push(one)
    else runs.push([one])
  }
  return runs
}

function sortOf({ block: { kind } }: BlockWords): string | null {
  if (kind === "item" || kind === "numbered") return "list"
  return kind === "cell" || kind === "quotation" ? kind : null
}

/** A block's words with its links set by `link` and all the rest by `plain`. */
export function withLinks(
  { block, text }: BlockWords,
  { plain, link }: Readonly<{ plain: (words: string) => string; link: (words: string, href: string) => string }>,
): string {
  let out = ""
  let from = 0
  for (const { start, end, href } of within(block)) {
    out += plain(text.slice(from, start)) + link(plain(text.slice(start, end)), href)
    from = end
  }
  return out + plain(text.slice(from))
}

const within = ({ start, links }: TextBlock): Link[] =>
  links.map((link) => ({ ...link, start: link.start - start, end: link.end - start }))
