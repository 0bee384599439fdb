import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { basename, join, resolve } from "node:path"
import { parseArgs } from "node:util"
import type { Figures } from "../floors.ts"
import { holdToFloors } from "../hold-to-floors.ts"
import { peerTable } from "../peers/peer-table.ts"
import { runPeers } from "../peers/run-peers.ts"
import { fileResult } from "../results.ts"
import { usageError } from "../usage-error.ts"
import type { GoldPage } from "./gold-page.ts"
import { PAGE_CEILINGS, PAGE_HEADLINES, pageFigures, pageIntervals, withoutFacts } from "./page-figures.ts"
import type { PageLine } from "./page-prediction.ts"
import { type PredictedPages, predictPages } from "./predict-pages.ts"
import { readGoldPages } from "./read-gold-pages.ts"
import { readPagePredictions } from "./read-page-predictions.ts"
import { reportIntervals, reportPages } from "./report-pages.ts"
import { scorePages } from "./score-pages.ts"
import { SHIPPED, type Weights, weightsOfFile, weightsOfFolds } from "./weights.ts"
import { writePagePredictions } from "./write-page-predictions.ts"

const OPTIONS = {
  data: { type: "string" },
  predictions: { type: "string" },
  write: { type: "string" },
  "block-model": { type: "string" },
  folds: { type: "string" },
  peers: { type: "boolean" },
  raise: { type: "boolean" },
  file: { type: "boolean" },
} as const

const parse = (args: string[]) => parseArgs({ args, options: OPTIONS }).values
type Given = ReturnType<typeof parse>
type Print = (line: string) => void

/**
 * `eval pages`: score what the program, or a file of predictions, reads from annotated pages. Gives the exit
 * status: 1 when the program is below a floor. Throws `eval/usage` without `--data`.
 */
export async function pagesCommand(args: string[], print: Print): Promise<number> {
  const given = parse(args)
  if (given.data === undefined) throw usageError("no folder is given", "npm run eval -- pages --data DIR")
  const folder = resolve(given.data)
  const pages = readGoldPages(folder)
  if (given.peers) return comparePeers(pages, folder, given, print)
  return given.predictions === undefined ? scoreProgram(pages, folder, given, print) : scoreFile(pages, given, print)
}

function scoreFile(pages: readonly GoldPage[], { predictions = "" }: Given, print: Print): number {
  print(predictions)
  printScore(pages, readPagePredictions(predictions), print)
  return 0
}

function scoreProgram(pages: readonly GoldPage[], folder: string, given: Given, print: Print): number {
  const weights = weightsOf(given)
  const name = basename(folder)
  print(`counterclaim on ${name}`)
  print(weights.says)
  const predicted = predictPages(pages, folder, weights)
  if (given.write !== undefined) writePagePredictions(given.write, predicted.lines)
  const score = printScore(pages, predicted.lines, noting(weights, print))
  const own = weights.facts === undefined ? <Value>(all: Readonly<Record<string, Value>>) => all : withoutFacts
  const figures = { ...own(pageFigures(score)), ...printRun(predicted, print) }
  if (given.file) {
    const data = { name, pages: pages.length, sha256: hashGold(folder) }
    const result = { data, weights: weights.says, figures, intervals: own(pageIntervals(score)) }
    print(`filed as ${fileResult(`pages-${name}${given.folds ? "-folds" : ""}`, result)}`)
  }
  // Floors are those of the shipped weights, or of the folds: two measurements, two keys.
  if (given["block-model"] !== undefined) return 0
  const key = `pages/${name}${given.folds ? " by folds" : ""}`
  const names = PAGE_HEADLINES.filter((headline) => headline in figures)
  return holdToFloors({ key, figures, names, ceilings: PAGE_CEILINGS, raise: given.raise ?? false }, print)
}

/** The program and its peers in one run on the same pages. No floor is held: machines and versions differ. */
async function comparePeers(pages: readonly GoldPage[], folder: string, given: Given, print: Print): Promise<number> {
  const name = basename(folder)
  const folds = given.folds === undefined ? undefined : resolve(given.folds)
  print(`readers of pages on ${name}, ${pages.length} pages`)
  print(weightsOf(given).says)
  const { rows, skipped } = await runPeers(pages, { folder, folds, print })
  for (const line of peerTable(rows)) print(line)
  if (!given.file) return 0
  const data = { name, pages: pages.length, sha256: hashGold(folder) }
  const path = fileResult(`peers-${name}`, { data, weights: weightsOf(given).says, peers: rows, skipped })
  print(`filed as ${path}`)
  return 0
}

function weightsOf({ folds, "block-model": file }: Given): Weights {
  if (folds !== undefined) return weightsOfFolds(resolve(folds))
  return file === undefined ? SHIPPED : weightsOfFile(resolve(file))
}

/** Prints the lines of authors and days with what is to be known of their weights. */
const noting =
  ({ facts }: Weights, print: Print): Print =>
  (line) =>
    print(facts !== undefined && /^(?:interval )?(?:author|date)/.test(line) ? `${line} (${facts})` : line)

function printScore(pages: readonly GoldPage[], lines: readonly PageLine[], print: Print) {
  const score = scorePages(pages, lines)
  for (const line of [...reportPages(score), ...reportIntervals(score)]) print(line)
  return score
}

/** How the run went, beside what it read. */
function printRun(predicted: PredictedPages, print: Print): Figures {
  const { lines, crashes, megabytes, seconds, processorSeconds, slowest } = predicted
  const empty = lines.filter(({ prediction }) => prediction.text.trim() === "").length
  const speed = seconds ? megabytes / seconds : 0
  print(`crashes ${crashes}, empty texts ${empty}`)
  const busy = processorSeconds ? megabytes / processorSeconds : 0
  print(`speed ${speed.toFixed(1)} MB/s, by processor time ${busy.toFixed(1)}`)
  print(`slowest page ${(slowest.seconds * 1000).toFixed(0)} ms (${slowest.name})`)
  return {
    crashes,
    "empty texts": empty,
    "megabytes per second": speed,
    "megabytes per processor second": busy,
    "milliseconds of the slowest page": slowest.seconds * 1000,
  }
}

export const hashGold = (folder: string): string =>
  createHash("sha256")
    .update(readFileSync(join(folder, "gold.json")))
    .digest("hex")
