import { readFileSync } from "node:fs"
import { CounterclaimError } from "../model/error.ts"
import { dataPath } from "./data.ts"

/**
 * Pieces of words in UTF-8 and how much each speaks for which language. Pieces lie in four groups, by the bits
 * `STARTS` and `ENDS`, in rising order: group g from `bounds[g]` to `bounds[g + 1]`. Piece n has the scores from
 * `firsts[n]` to `firsts[n + 1]`, in pairs: index of the language, score.
 */
export type LanguageTable = Readonly<{
  codes: readonly string[]
  /** The score that texts in the language usually reach, 0 to 1. */
  usual: readonly number[]
  bounds: readonly number[]
  /** Up to four bytes each, the first one highest. */
  pieces: Uint32Array
  firsts: Uint32Array
  scores: Uint8Array
}>

/** The piece starts its word. */
export const STARTS = 1
/** The piece ends its word. */
export const ENDS = 2

const FILE = "models/languages.json"

type Packed = Readonly<{
  languages: readonly Readonly<{ code: string; usual: number }>[]
  groups: readonly number[]
  ngrams: string
  counts: string
  scores: string
}>

/** Throws `lexicon/model` when the file is not there or not whole. */
export function readLanguages(): LanguageTable {
  const table = unpack(parse())
  const { bounds, pieces, firsts, scores } = table
  if (bounds[4] !== pieces.length || firsts[pieces.length] !== scores.length) throw damaged()
  return table
}

function parse(): Packed {
  try {
    return JSON.parse(readFileSync(dataPath(FILE), "utf8")) as Packed
  } catch (cause) {
    throw damaged(cause)
  }
}

function unpack({ languages, groups, ngrams, counts, scores }: Packed): LanguageTable {
  const lengths = Buffer.from(counts, "base64")
  const firsts = new Uint32Array(lengths.length + 1)
  for (const [i, length] of lengths.entries()) firsts[i + 1] = firsts[i]! + 2 * length
  const bounds = [0]
  for (const count of groups) bounds.push(bounds.at(-1)! + count)
  return {
    codes: languages.map(({ code }) => code),
    usual: languages.map(({ usual }) => usual),
    bounds,
    pieces: toNumbers(Buffer.from(ngrams, "base64")),
    firsts,
    scores: Uint8Array.from(Buffer.from(scores, "base64")),
  }
}

function toNumbers(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => bytes.readUInt32LE(4 * i))
}

const damaged = (cause?: unknown): CounterclaimError =>
  new CounterclaimError({
    code: "lexicon/model",
    what: "the table of languages is not whole",
    where: `data/${FILE}`,
    fix: "install the package again",
    cause,
  })
