import { readFileSync } from "node:fs"
import { CounterclaimError } from "../model/error.ts"
import { EVIDENCE_KINDS, type EvidenceKind } from "../model/evidence.ts"
import { dataPath, type Row, readTable } from "./data.ts"

export const EVIDENCE_WORD_CLASSES = [
  "show", "contradict", "rely", "verify", "obtained", "reviewed", "seen", "published", "geolocated", "compared",
  "forensic", "interviewed", "asked", "made", "elsewhere",
] as const // biome-ignore format: one list
const ELSEWHERE_CLASSES = ["place", "other", "period", "ago", "old", "manner"] as const
export type ElsewhereClass = (typeof ELSEWHERE_CLASSES)[number]
export type EvidenceWordClass = (typeof EVIDENCE_WORD_CLASSES)[number]

/** Weights of the features that speak for each answer of one decision. */
export type EvidenceWeights = Readonly<{
  /** Probability of being a record from which one is kept. */
  keep: number
  record: Readonly<Record<string, number>>
  against: Readonly<Record<string, number>>
}>

/** What finding evidence needs beside the text. */
export type EvidenceLexicon = Readonly<{
  /** Kinds of the things that claims are rested on, by their noun in the singular, lower case. */
  items: ReadonlyMap<string, EvidenceKind>
  /** Words around a thing that tell what it does or what was done with it, lower case. */
  words: ReadonlyMap<string, EvidenceWordClass>
  /** Words that tell of a recording that it shows another place or time, and those that only tell how it was made. */
  elsewhere: ReadonlyMap<string, ElsewhereClass>
  /** Words that end a noun phrase, and those that begin one, lower case. */
  functionWords: ReadonlyMap<string, "stop" | "determiner">
  outlets: Readonly<{ whole: ReadonlySet<string>; last: ReadonlySet<string> }>
  weights: EvidenceWeights
}>

/**
 * Load data/en/evidence-items.tsv (noun, kind), evidence-words.tsv (word, class), elsewhere-words.tsv (word, class),
 * phrase-words.tsv (word, class), outlets.tsv (name, part) and data/models/evidence.json.
 * Throws `lexicon/unknown-class` when a row's second cell is none of those allowed, and like `readTable`.
 */
export function loadEvidence(): EvidenceLexicon {
  const outlets = readClassed("en/outlets.tsv", ["whole", "last"] as const)
  const named = (part: "whole" | "last") => new Set([...outlets].flatMap(([name, is]) => (is === part ? [name] : [])))
  return {
    items: readClassed("en/evidence-items.tsv", EVIDENCE_KINDS),
    words: readClassed("en/evidence-words.tsv", EVIDENCE_WORD_CLASSES),
    elsewhere: readClassed("en/elsewhere-words.tsv", ELSEWHERE_CLASSES),
    functionWords: readClassed("en/phrase-words.tsv", ["stop", "determiner"] as const),
    outlets: { whole: named("whole"), last: named("last") },
    weights: JSON.parse(readFileSync(dataPath("models/evidence.json"), "utf8")) as EvidenceWeights,
  }
}

function readClassed<Class extends string>(file: string, classes: readonly Class[]): Map<string, Class> {
  return new Map(readTable(file, 2).map((row) => [row.cells[0]!, classOf(row, classes)]))
}

/** The second cell of a row, if it is one of the classes. Throws `lexicon/unknown-class` when it is not. */
export function classOf<Class extends string>({ cells, where }: Row, classes: readonly Class[]): Class {
  const found = classes.find((one) => one === cells[1])
  if (found) return found
  throw new CounterclaimError({
    code: "lexicon/unknown-class",
    what: `"${cells[1]}" is not a class of "${cells[0]}"`,
    where,
    fix: `use one of: ${classes.join(", ")}`,
  })
}
