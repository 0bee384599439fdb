import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { parseArgs } from "node:util"
import { openPipeline, type Pipeline, toSnapshot } from "counterclaim"
import { holdToFloors } from "../hold-to-floors.ts"
import { fileResult } from "../results.ts"
import { usageError } from "../usage-error.ts"
import { type GoldArticle, readGoldSpeakers } from "./read-gold-speakers.ts"
import {
  addSpeakers,
  countSpeakers,
  type PredictedSpeaker,
  type SpeakerCounts,
  speakerRates,
} from "./score-speakers.ts"

const OPTIONS = {
  data: { type: "string" },
  labels: { type: "string" },
  models: { type: "string" },
  raise: { type: "boolean" },
  file: { type: "boolean" },
} as const

/**
 * `eval speakers`: score whom the program takes to speak in labelled attributions. Gives the exit status: 1 when the program
 * is below a floor. Throws `eval/usage` without `--data` or `--labels`, `eval/no-gold` when nothing is labelled.
 */
export async function speakersCommand(args: string[], print: (line: string) => void): Promise<number> {
  const given = parseArgs({ args, options: OPTIONS }).values
  if (given.data === undefined || given.labels === undefined) {
    throw usageError("texts or labels are missing", "npm run eval -- speakers --data DIR --labels FILE.jsonl")
  }
  const folder = resolve(given.data)
  const documents = readGoldSpeakers(resolve(given.labels), folder)
  const pipeline = await openPipeline(given.models === undefined ? {} : { models: given.models })
  const counts: SpeakerCounts[] = []
  for (const document of documents) counts.push(countSpeakers(document, await speakersIn(pipeline, folder, document)))
  await pipeline.close()
  const figures = speakerRates(addSpeakers(counts))
  for (const [name, value] of Object.entries(figures)) print(`${name.padEnd(14)} ${value.toFixed(3)}`)
  const data = { name: "speakers", documents: documents.length }
  if (given.file) print(`filed as ${fileResult("speakers", { data, model: pipeline.model, figures })}`)
  return holdToFloors({ key: "speakers", figures, names: Object.keys(figures), raise: given.raise ?? false }, print)
}

async function speakersIn(
  pipeline: Pipeline,
  folder: string,
  { file, text }: GoldArticle,
): Promise<PredictedSpeaker[]> {
  const place = join(folder, file)
  const url = pathToFileURL(place).href
  const snapshot = toSnapshot({ bytes: Buffer.from(text), url, headers: {}, fetched: new Date().toISOString() })
  const { run } = await pipeline.read(snapshot, { file: place, place }, { verbatim: true })
  const entities = new Map((run?.findings.entities ?? []).map((entity) => [entity.id, entity]))
  return (run?.attributions ?? []).map(({ source, content, speaker }) => {
    const entity = speaker === null ? undefined : entities.get(speaker)
    const printed = (entity?.mentions ?? []).map(({ start, end }) => text.slice(start, end))
    return { source, content, speaker: entity ? { kind: entity.kind, names: [entity.name, ...printed] } : null }
  })
}
