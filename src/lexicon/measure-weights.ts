import { MEASURES, type Measure } from "../model/figure.ts"
import { readModel } from "./data.ts"

/** Weights of features, one a class in the order of `classes`; "none" is what is no figure. */
export type MeasureWeights = Readonly<{
  classes: readonly (Measure | "none")[]
  /** How probable a draft must be to be a figure to be kept. */
  keep: number
  weights: ReadonlyMap<string, readonly number[]>
}>

type Listed = Readonly<{ classes: string[]; keep: number; weights: Record<string, Record<string, number>> }>

const FILE = "models/measures.json"

/** Load data/models/measures.json. Throws `lexicon/measures` when it is not there or holds what is no measure. */
export const loadMeasureWeights = (): MeasureWeights =>
  readModel(
    FILE,
    { code: "lexicon/measures", fix: "fit the weights again (training/quantify) or install the package again" },
    parseMeasureWeights,
  )

/** Read weights as they are written: feature, class, number. Throws an `Error` when a class is no measure. */
export function parseMeasureWeights(json: string): MeasureWeights {
  const { classes, keep, weights } = JSON.parse(json) as Listed
  const known = classes.filter((name): name is Measure | "none" => name === "none" || MEASURES.some((m) => m === name))
  const unknown = classes.find((name) => !known.some((one) => one === name))
  if (unknown !== undefined) throw new Error(`"${unknown}" is no measure`)
  const rows = Object.entries(weights).map(([feature, row]) => [feature, known.map((name) => row[name] ?? 0)] as const)
  return { classes: known, keep, weights: new Map(rows) }
}
