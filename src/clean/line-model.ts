import { readFileSync } from "node:fs"
import { dataPath } from "../lexicon/data.ts"
import type { FurnitureTable } from "../lexicon/furniture.ts"
import { CounterclaimError } from "../model/error.ts"
import { LINE_FEATURES, lineFeatures, type PlainLine, type WordOdds } from "./line-features.ts"
import { probability, type Trees } from "./trees.ts"

/** What tells lines of furniture: trees over the features, the words' odds, and the chance from which on a line goes. */
export type LineModel = Readonly<{ trees: Trees; odds: WordOdds; least: number }>

let shipped: LineModel | null = null

/** The weights that choose the lines of a plain text. Throws `lexicon/model` when they do not fit this reader. */
export function readLineModel(path?: string): LineModel {
  if (path !== undefined) return readModel(path)
  shipped ??= readModel(dataPath("models/lines.json"))
  return shipped
}

type File = Trees & Readonly<{ least: number; odds: Readonly<Record<string, number>> }>

function readModel(path: string): LineModel {
  const file = parse(path)
  if (file?.features?.join() === LINE_FEATURES.join())
    return { trees: file, odds: new Map(Object.entries(file.odds)), least: file.least }
  throw new CounterclaimError({
    code: "lexicon/model",
    what: "the weights were made for other features than this reader counts",
    where: path,
    fix: "train them again (training/clean) or install the package again",
  })
}

function parse(path: string): File | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as File
  } catch {
    return null
  }
}

/** How likely each line is furniture, 0 to 1. */
export const furnitureChances = (
  lines: readonly PlainLine[],
  { trees, odds }: LineModel,
  furniture: FurnitureTable,
): number[] => lineFeatures(lines, { furniture, odds }).map((row) => probability(trees, row))
