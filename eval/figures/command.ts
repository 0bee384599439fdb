import { join } from "node:path"
import type { Pipeline } from "counterclaim"
import { printFigures } from "../conclude.ts"
import { parseGiven } from "../given.ts"
import { measurePart } from "../measure-part.ts"
import { readVerbatim } from "../read-verbatim.ts"
import { type GoldDocument, readGoldFigures } from "./read-gold-figures.ts"
import { addFigures, countFigures, type FigureCounts, figureRates, type PredictedFigure } from "./score-figures.ts"

/**
 * `eval figures`: score the figures that the program reads in labelled texts. Gives the exit status: 1 when the program
 * is below a floor. Throws `eval/usage` without `--data` or `--labels`, `eval/no-gold` when nothing is labelled.
 */
export function figuresCommand(args: string[], print: (line: string) => void): Promise<number> {
  const given = parseGiven(args, { part: "figures", needs: { data: "DIR", labels: "FILE.jsonl" } })
  const part = {
    part: "figures",
    gold: readGoldFigures(given.labels, given.data),
    count: async (pipeline: Pipeline, document: GoldDocument) =>
      countFigures(document, await figuresIn(pipeline, given.data, document)),
    report: (counts: readonly FigureCounts[]) => printFigures(figureRates(addFigures(counts)), print),
  }
  return measurePart(given, part, print)
}

async function figuresIn(pipeline: Pipeline, folder: string, { file, text }: GoldDocument): Promise<PredictedFigure[]> {
  const { run } = await readVerbatim(pipeline, { place: join(folder, file), text })
  return (run?.findings.figures ?? []).map((figure) => {
    const said = run?.attributions.find(({ id }) => id === figure.attribution)
    const words = [said?.source, said?.cue].map((span) => (span ? text.slice(span.start, span.end) : ""))
    return { ...figure, tie: said ? words.join(" ") : null }
  })
}
