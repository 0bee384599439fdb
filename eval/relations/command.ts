import { openRelations, type Pipeline, type RelatedSide } from "counterclaim"
import { printFigures } from "../conclude.ts"
import { parseGiven } from "../given.ts"
import { measurePart } from "../measure-part.ts"
import { readVerbatim } from "../read-verbatim.ts"
import { type GoldRelation, readGoldRelations } from "./read-gold-relations.ts"
import { type JudgedPair, scoreRelations } from "./score-relations.ts"

/**
 * `eval relations`: score what the program says that one claim does to another. Gives the exit status: 1 when the program
 * is below a floor. Throws `eval/usage` without `--labels`, `eval/no-gold` when nothing is labelled.
 */
export function relationsCommand(args: string[], print: (line: string) => void): Promise<number> {
  const given = parseGiven(args, { part: "relations", needs: { labels: "FILE.jsonl" } })
  const relate = openRelations()
  const part = {
    part: "relations",
    gold: readGoldRelations(given.labels),
    unit: "pairs",
    count: async (pipeline: Pipeline, pair: GoldRelation): Promise<JudgedPair> => {
      const [left, right] = [await readSide(pipeline, pair, "left"), await readSide(pipeline, pair, "right")]
      return { gold: pair.verdict, said: relate(left, right).verdict }
    },
    report: (judged: readonly JudgedPair[]) => printFigures(scoreRelations(judged), print),
    held: ["macro F1", "accuracy", "wrong disputes"],
    ceilings: ["wrong disputes"],
  }
  return measurePart(given, part, print)
}

async function readSide(pipeline: Pipeline, pair: GoldRelation, side: "left" | "right"): Promise<RelatedSide> {
  const { text, publisher, published } = pair[side]
  const day = { value: published, precision: "day" } as const
  const { run } = await readVerbatim(pipeline, { place: pair.id, text, published: day, url: null })
  const { entities = [], figures = [] } = run?.findings ?? {}
  const start = text.indexOf(pair.focus[side])
  const focus = { start, end: start + pair.focus[side].length }
  return { read: { text, publisher, published, attributions: run?.attributions ?? [], entities, figures }, focus }
}
