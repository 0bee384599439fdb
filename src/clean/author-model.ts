import { readFileSync } from "node:fs"
import { dataPath } from "../lexicon/data.ts"
import { CounterclaimError } from "../model/error.ts"
import { AUTHOR_FEATURES } from "./author-features.ts"
import type { Trees } from "./trees.ts"

let shipped: Trees | null = null

/** The weights that choose a page's authors, from a file, else those that are shipped. Throws `lexicon/model` when they do not fit this reader. */
export function readAuthorModel(path?: string): Trees {
  if (path !== undefined) return readTrees(path)
  shipped ??= readTrees(dataPath("models/authors.json"))
  return shipped
}

function readTrees(path: string): Trees {
  const trees = parse(path)
  if (trees?.features?.join() === AUTHOR_FEATURES.join()) return trees
  throw new CounterclaimError({
    code: "lexicon/model",
    what: "the weights were made for other features than this reader counts",
    where: path,
    fix: "train them again (training/clean) or install the package again",
  })
}

function parse(path: string): Trees | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Trees
  } catch {
    return null
  }
}
