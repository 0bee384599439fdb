import type { Encoding, Links, ModelVersion, Thresholds } from "../model/encoding.ts"
import { LINK_CHANNELS, NAME_LABELS } from "../model/encoding.ts"
import { legible } from "../model/legible.ts"
import type { Span } from "../model/span.ts"
import type { Text } from "../model/text.ts"
import type { Manifest } from "./manifest.ts"
import { readWeights } from "./manifest.ts"
import { openSession, type Session } from "./open-session.ts"
import { rowTensor } from "./row-tensor.ts"
import { sentenceCase } from "./sentence-case.ts"
import type { Window } from "./windows.ts"
import { cutWindows, toPieces } from "./windows.ts"
import { WordPieces } from "./word-pieces.ts"
import { findWords } from "./words.ts"

export type Encoder = Readonly<{
  model: ModelVersion
  thresholds: Thresholds
  /** Run the model over a text, one window a call. The same text gives the same encoding, whatever ran before. */
  encode(text: Text): Promise<Encoding>
  close(): Promise<void>
}>

/** Open the weights of a folder (see `readWeights`, whose errors it throws; `model/broken` when they do not load). */
export async function openEncoder(folder: string): Promise<Encoder> {
  const { manifest, model, vocabulary } = await readWeights(folder, "attributions")
  const opened = await openSession(model, folder)
  const pieces = new WordPieces(vocabulary)
  const version = { name: manifest.name, version: manifest.version, sha256: manifest.sha256.slice(0, 12) }
  const encode = async (text: Text): Promise<Encoding> => {
    const value = sentenceCase(legible(text.value))
    const words = findWords(value)
    const windows = cutWindows(toPieces(value, words, pieces), manifest.window)
    const encoding = emptyEncoding(version, words, opened.session.outputNames)
    for (const [index, window] of windows.entries()) {
      const [from, to] = mostCentral(windows, index)
      const scores = await run(opened, window)
      takeScores({ window, from, to, scores, floor: manifest.floor }, encoding)
    }
    return encoding
  }
  return { model: version, thresholds: manifest.thresholds, encode, close: () => opened.session.release() }
}

/**
 * Words that this window speaks for: [from, to). Where two windows overlap, each word is judged in
 * the one in which it stands farther from the edge.
 */
export function mostCentral(windows: readonly Window[], index: number): [number, number] {
  const { start, end } = windows[index]!
  const before = windows[index - 1]
  const after = windows[index + 1]
  return [before ? Math.ceil((start + before.end) / 2) : start, after ? Math.ceil((after.start + end) / 2) : end]
}

/** An encoding to be filled; what the weights have no head for is null. */
function emptyEncoding(model: ModelVersion, words: readonly Span[], heads: readonly string[]) {
  const table = (width: number) => new Float32Array(width * words.length)
  return {
    model,
    words,
    cues: table(2),
    inner: heads.includes("inner") ? table(2) : null,
    links: new Map<number, Links>(),
    names: heads.includes("names") ? table(NAME_LABELS.length) : null,
  }
}

/**
 * What the model says of a window: logarithms for cues and inner cues, raw links, probabilities of names.
 * `rows`: the words that the rows of links are of, in order; without it they are of all words.
 */
type Scores = Readonly<
  Record<"cues" | "links", Float32Array> & Partial<Record<"inner" | "names", Float32Array>> & { rows?: BigInt64Array }
>

async function run({ runtime, session }: Session, { ids, shapes, first }: Window): Promise<Scores> {
  const row = (values: readonly number[]) => rowTensor(runtime, values)
  const out = await session.run({ ids: row(ids), shapes: row(shapes), first: row(first) })
  return Object.fromEntries(Object.entries(out).map(([name, { data }]) => [name, data])) as unknown as Scores
}

type Judged = Readonly<{ window: Window; from: number; to: number; scores: Scores; floor: Manifest["floor"] }>

function takeScores(
  { window, from, to, scores, floor }: Judged,
  { cues, inner, links, names }: ReturnType<typeof emptyEncoding>,
): void {
  const row = LINK_CHANNELS * (window.end - window.start)
  const rows = scores.rows && Array.from(scores.rows, Number)
  let next = 0
  for (let word = from; word < to; word++) {
    const at = word - window.start
    const sure = takeTags(scores.cues, at, cues, word)
    const sureInner = inner && scores.inner ? takeTags(scores.inner, at, inner, word) : 0
    names?.set(part(scores.names!, at, NAME_LABELS.length), NAME_LABELS.length * word)
    if (sure < floor && sureInner < floor) continue
    while (rows && rows[next]! < at) next++
    const of = rows ? next : at
    links.set(word, { first: window.start, scores: scores.links.slice(row * of, row * (of + 1)) })
  }
}

const part = (table: Float32Array, row: number, width: number): Float32Array =>
  table.subarray(width * row, width * (row + 1))

/** Take the tags of row `at` (logarithms: none, begins, goes on) for a word; gives the probability that it is part of a cue. */
function takeTags(logs: Float32Array, at: number, tags: Float32Array, word: number): number {
  const begins = Math.exp(logs[3 * at + 1]!)
  const goesOn = Math.exp(logs[3 * at + 2]!)
  tags[2 * word] = begins
  tags[2 * word + 1] = goesOn
  return begins + goesOn
}
