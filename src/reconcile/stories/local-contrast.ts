import type { Neighbours } from "./neighbours.ts"
import type { SparseVector } from "./story-vectors.ts"

/** How many of an article's nearest a word is counted in: its own story, the stories of its kind, its subject. */
export const CONTRAST_WIDTHS = [10, 30, 60] as const

/** So many articles of the background stand beside the nearest, for the sake of articles with few neighbours. */
const FROM_BACKGROUND = 5

export type ContrastInput = Readonly<{
  /** One vector an article; only which words it has counts. */
  of: readonly SparseVector[]
  /** By word number: in what share of the background's articles it stands. */
  shares: Float64Array
  neighbours: Neighbours
}>

/**
 * How alike the two articles of each pair are in the words that tell their neighbours apart: each word weighs by how few
 * of an article's nearest have it. Two events of one kind share the words of their kind, which all their neighbours have.
 * A row a pair, a column a width; mean of both articles' points of view, 0 to 1.
 */
export function localContrasts({ of, shares, neighbours }: ContrastInput): Float64Array[] {
  const rows = neighbours.pairs.map(() => new Float64Array(CONTRAST_WIDTHS.length))
  const partners = partnersOf(neighbours.pairs, of.length)
  const counts = new Int32Array(shares.length)
  const squares = new Float64Array(shares.length)
  const isOwn = new Uint8Array(shares.length)
  for (const [article, near] of neighbours.nearest.entries()) {
    if (partners[article]!.length === 0) continue
    for (const word of of[article]!.words) isOwn[word] = 1
    const touched: number[] = []
    for (const [column, width] of CONTRAST_WIDTHS.entries()) {
      for (const other of near.slice(CONTRAST_WIDTHS[column - 1] ?? 0, width)) {
        for (const word of of[other]!.words) if (counts[word]!++ === 0) touched.push(word)
      }
      const all = Math.min(near.length, width) + FROM_BACKGROUND + 1
      for (const word of touched) {
        squares[word] = Math.max(0, Math.log(all / (counts[word]! + FROM_BACKGROUND * shares[word]! + 0.5))) ** 2
      }
      const own = total(of[article]!.words, squares)
      for (const { partner, row } of partners[article]!) {
        rows[row]![column]! += seen(of[partner]!.words, { squares, isOwn, own }) / 2
      }
    }
    for (const word of touched) {
      counts[word] = 0
      squares[word] = 0
    }
    for (const word of of[article]!.words) isOwn[word] = 0
  }
  return rows
}

type Partner = Readonly<{ partner: number; row: number }>

function partnersOf(pairs: Neighbours["pairs"], articles: number): Partner[][] {
  const partners = Array.from({ length: articles }, (): Partner[] => [])
  for (const [row, [left, right]] of pairs.entries()) {
    partners[left]!.push({ partner: right, row })
    partners[right]!.push({ partner: left, row })
  }
  return partners
}

function total(words: Int32Array, squares: Float64Array): number {
  let sum = 0
  for (const word of words) sum += squares[word]!
  return sum
}

type View = Readonly<{ squares: Float64Array; isOwn: Uint8Array; own: number }>

/** Cosine of an article's words with those of the one whose view it is. */
function seen(words: Int32Array, { squares, isOwn, own }: View): number {
  let [its, shared] = [0, 0]
  for (const word of words) {
    its += squares[word]!
    if (isOwn[word] === 1) shared += squares[word]!
  }
  return own > 0 && its > 0 ? shared / Math.sqrt(own * its) : 0
}
