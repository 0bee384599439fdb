import { existsSync, statSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Interval } from "../attribution/interval.ts"
import type { Figures } from "../floors.ts"
import type { GoldPage } from "../pages/gold-page.ts"
import { pageFigures, pageIntervals } from "../pages/page-figures.ts"
import type { PageLine } from "../pages/page-prediction.ts"
import { scorePages } from "../pages/score-pages.ts"
import { ROOT } from "../root.ts"
import { askPeer, type PeerCommand } from "./ask-peer.ts"
import { NODE_PEERS } from "./node-peers.ts"
import type { PeerAnswer, PeerQuestion, PeerReading } from "./peer-answer.ts"

/** What one peer reached. */
export type PeerRow = Readonly<{
  name: string
  version: string
  figures: Figures
  intervals: Readonly<Record<string, Interval>>
}>

export type PeerRows = Readonly<{ rows: readonly PeerRow[]; skipped: readonly string[] }>

export type RunPeersOptions = Readonly<{
  /** Where gold.json and html/ lie. */
  folder: string
  /** Weights by folds for this program. */
  folds?: string | undefined
  print: (line: string) => void
}>

const PYTHON_PEERS = ["trafilatura", "resiliparse"]

/** Run every peer over the pages, one peer after the other. One that is not installed is said so and left out. */
export async function runPeers(pages: readonly GoldPage[], options: RunPeersOptions): Promise<PeerRows> {
  const questions = pages.map(({ name }) => ({ page: name, path: join(options.folder, "html", `${name}.html`) }))
  const there = questions.filter(({ path }) => existsSync(path))
  const rows: PeerRow[] = []
  const skipped: string[] = []
  for (const [name, command] of commands(options.folds)) {
    const run = await askPeer(command, there)
    if ("missing" in run) {
      skipped.push(`${name}: ${run.missing}`)
      options.print(`skipped ${name}: ${run.missing}; eval/peers/README.md says how to install it`)
    } else rows.push({ name, version: run.version, ...measure(pages, there, run.answers) })
  }
  return { rows, skipped }
}

function commands(folds: string | undefined): [string, PeerCommand][] {
  const folder = resolve(process.env.PEERS_DIR ?? join(ROOT, "peers"))
  const script = join(ROOT, "build", "eval", "peers", "run-node-peer.js")
  const python = join(folder, "venv", "bin", "python")
  const env = folds === undefined ? {} : { FOLDS: folds }
  const node = Object.keys(NODE_PEERS).map((name): [string, PeerCommand] => [
    name,
    { command: process.execPath, args: [script, name, folder], env },
  ])
  const others = PYTHON_PEERS.map((name): [string, PeerCommand] => [
    name,
    { command: existsSync(python) ? python : "python3", args: [join(ROOT, "eval", "peers", "python_peer.py"), name] },
  ])
  return [...node, ...others]
}

type Answers = readonly (PeerAnswer | null)[]

/** Figures of what a peer answered. What it never names (authors, dates) is not scored. */
export function measure(pages: readonly GoldPage[], questions: readonly PeerQuestion[], answers: Answers) {
  const read = answers.flatMap((answer) => (answer && "reading" in answer ? [answer] : []))
  const score = scorePages(
    pages,
    read.map(({ page, reading }) => toLine(page, reading)),
  )
  const mute = read.length > 0 && read.every(({ reading }) => reading.authors === null)
  const scored = mute ? { ...score, authors: null, unsigned: null, date: null } : score
  const figures = { ...pageFigures(scored), ...costs(questions, answers), crashes: answers.length - read.length }
  const empty = read.filter(({ reading }) => reading.text.trim() === "").length
  return { figures: { ...figures, "empty texts": empty }, intervals: pageIntervals(scored) }
}

const toLine = (name: string, { text, title, authors, date }: PeerReading): PageLine => ({
  name,
  prediction: { article: true, text, title, bylines: authors ?? [], published: date },
})

/** Speed over the pages that were answered, errors too: a page that was given up took its time all the same. */
function costs(questions: readonly PeerQuestion[], answers: Answers): Figures {
  let [bytes, seconds, processor, slowest, memory] = [0, 0, 0, 0, 0]
  for (const [index, answer] of answers.entries()) {
    if (!answer) continue
    bytes += statSync(questions[index]!.path).size
    seconds += answer.seconds
    processor += answer.processor
    slowest = Math.max(slowest, answer.seconds)
    memory = Math.max(memory, answer.memory)
  }
  return {
    "megabytes per second": seconds ? bytes / 1e6 / seconds : 0,
    "megabytes per processor second": processor ? bytes / 1e6 / processor : 0,
    "milliseconds of the slowest page": slowest * 1000,
    "megabytes of memory": memory / 1e6,
  }
}
