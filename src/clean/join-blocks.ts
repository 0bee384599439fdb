import type { Block } from "./page.ts"

/** Blocks as one text: an empty line between two, but a single line end between cells and between items. */
export function joinBlocks(blocks: readonly Block[]): string {
  return blocks.map((block, i) => (i === 0 ? block.text : between(blocks[i - 1]!, block) + block.text)).join("")
}

const between = (before: Block, block: Block): string =>
  before.kind === block.kind && (block.kind === "cell" || block.kind === "item") ? "\n" : "\n\n"
