import { ACTS } from "../model/attribution.ts"
import { readModel } from "./data.ts"

/** Numbers row by row. */
export type Matrix = Readonly<{ rows: number; columns: number; values: Float32Array }>

/** Filters over runs of `width` words. */
export type Filters = Readonly<{
  count: number
  width: number
  constants: Float32Array
  /** What each filter makes of the word of a row at each place of a run: `[place * count + filter]`. */
  of(row: number): Float32Array
}>

/** A small network that reads the words of source, cue and content, and scores the acts. */
export type ActWeights = Readonly<{
  /** Row of `vectors` for each word, in lower case, and for the kinds of words in angle brackets ("<name>"). */
  words: ReadonlyMap<string, number>
  vectors: Matrix
  content: Filters
  cue: Filters
  /** The last number of a row is its constant; so in `acts`. */
  hidden: Matrix
  /** One row an act, in the order of `ACTS`. */
  acts: Matrix
  /** What the act that the list of cues gives adds to each act; the last two columns: not listed, negated. */
  listed: Matrix
  /** Scores that were worked out before, where all is read of one text: `actScores` asks here first, and notes its own. */
  known?: Map<string, Float32Array>
}>

const FILE = "models/acts.json"
const KINDS = ["<start>", "<end>", "<name>", "<number>", "<ing>", "<ed>", "<ly>", "<s>", "<other>", "<gap>"]

/** Load data/models/acts.json. Throws `lexicon/acts` when it is not there or its matrices do not fit together. */
export const loadActWeights = (): ActWeights =>
  readModel(
    FILE,
    { code: "lexicon/acts", fix: "train the weights again (training/attribution) or install the package again" },
    parseActWeights,
  )

type Written = Readonly<{ rows: number; columns: number; scales: number[]; values: string }>

/**
 * Read weights as they are written: `words` in the order of the rows of `vectors`, each matrix as whole numbers of one
 * byte in base64 with a scale for all rows or one for each. Throws an `Error` when matrices do not fit together.
 */
export function parseActWeights(json: string): ActWeights {
  const { words, ...rest } = JSON.parse(json) as { words: string[] } & Record<string, Written>
  const read = (name: string) => parseMatrix(name, rest[name])
  const matrices = {
    vectors: read("vectors"),
    content: read("content"),
    cue: read("cue"),
    hidden: read("hidden"),
    acts: read("acts"),
    listed: read("listed"),
  }
  const lacking = KINDS.find((kind) => !words.includes(kind))
  if (lacking) throw new Error(`there is no ${lacking} among the words`)
  const bad = misfit(words.length, matrices)
  if (bad) throw new Error(`"${bad}" does not fit the other matrices`)
  return {
    ...matrices,
    words: new Map(words.map((word, row) => [word, row])),
    content: filtersOf(matrices.content, matrices.vectors),
    cue: filtersOf(matrices.cue, matrices.vectors),
  }
}

/**
 * Filters of a matrix with a row each, its last number the constant. What they make of a word is worked out when it is
 * first asked for and kept: texts repeat their words, and acts are told twice as fast.
 */
function filtersOf({ rows: count, columns, values }: Matrix, vectors: Matrix): Filters {
  const { columns: size } = vectors
  const width = (columns - 1) / size
  const known = new Map<number, Float32Array>()
  const make = (row: number) => {
    const vector = vectors.values.subarray(row * size, (row + 1) * size)
    const made = new Float32Array(width * count)
    for (let i = 0; i < made.length; i++) {
      const from = (i % count) * columns + Math.floor(i / count) * size
      let sum = 0
      for (let j = 0; j < size; j++) sum += values[from + j]! * vector[j]!
      made[i] = sum
    }
    return made
  }
  const of = (row: number) => {
    const kept = known.get(row)
    if (kept) return kept
    const made = make(row)
    known.set(row, made)
    return made
  }
  return { count, width, constants: Float32Array.from({ length: count }, (_, f) => values[(f + 1) * columns - 1]!), of }
}

function parseMatrix(name: string, written: Written | undefined): Matrix {
  const { rows = 0, columns = 0, scales = [], values = "" } = written ?? {}
  const bytes = Buffer.from(values, "base64")
  if (rows * columns === 0 || bytes.length !== rows * columns) throw new Error(`"${name}" is not whole`)
  const whole = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  const scaleOf = (row: number) => scales[scales.length === 1 ? 0 : row] ?? Number.NaN
  const numbers = new Float32Array(whole.length)
  for (let row = 0, at = 0; row < rows; row++) {
    const scale = scaleOf(row)
    for (let column = 0; column < columns; column++, at++) numbers[at] = whole[at]! * scale
  }
  return { rows, columns, values: numbers }
}

type Matrices = Readonly<Record<"vectors" | "content" | "cue" | "hidden" | "acts" | "listed", Matrix>>

/** The first matrix whose sides do not fit. */
function misfit(words: number, { vectors, content, cue, hidden, acts, listed }: Matrices): string | undefined {
  const size = vectors.columns
  const seen = 2 * content.rows + cue.rows + 2 * size + FLAGS + listed.columns
  const fits = {
    vectors: vectors.rows === words,
    content: content.columns === 3 * size + 1,
    cue: cue.columns === 2 * size + 1,
    hidden: hidden.columns === seen + 1,
    acts: acts.rows === ACTS.length && acts.columns === hidden.rows + 1,
    listed: listed.rows === ACTS.length && listed.columns === ACTS.length + 2,
  }
  return Object.entries(fits).find(([, isFit]) => !isFit)?.[0]
}

/** What is read beside the words: see `src/attribute/act-scores.ts`. */
const FLAGS = 6
