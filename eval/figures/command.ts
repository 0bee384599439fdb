import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { parseArgs } from "node:util"
import { openPipeline, type Pipeline, toSnapshot } from "counterclaim"
import { holdToFloors } from "../hold-to-floors.ts"
import { fileResult } from "../results.ts"
import { usageError } from "../usage-error.ts"
import { type GoldDocument, readGoldFigures } from "./read-gold-figures.ts"
import { addFigures, countFigures, type FigureCounts, figureRates, type PredictedFigure } from "./score-figures.ts"

const OPTIONS = {
  data: { type: "string" },
  labels: { type: "string" },
  models: { type: "string" },
  raise: { type: "boolean" },
  file: { type: "boolean" },
} as const

/**
 * `eval figures`: score the figures that the program reads in labelled texts. Gives the exit status: 1 when the program
 * is below a floor. Throws `eval/usage` without `--data` or `--labels`, `eval/no-gold` when nothing is labelled.
 */
export async function figuresCommand(args: string[], print: (line: string) => void): Promise<number> {
  const given = parseArgs({ args, options: OPTIONS }).values
  if (given.data === undefined || given.labels === undefined) {
    throw usageError("texts or labels are missing", "npm run eval -- figures --data DIR --labels FILE.jsonl")
  }
  const folder = resolve(given.data)
  const documents = readGoldFigures(resolve(given.labels), folder)
  const pipeline = await openPipeline(given.models === undefined ? {} : { models: given.models })
  const counts: FigureCounts[] = []
  for (const document of documents) counts.push(countFigures(document, await figuresIn(pipeline, folder, document)))
  await pipeline.close()
  const figures = figureRates(addFigures(counts))
  for (const [name, value] of Object.entries(figures)) print(`${name.padEnd(14)} ${value.toFixed(3)}`)
  const data = { name: "figures", documents: documents.length }
  if (given.file) print(`filed as ${fileResult("figures", { data, model: pipeline.model, figures })}`)
  return holdToFloors({ key: "figures", figures, names: Object.keys(figures), raise: given.raise ?? false }, print)
}

async function figuresIn(pipeline: Pipeline, folder: string, { file, text }: GoldDocument): Promise<PredictedFigure[]> {
  const place = join(folder, file)
  const url = pathToFileURL(place).href
  const snapshot = toSnapshot({ bytes: Buffer.from(text), url, headers: {}, fetched: new Date().toISOString() })
  const { run } = await pipeline.read(snapshot, { file: place, place }, { verbatim: true })
  return (run?.findings.figures ?? []).map((figure) => {
    const said = run?.attributions.find(({ id }) => id === figure.attribution)
    const words = [said?.source, said?.cue].map((span) => (span ? text.slice(span.start, span.end) : ""))
    return { ...figure, tie: said ? words.join(" ") : null }
  })
}
