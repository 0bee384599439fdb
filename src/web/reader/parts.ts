import type { Span } from "../../model/span.ts"

/** UTF-16 units of text on one page of the reader: about 33,000 words; most articles are a twentieth of it. */
export const PART = 200_000

/** Which part (from 0) a block is drawn in: the one in which it begins. */
const partOf = ({ start }: Span): number => Math.floor(start / PART)

/** The blocks drawn together with the one at an offset; `number` and `parts` count from 1, and `at` leads to each part. */
export type Part = Readonly<{ blocks: readonly Span[]; number: number; at: readonly number[] }>

/**
 * Choose the part of a long text to draw: the one whose block holds the offset `at`; the last one when
 * `at` lies behind the text.
 */
export function choosePart(blocks: readonly Span[], at: number): Part {
  const numbers = [...new Set(blocks.map(partOf))]
  const holder = blocks.find(({ end }) => at < end) ?? blocks.at(-1)
  const chosen = holder ? partOf(holder) : 0
  const starts = numbers.map((number) => blocks.find((block) => partOf(block) === number)!.start)
  return { blocks: blocks.filter((block) => partOf(block) === chosen), number: numbers.indexOf(chosen) + 1, at: starts }
}
