import type { Span } from "../model/span.ts"
import type { WordPieces } from "./word-pieces.ts"

const CLS = 101
const SEP = 102
const UNKNOWN = 100
/** A word of more pieces (an address, a hash) is cut: its first pieces stand for it. */
const PIECES_A_WORD = 8
/** Shape of a piece that does not begin its word; +6 marks the start of a paragraph. */
const LATER = 5
const PARAGRAPH = 6

/** Word pieces of a text: for each word its ids and its shape. */
export type Pieces = Readonly<{ ids: readonly (readonly number[])[]; shapes: readonly number[] }>

/** One call of the model: words `start` to `end` (excluded), their pieces between the marks. */
export type Window = Readonly<{
  start: number
  end: number
  ids: readonly number[]
  shapes: readonly number[]
  /** For each word the place of its first piece in `ids`. */
  first: readonly number[]
}>

/** Letter case, which an uncased vocabulary loses: 0 none, 1 lower, 2 upper, 3 capitalised, 4 digits. */
export function shapeOf(word: string): number {
  const lower = word.toLowerCase()
  const upper = word.toUpperCase()
  if (lower !== upper) {
    if (word === lower) return 1
    if (word === upper) return [...word].length > 1 ? 2 : 3
  }
  const [initial = ""] = word
  if (initial !== initial.toLowerCase()) return 3
  return /^\p{Nd}+$/u.test(word) ? 4 : 0
}

/** Pieces and shapes of the words of a text. */
export function toPieces(text: string, words: readonly Span[], pieces: WordPieces): Pieces {
  let before = 0
  const ids: (readonly number[])[] = []
  const shapes: number[] = []
  for (const [index, { start, end }] of words.entries()) {
    const word = text.slice(start, end)
    const found = pieces.encode(word)
    ids.push(found.length === 0 ? [UNKNOWN] : found.length > PIECES_A_WORD ? found.slice(0, PIECES_A_WORD) : found)
    const opens = index === 0 || text.slice(before, start).includes("\n")
    shapes.push(shapeOf(word) + (opens ? PARAGRAPH : 0))
    before = end
  }
  return { ids, shapes }
}

/** What a model was trained with, and must be run with, in word pieces: two marks included in `size`. */
export type WindowSize = Readonly<{ size: number; stride: number }>

/**
 * Windows of at most `size` pieces, a new one about every `stride` pieces, in order; none for no words.
 * The same cuts as training/attribution/windows.py makes.
 */
export function cutWindows({ ids, shapes }: Pieces, { size, stride }: WindowSize): Window[] {
  const windows: Window[] = []
  const room = size - 2
  for (let start = 0; start < ids.length; ) {
    const window = fill({ ids, shapes }, start, room)
    windows.push(window)
    if (window.end === ids.length) break
    start = stepBack(ids, window, Math.min(room - stride, Math.floor(room / 2)))
  }
  return windows
}

function fill({ ids, shapes }: Pieces, start: number, room: number): Window {
  const out = { ids: [CLS], shapes: [0], first: [] as number[] }
  let end = start
  for (; end < ids.length; end++) {
    const word = ids[end]!
    if (out.ids.length - 1 + word.length > room) break
    out.first.push(out.ids.length)
    out.ids.push(...word)
    out.shapes.push(shapes[end]!, ...Array<number>(word.length - 1).fill(LATER))
  }
  return { start, end, ids: [...out.ids, SEP], shapes: [...out.shapes, 0], first: out.first }
}

/** Where the next window begins: so many words back that at most `overlap` pieces are read twice. */
function stepBack(ids: Pieces["ids"], { start, end }: Window, overlap: number): number {
  let back = 0
  let next = end
  while (next - 1 > start && back + ids[next - 1]!.length <= overlap) {
    next--
    back += ids[next]!.length
  }
  return next
}
