import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { CounterclaimError, type ModelVersion, openPipeline, type Pipeline, toSnapshot } from "counterclaim"
import { type Prediction, type Predictions, toPrediction } from "./prediction.ts"
import type { GoldArticle } from "./read-gold.ts"

export type Predicted = Readonly<{ predictions: Predictions; model: ModelVersion }>

export type PredictOptions = Readonly<{
  /** Where the articles lie. */
  folder: string
  /** Folder of the models; default: the program's own. */
  models?: string | undefined
  /** Leave out what stands within another attribution, which some corpora do not label. */
  outermost?: boolean | undefined
  /** Called after each article with the number done. */
  onArticle?: (done: number) => void
}>

/**
 * Run the program over the texts, taken exactly as they are. An article that it refuses, or reads nothing in,
 * has no prediction.
 */
export async function predict(articles: readonly GoldArticle[], options: PredictOptions): Promise<Predicted> {
  const pipeline = await openPipeline(options.models === undefined ? {} : { models: options.models })
  const predictions = new Map<string, readonly Prediction[]>()
  for (const [index, { name, text }] of articles.entries()) {
    const found = await readArticle(pipeline, join(options.folder, "text", name), text)
    if (found)
      predictions.set(
        name,
        found.filter(({ within }) => !options.outermost || within === null).map(({ prediction }) => prediction),
      )
    options.onArticle?.(index + 1)
  }
  await pipeline.close()
  return { predictions, model: pipeline.model }
}

type Found = Readonly<{ within: string | null; prediction: Prediction }>

async function readArticle(pipeline: Pipeline, place: string, text: string): Promise<Found[] | null> {
  try {
    const entry = await pipeline.read(snapshotOf(place, text), { file: place, place }, { verbatim: true })
    const found = entry.run?.attributions.map((attribution) => ({
      within: attribution.within,
      prediction: toPrediction(attribution, entry.text.value),
    }))
    return found ?? null
  } catch (error) {
    // One empty text must not take the figures of a whole corpus with it: it counts as missing.
    if (!(error instanceof CounterclaimError)) throw error
    console.error(error.message)
    return null
  }
}

const snapshotOf = (path: string, text: string) =>
  toSnapshot({
    bytes: Buffer.from(text),
    url: pathToFileURL(path).href,
    headers: {},
    fetched: new Date().toISOString(),
  })
