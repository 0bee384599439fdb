import { InferenceSession, Tensor } from "onnxruntime-node"
import type { Encoding, Links, ModelVersion, Thresholds } from "../model/encoding.ts"
import { LINK_CHANNELS } from "../model/encoding.ts"
import { CounterclaimError } from "../model/error.ts"
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
  const session = await openSession(model, folder)
  const pieces = new WordPieces(vocabulary)
  const version = { name: manifest.name, version: manifest.version, sha256: manifest.sha256.slice(0, 12) }
  const encode = async (text: Text): Promise<Encoding> => {
    const words = findWords(text.value)
    const windows = cutWindows(toPieces(text.value, words, pieces), manifest.window)
    const cues = new Float32Array(2 * words.length)
    const links = new Map<number, Links>()
    for (const [index, window] of windows.entries()) {
      const [from, to] = mostCentral(windows, index)
      const scores = await run(session, window)
      takeScores({ window, from, to, scores, floor: manifest.floor }, cues, links)
    }
    return { model: version, words, cues, links, names: null }
  }
  return { model: version, thresholds: manifest.thresholds, encode, close: () => session.release() }
}

async function openSession(model: Uint8Array, folder: string): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(model, SESSION)
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

type Scores = Readonly<{ cue: Float32Array; link: Float32Array }>

async function run(session: InferenceSession, window: Window): Promise<Scores> {
  const row = (values: readonly number[]) =>
    new Tensor(
      "int64",
      BigInt64Array.from(values, (value) => BigInt(value)),
      [1, values.length],
    )
  const feeds = { ids: row(window.ids), shapes: row(window.shapes), first: row(window.first) }
  const out = await session.run(feeds)
  return { cue: out.cues!.data as Float32Array, link: out.links!.data as Float32Array }
}

type Judged = Readonly<{ window: Window; from: number; to: number; scores: Scores; floor: Manifest["floor"] }>

function takeScores({ window, from, to, scores, floor }: Judged, cues: Float32Array, links: Map<number, Links>): void {
  const row = LINK_CHANNELS * (window.end - window.start)
  for (let word = from; word < to; word++) {
    const at = word - window.start
    const begins = Math.exp(scores.cue[3 * at + 1]!)
    const goesOn = Math.exp(scores.cue[3 * at + 2]!)
    cues[2 * word] = begins
    cues[2 * word + 1] = goesOn
    if (begins + goesOn < floor) continue
    links.set(word, { first: window.start, scores: scores.link.slice(row * at, row * (at + 1)), acts: null })
  }
}
