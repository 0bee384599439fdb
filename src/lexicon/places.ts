import { CounterclaimError } from "../model/error.ts"
import type { PlacePrecision } from "../model/place.ts"
import { PLACE_PRECISIONS } from "../model/place.ts"
import { type Row, readTable } from "./data.ts"
import { foldName } from "./fold-name.ts"
import { type Gazetteer, loadGazetteer } from "./gazetteer.ts"

/** A place or region that the gazetteer lacks: continents, seas, parts of countries. */
export type Feature = Readonly<{
  name: string
  country: string | null
  latitude: number | null
  longitude: number | null
  precision: PlacePrecision
}>

export type PlaceAbbreviation = Readonly<{
  /** The region or country that it stands for: "US.OH", "US". */
  code: string
  /** Whether it is one wherever it stands, and not only after a comma. */
  alone: boolean
}>

/** What finding places needs beside the text. */
export type PlaceLexicon = Readonly<{
  gazetteer: Gazetteer
  /** By the form that `foldName` makes. */
  features: ReadonlyMap<string, Feature>
  /** As printed. */
  abbreviations: ReadonlyMap<string, PlaceAbbreviation>
  /** Lower case, to the ISO code of the country. */
  demonyms: ReadonlyMap<string, string>
  /** Lower case. */
  givenNames: ReadonlySet<string>
  surnames: ReadonlySet<string>
  /** Names of places that are more often plain words, lower case. */
  commonWords: ReadonlySet<string>
  /** Words around names, lower case, by class: "in", "title", "street", … */
  context: ReadonlyMap<string, ReadonlySet<string>>
  /** Of a logistic regression: whether words name a place (`mention …`), and which (`sense …`). */
  weights: ReadonlyMap<string, number>
}>

/**
 * Load the files of data/places. Throws `lexicon/no-number` for a weight or coordinate that is none,
 * `lexicon/unknown-kind` for a precision that is none, like `readTable`, and like `loadGazetteer`.
 */
export function loadPlaces(): PlaceLexicon {
  const context = new Map<string, Set<string>>()
  for (const { cells } of readTable("places/context-words.tsv", 2)) {
    const words = context.get(cells[1]!) ?? new Set()
    context.set(cells[1]!, words.add(cells[0]!))
  }
  return {
    gazetteer: loadGazetteer(),
    features: new Map(readTable("places/features.tsv", 5).map((row) => [foldName(row.cells[0]!), toFeature(row)])),
    abbreviations: new Map(readTable("places/abbreviations.tsv", 3).map(toAbbreviation)),
    demonyms: new Map(
      readTable("places/demonyms.tsv", 2).map(({ cells }) => [cells[0]!.toLowerCase(), cells[1]!] as const),
    ),
    givenNames: readWords("places/given-names.tsv"),
    surnames: readWords("places/surnames.tsv"),
    commonWords: readWords("places/common-words.tsv"),
    context,
    weights: new Map(readTable("places/weights.tsv", 2).map((row) => [row.cells[0]!, toNumber(row, 1)])),
  }
}

const readWords = (name: string): ReadonlySet<string> => new Set(readTable(name, 1).map(({ cells }) => cells[0]!))

const toAbbreviation = ({ cells }: Row): [string, PlaceAbbreviation] => [
  cells[0]!,
  { code: cells[1]!, alone: cells[2] === "yes" },
]

function toFeature(row: Row): Feature {
  const [name, country, latitude, longitude, precision] = row.cells
  return {
    name: name!,
    country: country || null,
    latitude: latitude ? toNumber(row, 2) : null,
    longitude: longitude ? toNumber(row, 3) : null,
    precision: toPrecision(precision!, row.where),
  }
}

function toPrecision(cell: string, where: string): PlacePrecision {
  const precision = PLACE_PRECISIONS.find((known) => known === cell)
  if (precision) return precision
  throw new CounterclaimError({
    code: "lexicon/unknown-kind",
    what: `"${cell}" is not a precision`,
    where,
    fix: `use one of: ${PLACE_PRECISIONS.join(", ")}`,
  })
}

function toNumber({ cells, where }: Row, column: number): number {
  const number = Number(cells[column])
  if (cells[column]!.trim() !== "" && Number.isFinite(number)) return number
  throw new CounterclaimError({
    code: "lexicon/no-number",
    what: `"${cells[column]}" is not a number`,
    where,
    fix: "write a decimal number",
  })
}
