import { dirname, join } from "node:path"
import type { Pipeline } from "counterclaim"
import { printFigures } from "../conclude.ts"
import { parseGiven } from "../given.ts"
import { measurePart } from "../measure-part.ts"
import { readVerbatim } from "../read-verbatim.ts"
import { type GoldPlaces, type Point, readGoldPlaces } from "./read-gold-places.ts"
import { countPlaces, type PlaceCounts, type PredictedPlace, placeRates } from "./score-places.ts"

/**
 * `eval places`: score the places that the program finds and puts on the map in a corpus of LGL's form. Gives the exit
 * status: 1 when the program is below a floor. Throws `eval/usage` without `--labels`, `eval/no-gold` when it holds no article.
 */
export function placesCommand(args: string[], print: (line: string) => void): Promise<number> {
  const given = parseGiven(args, { part: "places", needs: { labels: "FILE.xml" } })
  const part = {
    part: "places",
    gold: readGoldPlaces(given.labels),
    count: async (pipeline: Pipeline, article: GoldPlaces) =>
      countPlaces(article, await placesIn(pipeline, dirname(given.labels), article)),
    report: (counts: readonly PlaceCounts[]) => printFigures(placeRates(counts), print),
    ceilings: ["median km"],
  }
  return measurePart(given, part, print)
}

async function placesIn(pipeline: Pipeline, folder: string, { name, text }: GoldPlaces): Promise<PredictedPlace[]> {
  const { run } = await readVerbatim(pipeline, { place: join(folder, `${name}.txt`), text })
  return (run?.findings.places ?? []).map(({ start, end, latitude, longitude }) => ({
    start,
    end,
    point: toPoint(latitude, longitude),
  }))
}

const toPoint = (latitude: number | null, longitude: number | null): Point | null =>
  latitude === null || longitude === null ? null : { latitude, longitude }
