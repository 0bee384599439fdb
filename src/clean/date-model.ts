import { dataPath } from "../lexicon/data.ts"
import { DATE_FEATURES } from "./date-features.ts"
import { readTrees } from "./read-trees.ts"
import type { Trees } from "./trees.ts"

let shipped: Trees | null = null

/** The weights that choose a page's day of publication, from a file, else those that are shipped. Throws `lexicon/model` when they do not fit this reader. */
export function readDateModel(path?: string): Trees {
  if (path !== undefined) return readTrees(path, DATE_FEATURES)
  shipped ??= readTrees(dataPath("models/dates.json"), DATE_FEATURES)
  return shipped
}
