import { type Furniture, type FurnitureTable, foldLine } from "../lexicon/furniture.ts"
import { isByline } from "./byline.ts"
import { countWords } from "./line.ts"
import type { Block } from "./page.ts"

/** What the words of a page's blocks look like, by index: found once, for the features and for the reasons. */
export type BlockLook = Readonly<{
  words: Float64Array
  /** As `foldLine` has it; null for a block too long to be a line of furniture or the headline. */
  folded: readonly (string | null)[]
  furniture: readonly (Furniture | null)[]
  /** 1 where the block is the headline again. */
  isTitle: Uint8Array
  /** 1 where the block is a byline and nothing else. */
  isByline: Uint8Array
}>

/** Longer blocks are no lines of furniture, in words. */
const LONGEST = 60
const LONGEST_BYLINE = 160
/** How a byline can begin: quicker to ask than the whole form. */
const MAY_SIGN = /^(?:by|von|av|par|por|door)/

/** Look at each block once. `title` is the page's headline. Does not throw. */
export function lookAt(blocks: readonly Block[], title: string | null, table: FurnitureTable): BlockLook {
  const words = new Float64Array(blocks.length)
  const isTitle = new Uint8Array(blocks.length)
  const signed = new Uint8Array(blocks.length)
  const folded: (string | null)[] = []
  const furniture: (Furniture | null)[] = []
  const headline = title === null ? null : foldLine(title)
  const longest = title === null ? 0 : title.length * 2 + 50
  for (let i = 0; i < blocks.length; i++) {
    const { text } = blocks[i]!
    words[i] = countWords(text)
    const isShort = words[i]! <= LONGEST
    const line = isShort || text.length <= longest ? foldLine(text) : null
    folded.push(line)
    furniture.push(isShort ? table.find(text, line!) : null)
    if (line !== null && line === headline) isTitle[i] = 1
    if (text.length <= LONGEST_BYLINE && line !== null && maySign(line) && isByline(text)) signed[i] = 1
  }
  return { words, folded, furniture, isTitle, isByline: signed }
}

const maySign = (line: string): boolean => MAY_SIGN.test(line) || line.includes(" by")
