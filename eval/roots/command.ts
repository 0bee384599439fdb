import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { parseArgs } from "node:util"
import { openPipeline, openRoots, type Pipeline, type ReadDocument, toSnapshot } from "counterclaim"
import { holdToFloors } from "../hold-to-floors.ts"
import { fileResult } from "../results.ts"
import { usageError } from "../usage-error.ts"
import { readGoldRoots } from "./read-gold-roots.ts"
import { addRoots, countRootsOf, type PredictedClaim, type RootCounts } from "./score-roots.ts"

const OPTIONS = {
  data: { type: "string" },
  labels: { type: "string" },
  models: { type: "string" },
  raise: { type: "boolean" },
  file: { type: "boolean" },
} as const

const HELD = ["met", "roots", "copies not taken for sources"]

/**
 * `eval roots`: score the claims and root sources that the program finds in the documents of each event, a folder each.
 * Gives the exit status: 1 when the program is below a floor. Throws `eval/usage` without `--data` or `--labels`, and
 * like `readGoldRoots`.
 */
export async function rootsCommand(args: string[], print: (line: string) => void): Promise<number> {
  const given = parseArgs({ args, options: OPTIONS }).values
  if (given.data === undefined || given.labels === undefined) {
    throw usageError("no folder or no labels are given", "npm run eval -- roots --data DIR --labels FILE")
  }
  const gold = readGoldRoots(resolve(given.labels))
  const events = [...new Set(gold.map(({ event }) => event))].sort()
  const pipeline = await openPipeline(given.models === undefined ? {} : { models: given.models })
  const counts: RootCounts[] = []
  for (const event of events) {
    const predicted = await claimsOf(join(resolve(given.data), event), pipeline)
    counts.push(countRootsOf(gold.filter((claim) => claim.event === event), predicted)) // biome-ignore format: one step
  }
  await pipeline.close()
  const figures = report(counts, print)
  const data = { name: "roots", documents: events.length }
  if (given.file) print(`filed as ${fileResult("roots", { data, model: pipeline.model, figures })}`)
  return holdToFloors({ key: "roots", figures, names: HELD, raise: given.raise ?? false }, print)
}

async function claimsOf(folder: string, pipeline: Pipeline): Promise<PredictedClaim[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt")).sort() // biome-ignore format: one step
  const documents: ReadDocument[] = []
  for (const name of names) documents.push(await readOne(join(folder, name), pipeline))
  return openRoots()(documents).map(({ appearances, min, max }) => {
    const texts = new Map<string, string[]>()
    for (const { document, span } of appearances) {
      const name = names[document]!.replace(/\.txt$/, "")
      const printed = documents[document]!.text.value.slice(span.start, span.end)
      texts.set(name, [...(texts.get(name) ?? []), printed])
    }
    return { texts, min, max }
  })
}

async function readOne(place: string, pipeline: Pipeline): Promise<ReadDocument> {
  const url = pathToFileURL(place).href
  const bytes = readFileSync(place)
  const snapshot = toSnapshot({ bytes, url, headers: {}, fetched: new Date().toISOString() })
  const { document, reading, text, run } = await pipeline.read(snapshot, { file: place, place }, { verbatim: true })
  return { id: document.id, url: document.url, publisher: reading.publisher, published: reading.published, text, run }
}

/** Rules were written with sight of the events at even places, by name, and with none of the others. */
function report(counts: readonly RootCounts[], print: (line: string) => void): Record<string, number> {
  const parts = {
    all: addRoots(counts),
    "even events": addRoots(counts.filter((_, index) => index % 2 === 0)),
    "odd events": addRoots(counts.filter((_, index) => index % 2 === 1)),
  }
  const figures: Record<string, number> = {}
  for (const [part, { gold, met, within, exact, copied, fooled }] of Object.entries(parts)) {
    const suffix = part === "all" ? "" : `, ${part}`
    const shares = {
      met: met / gold,
      roots: within / gold,
      exact: exact / gold,
      "copies not taken for sources": copied > 0 ? 1 - fooled / copied : 1,
    }
    for (const [name, value] of Object.entries(shares)) {
      print(`${part} ${name} ${value.toFixed(3)}`)
      figures[`${name}${suffix}`] = value
    }
  }
  return figures
}
