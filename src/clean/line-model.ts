import { readFileSync } from "node:fs"
import { dataPath } from "../lexicon/data.ts"
import type { FurnitureTable } from "../lexicon/furniture.ts"
import { CounterclaimError } from "../model/error.ts"
import { countWords, isProse } from "./line.ts"
import { LINE_FEATURES, lineFeatures, type PlainLine, type WordOdds } from "./line-features.ts"
import { LINE_REGIONS, type LineRegion, lineRegions } from "./line-regions.ts"
import { probability, type Trees } from "./trees.ts"

/** The chance from which on a line goes, by where it stands to the article. */
export type LeastChances = Readonly<Record<LineRegion, number>>

/** What tells lines of furniture: trees over the features, the words' odds, and the chances from which on lines go. */
export type LineModel = Readonly<{ trees: Trees; odds: WordOdds; least: LeastChances }>

let shipped: LineModel | null = null

/** The weights that choose the lines of a plain text. Throws `lexicon/model` when they do not fit this reader. */
export function readLineModel(path?: string): LineModel {
  if (path !== undefined) return readModel(path)
  shipped ??= readModel(dataPath("models/lines.json"))
  return shipped
}

type File = Trees & Readonly<{ least: LeastChances; odds: Readonly<Record<string, number>> }>

function readModel(path: string): LineModel {
  const file = parse(path)
  const isWhole = LINE_REGIONS.every((region) => typeof file?.least?.[region] === "number")
  if (isWhole && file?.features?.join() === LINE_FEATURES.join())
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

/** How likely each line is furniture, 0 to 1, where that is enough for it to go; null for the lines that stay. */
export function findFurniture(
  lines: readonly PlainLine[],
  { trees, odds, least }: LineModel,
  furniture: FurnitureTable,
): (number | null)[] {
  const chances = lineFeatures(lines, { furniture, odds }).map((row) => probability(trees, row))
  const placed = lines.map(({ text }, i) => ({ words: countWords(text), isProse: isProse(text), chance: chances[i]! }))
  const regions = lineRegions(placed)
  return chances.map((chance, i) => (chance < least[regions[i]!] ? null : chance))
}
