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
  let counts = new Uint8Array(0)
  let squares = new Float64Array(0)
  /** The squares of a word, side by side: of how many of the nearest have it, a number a width. */
  function weigh(rows: readonly Int32Array[], nearest: number): void {
    if (counts.length < local.size * WIDTHS) {
      counts = new Uint8Array(2 * local.size * WIDTHS)
      squares = new Float64Array(2 * local.size * WIDTHS)
    } else counts.fill(0, 0, local.size * WIDTHS)
    const [ids, tallies] = [local.ids, counts]
    for (let row = 0, at = 0; row < nearest; row++) {
      const column = CONTRAST_WIDTHS.findIndex((width) => row < width)
      for (const end = at + rows[row]!.length; at < end; at++) tallies[ids[at]! * WIDTHS + column]!++
    }
    const alls = CONTRAST_WIDTHS.map((width) => Math.min(nearest, width) + FROM_BACKGROUND + 1)
    for (let id = 0; id < local.size; id++) {
      const known = numbers.inBackground(local.words[id]!)
      let count = 0
      for (let column = 0; column < WIDTHS; column++) {
        count += counts[id * WIDTHS + column]!
        squares[id * WIDTHS + column] = count === 0 ? 0 : squareOf(alls[column]!, count, known)
      }
    }
  }
  /** Cosines of the words from one place on with the article's own, which have the smallest local numbers. */
  function compare(from: number, to: number, own: number): [Sums, Sums] {
    const [ids, values] = [local.ids, squares]
    let [a, b, c, sharedA, sharedB, sharedC] = [0, 0, 0, 0, 0, 0]
    for (let at = from; at < to; at++) {
      const id = ids[at]!
      const [inA, inB, inC] = [values[id * WIDTHS]!, values[id * WIDTHS + 1]!, values[id * WIDTHS + 2]!]
      a += inA
      b += inB
      c += inC
      if (id >= own) continue
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
    local.number(rows)
    weigh(rows, nearest)
    const size = rows[0]!.length
    const [own] = compare(0, size, size)
    for (let row = 1, from = size; row <= partners; row++) {
      const to = from + rows[row]!.length
      const [its, shared] = compare(from, to, size)
      for (let column = 0; column < WIDTHS; column++) {
        const product = own[column]! * its[column]!
        found[(row - 1) * WIDTHS + column] = product > 0 ? shared[column]! / Math.sqrt(product) : 0
      }
      from = to
    }
    return found
  }
}

type Sums = [number, number, number]

/**
 * Numbers from 0 on for the words of a few articles, in the order in which they come: what is counted by them lies close
 * together. Method: a hash table with open addresses.
 */
function openLocalNumbers() {
  let keys = new Int32Array(0)
  let places = new Int32Array(0)
  const local = {
    /** The number of each word, one row after the other. */
    ids: new Int32Array(0),
    /** The word of each number. */
    words: new Int32Array(0),
    size: 0,
    number(rows: readonly Int32Array[]): void {
      const total = rows.reduce((sum, { length }) => sum + length, 0)
      makeRoom(total)
      keys.fill(-1)
      const mask = keys.length - 1
      const [table, numbers, ids, words] = [keys, places, local.ids, local.words]
      let [at, size] = [0, 0]
      for (const row of rows) {
        for (let i = 0; i < row.length; i++) {
          const word = row[i]!
          let place = Math.imul(word, 0x9e3779b1) >>> 7
          while (table[place & mask] !== word && table[place & mask] !== -1) place++
          place &= mask
          if (table[place] === -1) {
            table[place] = word
            numbers[place] = size
            words[size++] = word
          }
          ids[at++] = numbers[place]!
        }
      }
      local.size = size
    },
  }
  function makeRoom(total: number): void {
    if (total <= local.ids.length) return
    const size = 2 ** Math.ceil(Math.log2(total + 1))
    local.ids = new Int32Array(size)
    local.words = new Int32Array(size)
    keys = new Int32Array(2 * size)
    places = new Int32Array(2 * size)
  }
  return local
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
