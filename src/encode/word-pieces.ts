/** Longest word that is cut into pieces, in code points; a longer one is unknown (as BERT's tokenizer has it). */
const LONGEST = 100

const PUNCTUATION = /[!-/:-@[-`{-~\p{P}]/u
// Ideographs stand alone: the ranges that BERT's tokenizer names.
const IDEOGRAPH =
  /[\u4E00-\u9FFF\u3400-\u4DBF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B920}-\u{2CEAF}\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u
const DROPPED = /[\p{C}\uFFFD]/gu

/**
 * The uncased WordPiece tokenizer of BERT for one word (no white space inside).
 * Returns the ids of its pieces; none when the word is made of control characters only.
 * Method: https://arxiv.org/abs/1609.08144 section 4.1, greedy longest match first.
 */
export class WordPieces {
  readonly #ids: ReadonlyMap<string, number>
  readonly #unknown: number
  readonly #known = new Map<string, readonly number[]>()

  /** `vocabulary`: one piece a line, its id the line's number from 0. */
  constructor(vocabulary: string) {
    this.#ids = new Map(vocabulary.split("\n").map((piece, id) => [piece.replace(/\r$/, ""), id]))
    this.#unknown = this.#ids.get("[UNK]") ?? 100
  }

  /** The id of a piece that the vocabulary has, a mark like "[CLS]" among them; that of the unknown for others. */
  idOf(piece: string): number {
    return this.#ids.get(piece) ?? this.#unknown
  }

  encode(word: string): readonly number[] {
    const known = this.#known.get(word)
    if (known) return known
    const ids = split(normalise(word)).flatMap((part) => this.#pieces(part))
    if (this.#known.size > 50_000) this.#known.clear()
    this.#known.set(word, ids)
    return ids
  }

  #pieces(part: string): number[] {
    const letters = [...part]
    if (letters.length > LONGEST) return [this.#unknown]
    const ids: number[] = []
    for (let start = 0; start < letters.length; ) {
      let end = letters.length
      let id: number | undefined
      while (end > start) {
        id = this.#ids.get((start > 0 ? "##" : "") + letters.slice(start, end).join(""))
        if (id !== undefined) break
        end--
      }
      if (id === undefined) return [this.#unknown]
      ids.push(id)
      start = end
    }
    return ids
  }
}

const normalise = (word: string): string =>
  word
    .replace(DROPPED, "")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()

/** Cut at punctuation and around ideographs, which stand alone. */
function split(word: string): string[] {
  const parts: string[] = []
  let run = ""
  for (const letter of word) {
    if (!PUNCTUATION.test(letter) && !IDEOGRAPH.test(letter)) {
      run += letter
      continue
    }
    if (run) parts.push(run)
    parts.push(letter)
    run = ""
  }
  return run ? [...parts, run] : parts
}
