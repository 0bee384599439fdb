import type { WordNumbers } from "./numbered-words.ts"

/** How many of an article's nearest a word is counted in: its own story, the stories of its kind, its subject. */
export const CONTRAST_WIDTHS = [10, 30, 60] as const

/** So many articles of the background stand beside the nearest, for the sake of articles with few neighbours. */
const FROM_BACKGROUND = 5
const WIDTHS = CONTRAST_WIDTHS.length

type Words = Int32Array
type Given = Readonly<{ numbers: Pick<WordNumbers, "inBackground">; articles: number }>
/** Which words articles have: one's own, its nearest (itself included, nearest first), and those it is compared with. */
export type ContrastInput = Readonly<{ own: Words; nearest: readonly Words[]; partners: readonly Words[] }>

/**
 * How alike an article finds each partner in the words that tell its neighbours apart: each word weighs by how few of
 * its nearest have it. Two events of one kind share the words of their kind, which all their neighbours have.
 * A row a partner, a column a width, 0 to 1. `articles`: how many the background was counted in.
 */
export function openContrast(given: Given): (input: ContrastInput) => Float64Array {
  const table = openTable(given)
  return ({ own, nearest, partners }) => {
    const rows = new Float64Array(partners.length * WIDTHS)
    if (partners.length === 0) return rows
    table.begin([own, ...nearest, ...partners], nearest.length)
    for (const [column, width] of CONTRAST_WIDTHS.entries()) {
      table.count(nearest.slice(CONTRAST_WIDTHS[column - 1] ?? 0, width), column)
    }
    const total = table.weigh(own)
    for (const [row, words] of partners.entries()) table.compare(words, { own: total, rows, row })
    table.clear([own, ...nearest, ...partners])
    return rows
  }
}

/** Of each word four numbers side by side: its counts, all widths in one, then its squares. */
const STRIDE = WIDTHS + 1
/** Counts are no larger than the widest of all. */
const BITS = 6
const BASE = 2 ** BITS
const COUNTS = BASE ** WIDTHS
/** Added to the counts where the squares are worked out, and where the word is one's own. */
const [KNOWN, OWN] = [COUNTS, 2 * COUNTS]

/** Counts and squares by word; only what is asked for is worked out. */
function openTable({ numbers, articles }: Given) {
  const alls = new Float64Array(WIDTHS)
  const squareOf = openSquares(articles)
  let table = new Float64Array(0)
  function makeRoom(words: Words): void {
    const most = words.length === 0 ? 0 : words[words.length - 1]!
    if (most * STRIDE >= table.length) table = new Float64Array(STRIDE * 2 ** Math.ceil(Math.log2(most + 2)))
  }
  function know(word: number): void {
    const at = word * STRIDE
    const known = numbers.inBackground(word)
    let [left, count] = [table[at]!, 0]
    table[at] = left + KNOWN
    for (let column = 0; column < WIDTHS; column++) {
      count += left & (BASE - 1)
      left >>= BITS
      table[at + 1 + column] = count === 0 ? 0 : squareOf(alls[column]!, count, known)
    }
  }
  return {
    begin(all: readonly Words[], nearest: number): void {
      for (const words of all) makeRoom(words)
      for (const [column, width] of CONTRAST_WIDTHS.entries()) {
        alls[column] = Math.min(nearest, width) + FROM_BACKGROUND + 1
      }
    },
    count(all: readonly Words[], column: number): void {
      const one = BASE ** column
      for (const words of all) for (let i = 0; i < words.length; i++) table[words[i]! * STRIDE]! += one
    },
    /** What the article's own words weigh, a number a width. */
    weigh(words: Words): Float64Array {
      const sums = new Float64Array(WIDTHS)
      for (let i = 0; i < words.length; i++) {
        know(words[i]!)
        const at = words[i]! * STRIDE
        table[at]! += OWN
        for (let column = 0; column < WIDTHS; column++) sums[column]! += table[at + 1 + column]!
      }
      return sums
    },
    /** Cosines of the article's words with those of a partner. */
    compare(words: Words, { own, rows, row }: { own: Float64Array; rows: Float64Array; row: number }): void {
      let [a, b, c, sharedA, sharedB, sharedC] = [0, 0, 0, 0, 0, 0]
      for (let i = 0; i < words.length; i++) {
        const at = words[i]! * STRIDE
        if (table[at]! < KNOWN) know(words[i]!)
        const [inA, inB, inC] = [table[at + 1]!, table[at + 2]!, table[at + 3]!]
        a += inA
        b += inB
        c += inC
        if (table[at]! < OWN) continue
        sharedA += inA
        sharedB += inB
        sharedC += inC
      }
      rows[row * WIDTHS] = cosineOf(sharedA, own[0]! * a)
      rows[row * WIDTHS + 1] = cosineOf(sharedB, own[1]! * b)
      rows[row * WIDTHS + 2] = cosineOf(sharedC, own[2]! * c)
    },
    clear(all: readonly Words[]): void {
      for (const words of all) for (let i = 0; i < words.length; i++) table[words[i]! * STRIDE] = 0
    },
  }
}

/** Of words that few articles of the background have, squares are kept. */
const KEPT = 32

/** What a word weighs that `count` of the nearest and `known` of the background's articles have; 0 for one that most have. */
function openSquares(articles: number): (all: number, count: number, known: number) => number {
  const most = CONTRAST_WIDTHS[WIDTHS - 1]! + FROM_BACKGROUND + 2
  const kept = new Float64Array(most * BASE * KEPT).fill(Number.NaN)
  const square = (all: number, count: number, known: number): number => {
    const ratio = all / (count + FROM_BACKGROUND * (known / articles) + 0.5)
    const logarithm = ratio > 1 ? Math.log(ratio) : 0
    return logarithm * logarithm
  }
  return (all, count, known) => {
    if (known >= KEPT) return square(all, count, known)
    const at = (all * BASE + count) * KEPT + known
    if (Number.isNaN(kept[at]!)) kept[at] = square(all, count, known)
    return kept[at]!
  }
}

const cosineOf = (shared: number, squares: number): number => (squares > 0 ? shared / Math.sqrt(squares) : 0)
