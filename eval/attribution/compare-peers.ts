import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { measureSpeed } from "../bench/measure.ts"
import { readTexts } from "../bench/texts.ts"
import type { Figures } from "../floors.ts"
import { type Column, markdownTable } from "../markdown-table.ts"
import { brackets } from "../pages/report-pages.ts"
import { runCoreNlp } from "../peers/core-nlp.ts"
import { quotationMarks } from "../peers/quotation-marks.ts"
import { figuresOf } from "./figures.ts"
import type { Interval } from "./interval.ts"
import { predict } from "./predict.ts"
import type { Predictions } from "./prediction.ts"
import type { GoldArticle } from "./read-gold.ts"
import { readPredictions } from "./read-predictions.ts"
import { score } from "./score.ts"
import { threeDigits } from "./three-digits.ts"
import { findWords } from "./words.ts"

/** What one program reached; `wordsPerSecond`: of processor time, all that it does of a text included. */
export type AttributionPeer = Readonly<{
  name: string
  figures: Figures
  linkedInterval: Interval
  wordsPerSecond: number
}>

/** `folder`: of the articles; `library`: of CoreNLP's jars; `models`: of the program's, its own unless given. */
export type PeerPlaces = Readonly<{ folder: string; library: string; models?: string | undefined }>

type Compared = Readonly<{ rows: readonly AttributionPeer[]; skipped: readonly string[] }>

/**
 * The program (outermost attributions), CoreNLP and rules of quotation marks on the same articles, one after the other.
 * What cannot be run is said in `skipped`.
 */
export async function comparePeers(articles: readonly GoldArticle[], places: PeerPlaces): Promise<Compared> {
  const { folder, models } = places
  const row = (name: string, wordsPerSecond: number, predictions: Predictions): AttributionPeer => {
    const scored = score(articles, predictions)
    return { name, figures: figuresOf(scored, null), linkedInterval: scored.intervals.linked!, wordsPerSecond }
  }
  const speed = await measureSpeed(readTexts(folder), { models })
  const own = await predict(articles, { folder, models, outermost: true })
  const peer = await coreNlp(articles, places)
  const marked = quotationRules(articles)
  return {
    rows: [
      row("counterclaim", speed.wordsPerProcessorSecond, own.predictions),
      ...("missing" in peer ? [] : [row("CoreNLP's quotations", peer.wordsPerSecond, peer.predictions)]),
      row("rules of quotation marks", marked.wordsPerSecond, marked.predictions),
    ],
    skipped: "missing" in peer ? [`skipped CoreNLP: ${peer.missing}; eval/peers/README.md says how to install it`] : [],
  }
}

async function coreNlp(articles: readonly GoldArticle[], { folder, library }: PeerPlaces) {
  const scratch = mkdtempSync(join(tmpdir(), "core-nlp-"))
  const path = join(scratch, "predictions.jsonl")
  try {
    const run = await runCoreNlp({ library, texts: join(folder, "text"), path })
    return "missing" in run ? run : { ...run, predictions: readPredictions({ path, utf16: true }, articles) }
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

function quotationRules(articles: readonly GoldArticle[]) {
  const words = articles.reduce((sum, { text }) => sum + findWords(text).starts.length, 0)
  const before = process.cpuUsage()
  const predictions = new Map(articles.map(({ name, text }) => [name, quotationMarks(text)]))
  const { user, system } = process.cpuUsage(before)
  return { predictions, wordsPerSecond: (1e6 * words) / (user + system) }
}

const figure =
  (name: string): Column<AttributionPeer>[1] =>
  ({ figures }) =>
    threeDigits(figures[name]!)

const COLUMNS: readonly Column<AttributionPeer>[] = [
  ["program", ({ name }) => name],
  ["linked F1", figure("linked")],
  ["95 %", ({ linkedInterval }) => brackets(linkedInterval)],
  ["exact", figure("exact")],
  ["words of source", figure("token source")],
  ["cue", figure("token cue")],
  ["content", figure("token content")],
  ["words/s of processor time", ({ wordsPerSecond }) => wordsPerSecond.toFixed(0)],
]

/** The rows as a Markdown table. */
export const peersTable = (rows: readonly AttributionPeer[]): string[] => markdownTable(COLUMNS, rows)
