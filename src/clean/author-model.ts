import { dataPath } from "../lexicon/data.ts"
import { AUTHOR_FEATURES } from "./author-features.ts"
import { readTrees } from "./read-trees.ts"
import type { Trees } from "./trees.ts"

let shipped: Trees | null = null

/** The weights that choose a page's authors, from a file, else those that are shipped. Throws `lexicon/model` when they do not fit this reader. */
export function readAuthorModel(path?: string): Trees {
  if (path !== undefined) return readTrees(path, AUTHOR_FEATURES)
  shipped ??= readTrees(dataPath("models/authors.json"), AUTHOR_FEATURES)
  return shipped
}
