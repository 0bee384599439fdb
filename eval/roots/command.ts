import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { openRoots, type Pipeline, type ReadDocument } from "counterclaim"
import { parseGiven } from "../given.ts"
import { measurePart } from "../measure-part.ts"
import { readVerbatim } from "../read-verbatim.ts"
import { type GoldClaim, readGoldRoots } from "./read-gold-roots.ts"
import { addRoots, countRootsOf, type PredictedClaim, type RootCounts } from "./score-roots.ts"

/**
 * `eval roots`: score the claims and root sources that the program finds in the documents of each event, a folder each.
 * Gives the exit status: 1 when the program is below a floor. Throws `eval/usage` without `--data` or `--labels`, and
 * like `readGoldRoots`.
 */
export function rootsCommand(args: string[], print: (line: string) => void): Promise<number> {
  const given = parseGiven(args, { part: "roots", needs: { data: "DIR", labels: "FILE.jsonl" } })
  const claims = readGoldRoots(given.labels)
  const events = [...new Set(claims.map(({ event }) => event))].sort()
  const part = {
    part: "roots",
    gold: events.map((event) => claims.filter((claim) => claim.event === event)),
    count: async (pipeline: Pipeline, gold: readonly GoldClaim[]) =>
      countRootsOf(gold, await claimsOf(join(given.data, gold[0]!.event), pipeline)),
    report,
    held: ["met", "roots", "copies not taken for sources"],
  }
  return measurePart(given, part, print)
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
  const entry = await readVerbatim(pipeline, { place, text: readFileSync(place, "utf8") })
  const { document, reading, text, run } = entry
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
