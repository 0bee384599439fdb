import type { ActWeights, Filters, Matrix } from "../lexicon/act-weights.ts"
import type { ListedCue } from "../lexicon/cues.ts"
import { ACTS, type Act } from "../model/attribution.ts"
import type { Span } from "../model/span.ts"

/** What is reported, by whom, with which words: the parts of one attribution in its text. */
export type Reported = Readonly<{
  text: string
  source: Span | null
  cue: Span
  content: readonly Span[]
  /** What the list of cues says; null when the cue is not listed. */
  listed: ListedCue | null
  /** Acts that the content says were not done; none when it is left out. */
  notDone?: ReadonlySet<Act>
}>

const WORD = /[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_\s]/gu
const QUOTES = /^["“”‘’'`]$/
const ENDINGS = ["ing", "ed", "ly", "s"] as const
/** Most words read: of content its beginning and end, of a cue its beginning, of a source its end. */
const LONGEST = { content: 40, tail: 8, cue: 8, source: 4 } as const

/**
 * Raw scores of the acts, in the order of `ACTS`: what is said tells as much as the cue does ("said it was a lie").
 * Names are read as names, not by who they are. Does not throw.
 * Method: filters over word vectors, their highest and mean, one hidden layer (https://aclanthology.org/D14-1181/).
 */
export function actScores(weights: ActWeights, reported: Reported): Float32Array {
  if (!weights.known) return workedOut(weights, reported)
  const spans = [reported.cue, ...reported.content, ...(reported.source ? [reported.source] : [])]
  const key = `${reported.source === null} ${spans.map(({ start, end }) => `${start}-${end}`).join(" ")}`
  const scores = weights.known.get(key) ?? workedOut(weights, reported)
  weights.known.set(key, scores)
  return scores
}

function workedOut(weights: ActWeights, reported: Reported): Float32Array {
  const { vectors, content, cue, hidden, acts, listed } = weights
  const words = wordsOf(reported, weights)
  const list = listOf(reported.listed)
  const ofContent = filter(content, [-1, ...words.content, -1])
  const ofCue = filter(cue, [-1, ...padded(words.cue, LONGEST.cue), -1])
  const input = joined([
    ofContent.highest,
    ofContent.mean,
    ofCue.highest,
    meanOf(vectors, words.cue),
    meanOf(vectors, words.source),
    flagsOf(reported, words),
    list,
  ])
  const scores = apply(
    acts,
    apply(hidden, input).map((value) => Math.max(0, value)),
  )
  return scores.map(
    (score, act) => score + list.reduce((sum, on, i) => sum + on * listed.values[act * listed.columns + i]!, 0),
  )
}

type Words = Readonly<Record<"content" | "cue" | "source", readonly number[]>>

function wordsOf({ text, source, cue, content }: Reported, { words }: ActWeights): Words {
  const kind = (name: string) => words.get(name)!
  const said = content.flatMap((span, i) => [
    ...(i > 0 ? [kind("<gap>")] : []),
    ...read(text, span, { words, names: true, begins: true }),
  ])
  const cut = said.length > LONGEST.content
  const kept = cut
    ? [...said.slice(0, LONGEST.content - LONGEST.tail - 1), kind("<gap>"), ...said.slice(-LONGEST.tail)]
    : said
  return {
    content: [kind("<start>"), ...kept, kind("<end>")],
    cue: read(text, cue, { words, names: false, begins: true }).slice(0, LONGEST.cue),
    source: source ? read(text, source, { words, names: true, begins: false }).slice(-LONGEST.source) : [],
  }
}

type Reading = Readonly<{ words: ActWeights["words"]; names: boolean; begins: boolean }>

/** Rows of the words of a span. A word with a capital that does not begin a sentence is a name. */
function read(text: string, { start, end }: Span, { words, names, begins }: Reading): number[] {
  let first = begins
  return Array.from(text.slice(start, end).matchAll(WORD), ([word]) => {
    const isName = names && !first && /^\p{Lu}/u.test(word) && word.length > 1
    const isQuote = QUOTES.test(word)
    first = isQuote || /^[.!?:]$/.test(word)
    return words.get(isName ? "<name>" : kindOf(word, words))!
  })
}

/** The word as it is listed, else the kind of word that it is. */
function kindOf(word: string, words: ActWeights["words"]): string {
  const lower = word.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"')
  if (words.has(lower)) return lower
  if (/^\p{Nd}/u.test(lower)) return "<number>"
  const ending = ENDINGS.find((each) => lower.endsWith(each) && lower.length > each.length + 2)
  return `<${ending ?? "other"}>`
}

/** A question in it; quoted from its start; quoted at all; no source; content before the cue; how long it is. */
function flagsOf({ text, source, cue, content }: Reported, words: Words): number[] {
  const said = content.map(({ start, end }) => text.slice(start, end)).join(" ")
  const flag = (is: boolean) => Number(is)
  return [
    flag(said.includes("?")),
    flag(/^\s*["“‘']/.test(said)),
    flag(/["“”]|''/.test(said)),
    flag(source === null),
    flag((content[0]?.start ?? 0) < cue.start),
    Math.min(1, words.content.length / LONGEST.content),
  ]
}

/** Which act the list gives, then whether it gives none, then whether the cue is negated: 1 or 0 each. */
function listOf(listed: ListedCue | null): number[] {
  return [...ACTS.map((act) => Number(act === listed?.act)), Number(listed === null), Number(listed?.negated ?? false)]
}

const padded = (rows: readonly number[], length: number): number[] => [
  ...rows,
  ...Array<number>(Math.max(0, length - rows.length)).fill(-1),
]

/**
 * What each filter makes of runs of neighbouring words (row -1: nothing stands there), never below 0: the highest and
 * the mean.
 */
function filter(filters: Filters, rows: readonly number[]): Record<"highest" | "mean", Float32Array> {
  const { count, width, constants } = filters
  const nothing = new Float32Array(width * count)
  const made = rows.map((row) => (row < 0 ? nothing : filters.of(row)))
  const places = rows.length - width + 1
  const highest = new Float32Array(count)
  const mean = new Float32Array(count)
  const sums = new Float32Array(count)
  for (let at = 0; at < places; at++) {
    sums.set(constants)
    for (let place = 0; place < width; place++) addTo(sums, made[at + place]!, place * count)
    for (let f = 0; f < count; f++) {
      const value = sums[f]!
      if (value <= 0) continue
      if (value > highest[f]!) highest[f] = value
      mean[f]! += value / places
    }
  }
  return { highest, mean }
}

function addTo(sums: Float32Array, numbers: Float32Array, from: number): void {
  for (let i = 0, at = from; i < sums.length; i++, at++) sums[i]! += numbers[at]!
}

function vectorOf({ columns, values }: Matrix, row: number): Float32Array {
  return values.subarray(row * columns, (row + 1) * columns)
}

/** The mean of vectors; zeros when there are none. */
function meanOf(vectors: Matrix, rows: readonly number[]): Float32Array {
  const sum = new Float32Array(vectors.columns)
  for (const row of rows) {
    const vector = vectorOf(vectors, row)
    for (let i = 0; i < sum.length; i++) sum[i]! += vector[i]! / rows.length
  }
  return sum
}

function joined(parts: readonly ArrayLike<number>[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** A matrix times what is read; its last column is the constant. */
function apply(matrix: Matrix, input: readonly number[] | Float32Array): Float32Array {
  const numbers = new Float32Array(input.length + 1)
  numbers.set(input)
  numbers[input.length] = 1
  const scores = new Float32Array(matrix.rows)
  const { rows, columns, values } = matrix
  // Four rows at a time: each sum waits for the addition before, and four need not wait for one another.
  for (let row = 0; row < rows; row += 4) {
    const [first, second, third, fourth] = [0, 1, 2, 3].map((i) => columns * Math.min(row + i, rows - 1))
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let i = 0; i < columns; i++) {
      const number = numbers[i]!
      if (number === 0) continue
      a += values[first! + i]! * number
      b += values[second! + i]! * number
      c += values[third! + i]! * number
      d += values[fourth! + i]! * number
    }
    scores.set([a, b, c, d].slice(0, rows - row), row)
  }
  return scores
}
