import type { Block } from "./page.ts"

/** Blocks as one text. */
export const joinBlocks = (blocks: readonly Block[]): string =>
  blocks.map((block, i) => (i === 0 ? block.text : joinerOf(blocks[i - 1]!, block) + block.text)).join("")

/** What stands between two blocks: an empty line, but a single line end between cells and between items. */
export const joinerOf = (before: Block, block: Block): string =>
  before.kind === block.kind && (block.kind === "cell" || block.kind === "item") ? "\n" : "\n\n"
