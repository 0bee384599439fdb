import { join } from "node:path"
import type { Pipeline } from "counterclaim"
import { printFigures } from "../conclude.ts"
import { parseGiven } from "../given.ts"
import { measurePart } from "../measure-part.ts"
import { readVerbatim } from "../read-verbatim.ts"
import { countRoles, type NamedRoles } from "./count-roles.ts"
import { type GoldArticle, readGoldSpeakers } from "./read-gold-speakers.ts"
import {
  addSpeakers,
  countSpeakers,
  type PredictedSpeaker,
  type SpeakerCounts,
  speakerRates,
} from "./score-speakers.ts"

/**
 * `eval speakers`: score whom the program takes to speak in labelled attributions. Gives the exit status: 1 when the program
 * is below a floor. Throws `eval/usage` without `--data` or `--labels`, `eval/no-gold` when nothing is labelled.
 */
export function speakersCommand(args: string[], print: (line: string) => void): Promise<number> {
  const given = parseGiven(args, { part: "speakers", needs: { data: "DIR", labels: "FILE.jsonl" } })
  const part = {
    part: "speakers",
    gold: readGoldSpeakers(given.labels, given.data),
    count: async (pipeline: Pipeline, article: GoldArticle & { open: ReadonlySet<number> }) => {
      const { predicted, entities } = await speakersIn(pipeline, given.data, article)
      return { ...countSpeakers(article, predicted), ...countRoles(article, entities) }
    },
    report: (counts: readonly SpeakerCounts[]) => printFigures(speakerRates(addSpeakers(counts)), print),
  }
  return measurePart(given, part, print)
}

type Found = Readonly<{ predicted: PredictedSpeaker[]; entities: NamedRoles[] }>

async function speakersIn(pipeline: Pipeline, folder: string, { file, text }: GoldArticle): Promise<Found> {
  const { run } = await readVerbatim(pipeline, { place: join(folder, file), text })
  const entities = (run?.findings.entities ?? []).map(({ id, name, kind, roles, mentions }) => ({
    id,
    kind,
    roles,
    names: [name, ...mentions.map(({ start, end }) => text.slice(start, end))],
  }))
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const predicted = (run?.attributions ?? []).map(({ source, content, speaker }) => {
    const entity = speaker === null ? undefined : byId.get(speaker)
    return { source, content, speaker: entity ? { kind: entity.kind, names: entity.names } : null }
  })
  return { predicted, entities }
}
