import type * as Runtime from "onnxruntime-node"
import type { Encoding, Links, ModelVersion, Thresholds } from "../model/encoding.ts"
import { LINK_CHANNELS, NAME_LABELS } from "../model/encoding.ts"
import { CounterclaimError } from "../model/error.ts"
import { legible } from "../model/legible.ts"
import type { Span } from "../model/span.ts"
import type { Text } from "../model/text.ts"
import type { Manifest } from "./manifest.ts"
import { readWeights } from "./manifest.ts"
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

/** One thread: results then never hang on how work was split, and a server's other threads stay free. */
const SESSION = { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: "sequential" } as const

/** Open the weights of a folder (see `readWeights`, whose errors it throws; `model/broken` when they do not load). */
export async function openEncoder(folder: string): Promise<Encoder> {
  const { manifest, model, vocabulary } = await readWeights(folder)
  // Loaded only here: who reads pages without attributing needs no runtime in memory.
  const runtime = await import("onnxruntime-node")
  const session = await openSession(runtime, model, folder)
  const pieces = new WordPieces(vocabulary)
  const version = { name: manifest.name, version: manifest.version, sha256: manifest.sha256.slice(0, 12) }
  const encode = async (text: Text): Promise<Encoding> => {
    const value = legible(text.value)
    const words = findWords(value)
    const windows = cutWindows(toPieces(value, words, pieces), manifest.window)
    const encoding = emptyEncoding(version, words, session.outputNames)
    for (const [index, window] of windows.entries()) {
      const [from, to] = mostCentral(windows, index)
      const scores = await run(runtime, session, window)
      takeScores({ window, from, to, scores, floor: manifest.floor }, encoding)
    }
    return encoding
  }
  return { model: version, thresholds: manifest.thresholds, encode, close: () => session.release() }
}

async function openSession(
  runtime: typeof Runtime,
  model: Uint8Array,
  folder: string,
): Promise<Runtime.InferenceSession> {
  try {
    return await runtime.InferenceSession.create(model, SESSION)
  } catch (cause) {
    throw new CounterclaimError({
      code: "model/broken",
      what: "the weights do not load",
      where: folder,
      fix: "export the model again with training/, or install the package again",
      cause,
    })
  }
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

/** Where a 64-bit number of this machine has its low half. */
const LOW = new Int32Array(new BigInt64Array([1n]).buffer).indexOf(1)

async function run({ Tensor }: typeof Runtime, session: Runtime.InferenceSession, window: Window): Promise<Scores> {
  const row = (values: readonly number[]) => {
    // Ids are small: the halves of each number are its low word and 0, and no number need be made a big one.
    const halves = new Int32Array(2 * values.length)
    for (let i = 0; i < values.length; i++) halves[2 * i + LOW] = values[i]!
    return new Tensor("int64", new BigInt64Array(halves.buffer), [1, values.length])
  }
  const feeds = { ids: row(window.ids), shapes: row(window.shapes), first: row(window.first) }
  const out = await session.run(feeds)
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
