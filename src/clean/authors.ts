import type { FactEvidence } from "../model/document.ts"
import { authorFeatures } from "./author-features.ts"
import { readAuthorModel } from "./author-model.ts"
import { type AuthorPlace, authorPlaces, type KnownPage, WEAK_PLACES } from "./author-places.ts"
import { authorSets, foldName } from "./author-sets.ts"
import { namePieces, namesIn } from "./byline.ts"
import { type Chosen, toEvidence } from "./fact-evidence.ts"
import type { LinkedData } from "./json-ld.ts"
import type { MetaTable } from "./meta.ts"
import type { Page } from "./page.ts"
import { probability } from "./trees.ts"

/**
 * Names of the authors. Every place that may name them gives sets of names, and nobody is one more; the likeliest set is
 * taken, by trees over who gives it, who agrees, what the names look like and where they are printed
 * (`training/clean/README.md`). Empty when nobody is likeliest.
 */
export function chooseBylines(
  page: Page,
  meta: MetaTable,
  data: LinkedData,
  known: KnownPage,
): Chosen<readonly string[]> {
  const places = authorPlaces(page, meta, data, known)
  const sets = authorSets(places, known.publisher)
  const trees = readAuthorModel()
  const scores = sets.length === 1 ? [1] : authorFeatures(page, sets, data, known).map((row) => probability(trees, row))
  const value = sets[scores.indexOf(Math.max(...scores))]!.names
  return { value, evidence: evidenceOf(places, value, known.publisher) }
}

function evidenceOf(
  places: readonly AuthorPlace[],
  value: readonly string[],
  publisher: string | null,
): FactEvidence[] {
  const taken = new Set(value.map(foldName))
  const isTaken = (line: string) =>
    taken.has(foldName(line)) || namePieces(line).some((name) => taken.has(foldName(name)))
  const candidates = places.flatMap(({ kind, from, lines }) =>
    // Lines that were only looked at are nobody's word on the authors, unless they were taken.
    lines.filter((line) => !WEAK_PLACES.has(kind) || isTaken(line)).map((line) => ({ from, value: line })),
  )
  const against = value.length === 0 ? "too little speaks for it" : "more speaks for others"
  return toEvidence("bylines", candidates, ({ value: line }) =>
    isTaken(line) ? null : namesIn(line, publisher).length === 0 ? "nobody's name" : against,
  )
}
