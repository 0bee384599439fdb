/** How many of an article's nearest a word is counted in: its own story, the stories of its kind, its subject. */
export const CONTRAST_WIDTHS = [10, 30, 60] as const

/** So many articles of the background stand beside the nearest, for the sake of articles with few neighbours. */
const FROM_BACKGROUND = 5

type Words = ArrayLike<number>
/** Which words articles have: one's own, its nearest (itself included, nearest first), and those it is compared with. */
export type ContrastInput = Readonly<{ own: Words; nearest: readonly Words[]; partners: readonly Words[] }>

/**
 * How alike an article finds each partner in the words that tell its neighbours apart: each word weighs by how few of
 * its nearest have it. Two events of one kind share the words of their kind, which all their neighbours have.
 * A row a partner, a column a width, 0 to 1. `shareOf`: in what share of the background's articles a word stands.
 */
export function openContrast(shareOf: (word: number) => number): (input: ContrastInput) => Float64Array {
  let [counts, squares, isOwn] = [new Int32Array(1024), new Float64Array(1024), new Uint8Array(1024)]
  const makeRoom = (words: Words): void => {
    const most = words.length === 0 ? 0 : words[words.length - 1]!
    if (most < counts.length) return
    const size = 2 ** Math.ceil(Math.log2(most + 2))
    ;[counts, squares, isOwn] = [new Int32Array(size), new Float64Array(size), new Uint8Array(size)]
  }
  return ({ own, nearest, partners }) => {
    for (const words of [own, ...nearest, ...partners]) makeRoom(words)
    const rows = new Float64Array(partners.length * CONTRAST_WIDTHS.length)
    for (let i = 0; i < own.length; i++) isOwn[own[i]!] = 1
    const touched: number[] = []
    for (const [column, width] of CONTRAST_WIDTHS.entries()) {
      for (const words of nearest.slice(CONTRAST_WIDTHS[column - 1] ?? 0, width)) {
        for (let i = 0; i < words.length; i++) if (counts[words[i]!]!++ === 0) touched.push(words[i]!)
      }
      const all = Math.min(nearest.length, width) + FROM_BACKGROUND + 1
      for (const word of touched) {
        const logarithm = Math.log(all / (counts[word]! + FROM_BACKGROUND * shareOf(word) + 0.5))
        squares[word] = logarithm > 0 ? logarithm * logarithm : 0
      }
      const total = sum(own, squares)
      for (const [row, words] of partners.entries()) {
        rows[row * CONTRAST_WIDTHS.length + column] = seen(words, { squares, isOwn, own: total })
      }
    }
    for (const word of touched) {
      counts[word] = 0
      squares[word] = 0
    }
    for (let i = 0; i < own.length; i++) isOwn[own[i]!] = 0
    return rows
  }
}

function sum(words: Words, squares: Float64Array): number {
  let all = 0
  for (let i = 0; i < words.length; i++) all += squares[words[i]!]!
  return all
}

type View = Readonly<{ squares: Float64Array; isOwn: Uint8Array; own: number }>

/** Cosine of an article's words with those of the one whose view it is. */
function seen(words: Words, { squares, isOwn, own }: View): number {
  let [its, shared] = [0, 0]
  for (let i = 0; i < words.length; i++) {
    const square = squares[words[i]!]!
    its += square
    if (isOwn[words[i]!] === 1) shared += square
  }
  return own > 0 && its > 0 ? shared / Math.sqrt(own * its) : 0
}
