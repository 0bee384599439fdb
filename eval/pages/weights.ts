import { readFileSync } from "node:fs"
import { join } from "node:path"
import { CounterclaimError, readBlockModel, type Trees } from "counterclaim"

export type Weights = Readonly<{
  /** How the weights came to know the pages, for people. */
  says: string
  /** Said beside the figures of authors and days, where these are chosen by other weights than `says` tells of. */
  facts?: string
  /** Undefined: the shipped ones. */
  of: (page: string) => Trees | undefined
}>

export const SHIPPED: Weights = {
  says: "The shipped block model was trained on the pages of wcxb and fundus, the choices of authors and of days on these and on trafilatura's: on these sets its figures say how well it fits them, not how well it reads pages it has not seen. --folds DIR scores each page by weights that have not seen its domain (training/clean).",
  of: () => undefined,
}

/** One file of weights for all pages. Throws `lexicon/model` when they do not fit the reader. */
export function weightsOfFile(path: string): Weights {
  const trees = readBlockModel(path)
  return { says: `Blocks are chosen by ${path}; what it was trained on, it fits.`, of: () => trees }
}

/**
 * What training/clean writes: fold-N.json, and folds.json, which says for each page's name the fold whose
 * weights have not seen its domain. Throws `eval/folds` for a page that it does not name.
 */
export function weightsOfFolds(folder: string): Weights {
  const path = join(folder, "folds.json")
  const folds = parseFolds(path)
  const models = new Map<number, Trees>()
  for (const fold of new Set(Object.values(folds))) models.set(fold, readBlockModel(join(folder, `fold-${fold}.json`)))
  return {
    says: "Five folds by domain: the blocks of each page are chosen by weights that have not seen its domain. Authors and days are chosen by the shipped weights, which were trained on these very pages: by folds they stand in training/clean/README.md.",
    facts: "as shipped: trained on these pages",
    of(page) {
      const trees = models.get(folds[page] ?? -1)
      if (trees) return trees
      throw foldsError(`the page ${page} is in no fold`, path)
    },
  }
}

function parseFolds(path: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Record<string, number>
  } catch (cause) {
    throw foldsError("the folds cannot be read", path, cause)
  }
}

const foldsError = (what: string, where: string, cause?: unknown): CounterclaimError =>
  new CounterclaimError({
    code: "eval/folds",
    what,
    where,
    fix: "give what training/clean/train.py wrote for these very pages",
    cause,
  })
