import { readModel } from "./data.ts"

/**
 * A logistic regression: log odds that a time lies ahead of the day of writing. It is taken for one to come above
 * `margin`, for a past one below its negative.
 */
export type TenseWeights = Readonly<{ bias: number; margin: number; weights: ReadonlyMap<string, number> }>

const FILE = "models/tense.json"

/** Load data/models/tense.json. Throws `lexicon/tense` when it is not there or holds what is no number. */
export const loadTenseWeights = (): TenseWeights =>
  readModel(
    FILE,
    { code: "lexicon/tense", fix: "fit the weights again (training/date) or install the package again" },
    parseTenseWeights,
  )

/** Read weights as they are written: feature, number. Throws an `Error` when one is no number. */
export function parseTenseWeights(json: string): TenseWeights {
  const { bias, margin, weights } = JSON.parse(json) as {
    bias: number
    margin: number
    weights: Record<string, number>
  }
  const rows = Object.entries(weights)
  const wrong = [...rows, ["bias", bias] as const, ["margin", margin] as const].find(([, one]) => !Number.isFinite(one))
  if (wrong) throw new Error(`the weight of "${wrong[0]}" is no number`)
  return { bias, margin, weights: new Map(rows) }
}
