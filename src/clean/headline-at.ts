import type { Page } from "./page.ts"

/** A heading in so many letters or more can stand for a title that says more than it. */
const ENOUGH = 12

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")

/**
 * Index of the block with the page's headline: the heading that reads as its title; else one that is a part of the title,
 * or that the title is a part of, the longest; else the first heading of the first level. -1 when there is none.
 */
export function headlineAt({ blocks }: Pick<Page, "blocks">, title: string | null): number {
  const wanted = letters(title ?? "")
  let part = -1
  let longest = ENOUGH - 1
  let first = -1
  for (const [i, { kind, level, text }] of blocks.entries()) {
    if (kind !== "heading") continue
    if (text === title) return i
    if (level === 1 && first < 0) first = i
    const own = text.length > 400 ? "" : letters(text)
    if (own === wanted && own !== "") return i
    const shared = wanted.includes(own) ? own.length : own.includes(wanted) ? wanted.length : 0
    if (shared > longest) [part, longest] = [i, shared]
  }
  return part >= 0 ? part : first
}
