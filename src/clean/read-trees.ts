import { readFileSync } from "node:fs"
import { CounterclaimError } from "../model/error.ts"
import type { Trees } from "./trees.ts"

/** Trees from a file. Throws `lexicon/model` when it holds none, or such as were made for other features. */
export function readTrees(path: string, features: readonly string[]): Trees {
  const trees = parse(path)
  if (trees?.features?.join() === features.join()) return trees
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
