import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { openPipeline, openRelations, type Pipeline, type RelatedSide, toSnapshot } from "counterclaim"
import { holdToFloors } from "../hold-to-floors.ts"
import { fileResult } from "../results.ts"
import { usageError } from "../usage-error.ts"
import { type GoldRelation, readGoldRelations } from "./read-gold-relations.ts"
import { type JudgedPair, scoreRelations } from "./score-relations.ts"

const OPTIONS = {
  labels: { type: "string" },
  models: { type: "string" },
  raise: { type: "boolean" },
  file: { type: "boolean" },
} as const

/**
 * `eval relations`: score what the program says that one claim does to another. Gives the exit status: 1 when the program
 * is below a floor. Throws `eval/usage` without `--labels`, `eval/no-gold` when nothing is labelled.
 */
export async function relationsCommand(args: string[], print: (line: string) => void): Promise<number> {
  const given = parseArgs({ args, options: OPTIONS }).values
  if (given.labels === undefined) {
    throw usageError("labels are missing", "npm run eval -- relations --labels FILE.jsonl")
  }
  const gold = readGoldRelations(resolve(given.labels))
  const pipeline = await openPipeline(given.models === undefined ? {} : { models: given.models })
  const relate = openRelations()
  const judged: JudgedPair[] = []
  for (const pair of gold) {
    const [left, right] = [await readSide(pipeline, pair, "left"), await readSide(pipeline, pair, "right")]
    judged.push({ gold: pair.verdict, said: relate(left, right).verdict })
  }
  await pipeline.close()
  const figures = scoreRelations(judged)
  for (const [name, value] of Object.entries(figures)) print(`${name.padEnd(15)} ${value.toFixed(3)}`)
  const data = { name: "relations", pairs: gold.length }
  if (given.file) print(`filed as ${fileResult("relations", { data, model: pipeline.model, figures })}`)
  const held = { names: ["macro F1", "accuracy", "wrong disputes"], ceilings: ["wrong disputes"] }
  return holdToFloors({ key: "relations", figures, ...held, raise: given.raise ?? false }, print)
}

async function readSide(pipeline: Pipeline, pair: GoldRelation, side: "left" | "right"): Promise<RelatedSide> {
  const { text, publisher, published } = pair[side]
  const bytes = new TextEncoder().encode(text)
  const snapshot = toSnapshot({ bytes, url: null, headers: {}, fetched: new Date().toISOString() })
  const day = { value: published, precision: "day" } as const
  const { run } = await pipeline.read(snapshot, { file: pair.id, place: pair.id }, { verbatim: true, published: day })
  const { entities = [], figures = [] } = run?.findings ?? {}
  const start = text.indexOf(pair.focus[side])
  const focus = { start, end: start + pair.focus[side].length }
  return { read: { text, publisher, published, attributions: run?.attributions ?? [], entities, figures }, focus }
}
