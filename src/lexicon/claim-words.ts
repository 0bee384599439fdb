import { CounterclaimError } from "../model/error.ts"
import { readTable } from "./data.ts"

/** Names of the weights and thresholds in data/roots/weights.tsv, which says what each is. */
export const CLAIM_WEIGHTS = [
  "coreLeast",
  "cover",
  "keep",
  "rounds",
  "seedWords",
  "coreWords",
  "overlap",
  "number",
  "name",
  "statements",
  "claims",
  "common",
  "background",
  "foldCopy",
  "foldStatement",
  "sureShare",
  "ownShare",
  "ownForMax",
  "ownForMin",
] as const
export type ClaimWeights = Readonly<Record<(typeof CLAIM_WEIGHTS)[number], number>>

/** What setting statements of several articles against each other needs to know of words; all in lower case. */
export type ClaimWords = Readonly<{
  /** Words that tell no two statements apart: little words, words of saying, days. */
  common: ReadonlySet<string>
  /** Forms that rules for endings do not reach, and near synonyms, each with the word that it counts as. */
  families: ReadonlyMap<string, string>
  /** Numbers as words, by their value; "twenty" is a `ten`, "million" a `scale`. */
  numbers: ReadonlyMap<string, Readonly<{ value: number; kind: string }>>
  /** Words that turn a statement into its opposite. */
  negations: ReadonlySet<string>
  weights: ClaimWeights
}>

/**
 * Load data/roots/common-words.tsv, word-families.tsv, negations.tsv, weights.tsv and data/en/number-words.tsv.
 * Throws `lexicon/no-weight` when a weight is missing or no number, and like `readTable`.
 */
export function loadClaimWords(): ClaimWords {
  return {
    common: new Set(readTable("roots/common-words.tsv", 1).map(({ cells }) => cells[0]!)),
    // A word that others count as counts as itself, whatever its ending.
    families: new Map(
      readTable("roots/word-families.tsv", 2).flatMap(({ cells: [form, base] }) => [
        [form!, base!],
        [base!, base!],
      ]),
    ),
    numbers: new Map(
      readTable("en/number-words.tsv", 3).map(({ cells }) => [cells[0]!, { value: Number(cells[1]), kind: cells[2]! }]),
    ),
    negations: new Set(readTable("roots/negations.tsv", 1).map(({ cells }) => cells[0]!)),
    weights: readWeights(),
  }
}

function readWeights(): ClaimWeights {
  const given = new Map(readTable("roots/weights.tsv", 3).map(({ cells }) => [cells[0]!, Number(cells[1])]))
  const weights = CLAIM_WEIGHTS.map((name) => {
    const value = given.get(name)
    if (value === undefined || !Number.isFinite(value)) throw noWeight(name)
    return [name, value]
  })
  return Object.fromEntries(weights) as ClaimWeights
}

const noWeight = (name: string): CounterclaimError =>
  new CounterclaimError({
    code: "lexicon/no-weight",
    what: `"${name}" has no number`,
    where: "data/roots/weights.tsv",
    fix: "install the package again",
  })
