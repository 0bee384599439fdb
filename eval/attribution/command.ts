import { resolve } from "node:path"
import { parseArgs } from "node:util"
import type { ModelVersion } from "counterclaim"
import { datasetName } from "../dataset-name.ts"
import { holdToFloors } from "../hold-to-floors.ts"
import { quotationMarks } from "../peers/quotation-marks.ts"
import { fileResult } from "../results.ts"
import { usageError } from "../usage-error.ts"
import { calibrationReport, reliability, shownPart } from "./calibration.ts"
import { comparePeers, peersTable } from "./compare-peers.ts"
import { figuresOf, HEADLINES } from "./figures.ts"
import { hashTexts } from "./hash-texts.ts"
import { predict } from "./predict.ts"
import type { Predictions } from "./prediction.ts"
import { type GoldArticle, readGold } from "./read-gold.ts"
import { readPredictions } from "./read-predictions.ts"
import { report } from "./report.ts"
import { score } from "./score.ts"
import { writePredictions } from "./write-predictions.ts"

const OPTIONS = {
  data: { type: "string" },
  predictions: { type: "string" },
  utf16: { type: "boolean" },
  write: { type: "string" },
  models: { type: "string" },
  outermost: { type: "boolean" },
  corenlp: { type: "string" },
  raise: { type: "boolean" },
  file: { type: "boolean" },
} as const

const parse = (args: string[]) => parseArgs({ args, options: OPTIONS }).values
type Given = ReturnType<typeof parse>
type Print = (line: string) => void

/**
 * `eval attribution`: score the program, or a file of predictions, on annotated articles. Gives the exit
 * status: 1 when the program is below a floor. Throws `eval/usage` without `--data`.
 */
export async function attributionCommand(args: string[], print: Print): Promise<number> {
  const given = parse(args)
  const folder = dataFolder(given)
  const articles = readGold(folder)
  if (given.corenlp !== undefined) return compare(articles, folder, given, print)
  const { predictions, model } = await predictionsOf(given, articles, folder)
  if (given.write !== undefined) writePredictions(given.write, predictions)
  const measured = measure(articles, predictions)
  const name = `${datasetName(folder)}${given.outermost ? " outermost" : ""}`
  print(`${nameOf(given, model)} on ${name}, ${articles.length} articles`)
  for (const line of measured.lines) print(line)
  if (given.file) {
    const data = { name, articles: articles.length, sha256: hashTexts(articles) }
    print(
      `filed as ${fileResult(given.outermost ? "attribution-outermost" : "attribution", { model, predictions: given.predictions ?? null, data, ...measured.result })}`,
    )
  }
  if (given.predictions !== undefined) return 0
  const { figures } = measured.result
  return holdToFloors({ key: `attribution/${name}`, figures, names: HEADLINES, raise: given.raise ?? false }, print)
}

/** The program beside others in one run on the same texts. No floor is held: machines and versions differ. */
async function compare(articles: readonly GoldArticle[], folder: string, given: Given, print: Print): Promise<number> {
  const { rows, skipped } = await comparePeers(articles, {
    folder,
    library: resolve(given.corenlp!),
    models: given.models,
  })
  for (const line of [...peersTable(rows), ...skipped]) print(line)
  const data = { name: datasetName(folder), articles: articles.length, sha256: hashTexts(articles) }
  if (given.file) print(`filed as ${fileResult("peers-attribution", { data, peers: rows, skipped })}`)
  return skipped.length > 0 ? 1 : 0
}

function dataFolder({ data }: Given): string {
  if (data === undefined) throw usageError("no folder is given", "npm run eval -- attribution --data DIR")
  return resolve(data)
}

type Source = Readonly<{ predictions: Predictions; model: ModelVersion | null }>

async function predictionsOf(given: Given, articles: readonly GoldArticle[], folder: string): Promise<Source> {
  const { predictions: path, utf16 = false, models, outermost } = given
  if (path !== undefined) return { predictions: readPredictions({ path, utf16 }, articles), model: null }
  return predict(articles, { folder, models, outermost, onArticle: (done) => progress(done, articles.length) })
}

/** On a terminal only: elsewhere it would be noise in a log. */
function progress(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of} articles${done === of ? "\n" : ""}`)
}

const nameOf = ({ predictions }: Given, model: ModelVersion | null): string =>
  model ? `${model.name} ${model.version} (${model.sha256})` : (predictions ?? "")

/** The score of the predictions and, in the same breath, of the quotation-mark baseline. */
function measure(articles: readonly GoldArticle[], predictions: Predictions) {
  const scored = score(articles, predictions)
  const shown = shownPart(articles, predictions)
  const bins = reliability(scored.judged)
  const baseline = score(articles, new Map(articles.map(({ name, text }) => [name, quotationMarks(text)])))
  const lines = [
    ...report(scored),
    ...calibrationReport(bins, shown),
    "",
    "quotation-mark baseline on the same articles",
    ...report(baseline),
  ]
  const result = {
    figures: figuresOf(scored, shown),
    intervals: scored.intervals,
    reliability: bins,
    baseline: figuresOf(baseline, null),
  }
  return { lines, result }
}
