import type { CueLexicon, ListedCue } from "../lexicon/cues.ts"
import type { Act, Attribution, AttributionId } from "../model/attribution.ts"
import { ACTS } from "../model/attribution.ts"
import { legible } from "../model/legible.ts"
import type { Span } from "../model/span.ts"
import { spanText } from "../model/span.ts"
import type { Text } from "../model/text.ts"
import { readWeights } from "./manifest.ts"
import { openSession, type Session } from "./open-session.ts"
import { rowTensor } from "./row-tensor.ts"
import { WordPieces } from "./word-pieces.ts"
import { findWords } from "./words.ts"

/** Tells the acts of attributions by the words of source, cue and content. */
export type ActReader = Readonly<{
  /**
   * The same attributions, those of `doubtful` with the act that the model finds likeliest; a call of the model each, so
   * that no answer hangs on another. One without a cue keeps its act.
   */
  read(text: Text, attributions: readonly Attribution[], doubtful: ReadonlySet<AttributionId>): Promise<Attribution[]>
  close(): Promise<void>
}>

/** Most pieces read of each part: of content its beginning and its last few. */
const MOST = { source: 10, cue: 12, content: 56, tail: 12 } as const
const [SOURCE, CUE, CONTENT] = [0, 1, 2]

/**
 * Open the weights of a folder (see `readWeights` and `openSession`, whose errors it throws).
 * What the list of cues says is read beside the words.
 * Method: a few layers of a transformer over "source, cue, content"; training/attribution/act_reader.py is its twin.
 */
export async function openActReader(folder: string, cues: CueLexicon): Promise<ActReader> {
  const { model, vocabulary } = await readWeights(folder, "acts")
  const opened = await openSession(model, folder)
  const pieces = new WordPieces(vocabulary)
  const read: ActReader["read"] = async (text, attributions, doubtful) => {
    const value = legible(text.value)
    const read: Attribution[] = []
    for (const attribution of attributions) {
      const { id, cue } = attribution
      if (!cue || !doubtful.has(id)) read.push(attribution)
      else {
        const listed = cues.actOf(spanText(text.value, cue))
        read.push({ ...attribution, act: await tell(opened, inputOf(value, attribution, pieces), listed) })
      }
    }
    return read
  }
  return { read, close: () => opened.session.release() }
}

type Input = Readonly<{ ids: readonly number[]; parts: readonly number[] }>

/** [CLS] source [SEP] cue [SEP] content [SEP], and which part each piece is of. */
function inputOf(text: string, { source, cue, content }: Attribution, pieces: WordPieces): Input {
  const read = (spans: readonly Span[]) => spans.flatMap((span) => piecesOf(spanText(text, span), pieces))
  const said = read(content)
  const kept =
    said.length > MOST.content ? [...said.slice(0, MOST.content - MOST.tail), ...said.slice(-MOST.tail)] : said
  const [opens, ends] = [pieces.idOf("[CLS]"), pieces.idOf("[SEP]")]
  const runs = [
    [opens, ...read(source ? [source] : []).slice(0, MOST.source), ends],
    [...read(cue ? [cue] : []).slice(0, MOST.cue), ends],
    [...kept, ends],
  ]
  return { ids: runs.flat(), parts: runs.flatMap((run, part) => run.map(() => [SOURCE, CUE, CONTENT][part]!)) }
}

const piecesOf = (printed: string, pieces: WordPieces): number[] =>
  findWords(printed).flatMap(({ start, end }) => pieces.encode(printed.slice(start, end)))

async function tell({ runtime, session }: Session, { ids, parts }: Input, listed: ListedCue | null): Promise<Act> {
  const act = listed ? ACTS.indexOf(listed.act) : ACTS.length
  const row = (values: readonly number[]) => rowTensor(runtime, values)
  const { acts } = await session.run({ ids: row(ids), parts: row(parts), listed: row([act]).reshape([1]) })
  const scores = Array.from(acts!.data as Float32Array)
  return ACTS[scores.indexOf(Math.max(...scores))]!
}
