import type { TextBlock } from "../model/document.ts"
import type { StructuredText } from "./text-blocks.ts"

/** The lines of a plain text as paragraphs; without markup nothing tells a list from a poem. */
export function toLineBlocks(text: string, reason: string): StructuredText {
  const blocks = [...text.matchAll(/\S[^\n]*/g)].map(({ index, 0: line }): TextBlock => {
    const end = index + line.trimEnd().length
    return { start: index, end, kind: "paragraph", level: 0, links: [], reason, score: null }
  })
  return { text, blocks }
}

/** Blocks of a text that was cut off or added to before them; what would begin before the text is left out. */
export const moveBlocks = (blocks: readonly TextBlock[], by: number): TextBlock[] =>
  blocks
    .filter(({ start }) => start + by >= 0)
    .map((block) => ({
      ...block,
      start: block.start + by,
      end: block.end + by,
      links: block.links.map((link) => ({ ...link, start: link.start + by, end: link.end + by })),
    }))
