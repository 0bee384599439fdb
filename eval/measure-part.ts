import { openPipeline, type Pipeline } from "counterclaim"
import { conclude } from "./conclude.ts"
import type { Figures } from "./floors.ts"
import type { Given } from "./given.ts"

type Print = (line: string) => void

export type Part<Gold, Counts> = Readonly<{
  /** "figures": what floors and results are known by. */
  part: string
  gold: readonly Gold[]
  /** What the gold is counted in; "documents" unless told. */
  unit?: string
  /** Have the program read one of the gold, and count what is right. */
  count: (pipeline: Pipeline, gold: Gold) => Promise<Counts>
  /** Print the figures of all counts, in the order of the gold. */
  report: (counts: readonly Counts[], print: Print) => Figures
  held?: readonly string[]
  ceilings?: readonly string[]
}>

/** Read all of the gold, one after the other, with the program; print, file and hold the figures. Gives the exit status. */
export async function measurePart<Gold, Counts>(
  given: Given,
  { part, gold, unit = "documents", count, report, held, ceilings }: Part<Gold, Counts>,
  print: Print,
): Promise<number> {
  const pipeline = await openPipeline({ models: given.models })
  const counts: Counts[] = []
  for (const one of gold) counts.push(await count(pipeline, one))
  await pipeline.close()
  const figures = report(counts, print)
  const { model } = pipeline
  return conclude(given, { part, data: { [unit]: gold.length }, model, figures, held, ceilings }, print)
}
