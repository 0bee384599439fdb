import { dataPath } from "../lexicon/data.ts"
import { FEATURES } from "./features.ts"
import { readTrees } from "./read-trees.ts"
import type { Trees } from "./trees.ts"

let shipped: Trees | null = null

/** The weights that choose blocks, from a file, else those that are shipped. Throws `lexicon/model` when they do not fit this reader. */
export function readBlockModel(path?: string): Trees {
  if (path !== undefined) return readTrees(path, FEATURES)
  shipped ??= readTrees(dataPath("models/blocks.json"), FEATURES)
  return shipped
}
