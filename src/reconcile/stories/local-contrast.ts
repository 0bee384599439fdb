import type { WordNumbers } from "./numbered-words.ts"

/** How many of an article's nearest a word is counted in: its own story, the stories of its kind, its subject. */
export const CONTRAST_WIDTHS = [10, 30, 60] as const

/** So many articles of the background stand beside the nearest, for the sake of articles with few neighbours. */
const FROM_BACKGROUND = 5
const WIDTHS = CONTRAST_WIDTHS.length

/**
 * Which words articles have: one's own, then others', the nearest first. The first `nearest` of them are counted (one's own
 * is one of these); the `partners` that follow one's own are compared with it.
 */
export type ContrastInput = Readonly<{ rows: readonly Int32Array[]; nearest: number; partners: number }>
type Given = Readonly<{ numbers: Pick<WordNumbers, "inBackground">; articles: number }>

/**
 * How alike an article finds each partner in the words that tell its neighbours apart: each word weighs by how few of
 * its nearest have it. Two events of one kind share the words of their kind, which all their neighbours have.
 * A row a partner, a column a width, 0 to 1. `articles`: how many the background was counted in.
 */
export function openContrast({ numbers, articles }: Given): (input: ContrastInput) => Float64Array {
  const local = openLocalNumbers()
  const squareOf = openSquares(articles)
  let squares = new Float64Array(WIDTHS)
  /** The squares of a word, side by side: of how many of the nearest have it, a number a width. 0: of all other words. */
  function weigh(nearest: number): void {
    if (squares.length < local.size * WIDTHS) squares = new Float64Array(2 * local.size * WIDTHS)
    const { counts } = local
    const alls = CONTRAST_WIDTHS.map((width) => Math.min(nearest, width) + FROM_BACKGROUND + 1)
    for (let id = 1; id < local.size; id++) {
      const known = numbers.inBackground(local.words[id]!)
      let count = 0
      for (let column = 0; column < WIDTHS; column++) {
        count += counts[id * WIDTHS + column]!
        squares[id * WIDTHS + column] = count === 0 ? 0 : squareOf(alls[column]!, count, known)
      }
    }
  }
  /** Cosines of an article's words with one's own, which have the smallest local numbers but for 0. */
  function compare(row: Int32Array, own: number): [Sums, Sums] {
    const [ids, values] = [local.ids, squares]
    let [a, b, c, sharedA, sharedB, sharedC] = [0, 0, 0, 0, 0, 0]
    for (let i = 0; i < row.length; i++) {
      const id = ids[row[i]!]!
      if (id === 0) continue
      const [inA, inB, inC] = [values[id * WIDTHS]!, values[id * WIDTHS + 1]!, values[id * WIDTHS + 2]!]
      a += inA
      b += inB
      c += inC
      if (id > own) continue
      sharedA += inA
      sharedB += inB
      sharedC += inC
    }
    return [
      [a, b, c],
      [sharedA, sharedB, sharedC],
    ]
  }
  return ({ rows, nearest, partners }) => {
    const found = new Float64Array(partners * WIDTHS)
    if (partners === 0) return found
    local.number(rows, nearest)
    weigh(nearest)
    const size = rows[0]!.length
    const [own] = compare(rows[0]!, size)
    for (let row = 1; row <= partners; row++) {
      const [its, shared] = compare(rows[row]!, size)
      for (let column = 0; column < WIDTHS; column++) {
        const product = own[column]! * its[column]!
        found[(row - 1) * WIDTHS + column] = product > 0 ? shared[column]! / Math.sqrt(product) : 0
      }
    }
    local.clear()
    return found
  }
}

type Sums = [number, number, number]

/**
 * Numbers from 1 on for the words of the nearest, in the order in which they come: what is counted by them lies close
 * together, and words that none of them has need not be looked at.
 */
function openLocalNumbers() {
  const local = {
    /** By word; 0 for all that none of the nearest has. */
    ids: new Int32Array(0),
    /** The word of each number. */
    words: new Int32Array(1024),
    /** By number and width, of how many of the nearest beyond the width before. */
    counts: new Uint8Array(1024 * WIDTHS),
    /** One more than the greatest number. */
    size: 1,
    number(rows: readonly Int32Array[], nearest: number): void {
      for (let row = 0; row < nearest; row++) {
        const words = rows[row]!
        makeRoom(words)
        count(
          words,
          CONTRAST_WIDTHS.findIndex((width) => row < width),
        )
      }
      for (let row = nearest; row < rows.length; row++) makeRoom(rows[row]!)
    },
    clear(): void {
      for (let id = 1; id < local.size; id++) local.ids[local.words[id]!] = 0
      local.counts.fill(0, 0, local.size * WIDTHS)
      local.size = 1
    },
  }
  function count(row: Int32Array, column: number): void {
    const { ids, words, counts } = local
    let size = local.size
    for (let i = 0; i < row.length; i++) {
      const word = row[i]!
      if (ids[word] === 0) {
        ids[word] = size
        words[size++] = word
      }
      counts[ids[word]! * WIDTHS + column]!++
    }
    local.size = size
  }
  function makeRoom(row: Int32Array): void {
    const most = row[row.length - 1] ?? 0
    if (most >= local.ids.length) local.ids = longer(local.ids, most + 1)
    if (local.size + row.length < local.words.length) return
    local.words = longer(local.words, local.size + row.length + 1)
    const counts = new Uint8Array(local.words.length * WIDTHS)
    counts.set(local.counts)
    local.counts = counts
  }
  return local
}

function longer(list: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 ** Math.ceil(Math.log2(least + 1)))
  grown.set(list)
  return grown
}

/** Counts of the nearest, and words of the background's articles of which squares are kept, lie below these. */
const [COUNTED, KEPT] = [64, 32]

/** What a word weighs that `count` of the nearest and `known` of the background's articles have; 0 for one that most have. */
function openSquares(articles: number): (all: number, count: number, known: number) => number {
  const most = CONTRAST_WIDTHS[WIDTHS - 1]! + FROM_BACKGROUND + 2
  const kept = new Float64Array(most * COUNTED * KEPT).fill(Number.NaN)
  const square = (all: number, count: number, known: number): number => {
    const ratio = all / (count + FROM_BACKGROUND * (known / articles) + 0.5)
    const logarithm = ratio > 1 ? Math.log(ratio) : 0
    return logarithm * logarithm
  }
  return (all, count, known) => {
    if (known >= KEPT) return square(all, count, known)
    const at = (all * COUNTED + count) * KEPT + known
    if (Number.isNaN(kept[at]!)) kept[at] = square(all, count, known)
    return kept[at]!
  }
}
