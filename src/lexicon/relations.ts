import { readNumber, readTable } from "./data.ts"
import { loadNames, type NameLexicon } from "./names.ts"

export type Conversion = Readonly<{ dimension: string; factor: number }>

/** What comparing claims needs to know; every word in lower case. */
export type RelationLexicon = Readonly<{
  names: NameLexicon
  /** Phrase, as words joined by blanks -> what it signals: "deny", "retract", "part", …; longest phrase in words. */
  phrases: ReadonlyMap<string, readonly string[]>
  longest: number
  /** A word of an institution or a calling -> its family. */
  roles: ReadonlyMap<string, readonly string[]>
  /** A word or phrase -> what it is about. */
  concepts: ReadonlyMap<string, readonly string[]>
  /** A word -> in what it narrows a claim: a direction, a month, a unit of counting, … */
  scopes: ReadonlyMap<string, readonly string[]>
  /** Concepts that cannot both hold, both ways round. */
  contraries: ReadonlyMap<string, ReadonlySet<string>>
  /** Unit of a figure -> what it measures, and how many of the dimension's base unit it is. */
  conversions: ReadonlyMap<string, Conversion>
  /** Number word -> its value. */
  numbers: ReadonlyMap<string, number>
  /** Words that say nothing of what a claim is about. */
  stop: ReadonlySet<string>
  /** Feature of two claimants -> its weight for their being one. */
  oneClaimant: ReadonlyMap<string, number>
  /** Feature -> its weight for each verdict, in the order of `VERDICTS`. */
  weights: ReadonlyMap<string, readonly number[]>
}>

const VERDICT_COUNT = 7

/** Throws like `readTable`, and `lexicon/number` when a weight or a factor is none. */
export function loadRelations(): RelationLexicon {
  const phrases = groups("relations/phrases.tsv")
  return {
    names: loadNames(),
    phrases,
    longest: Math.max(...[...phrases.keys()].map((phrase) => phrase.split(" ").length)),
    roles: groups("relations/roles.tsv"),
    concepts: groups("relations/concepts.tsv"),
    scopes: groups("relations/scopes.tsv"),
    contraries: contraries(),
    conversions: conversions(),
    numbers: numbers(),
    stop: new Set(readTable("relations/stop-words.tsv", 1).map(({ cells }) => cells[0]!)),
    oneClaimant: new Map(
      readTable("relations/one-claimant.tsv", 2).map(({ cells, where }) => [cells[0]!, readNumber(cells[1]!, where)]),
    ),
    weights: weights(),
  }
}

function groups(file: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { cells } of readTable(file, 2)) found.set(cells[0]!, [...(found.get(cells[0]!) ?? []), cells[1]!])
  return found
}

function contraries(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const add = (one: string, other: string) => found.set(one, (found.get(one) ?? new Set()).add(other))
  for (const { cells } of readTable("relations/contraries.tsv", 2)) {
    add(cells[0]!, cells[1]!)
    add(cells[1]!, cells[0]!)
  }
  return found
}

const conversions = (): ReadonlyMap<string, Conversion> =>
  new Map(
    readTable("relations/conversions.tsv", 3).map(({ cells, where }) => [
      cells[0]!,
      { dimension: cells[1]!, factor: readNumber(cells[2]!, where) },
    ]),
  )

/** Without the parts: "third" is none that stands alone. */
const numbers = (): ReadonlyMap<string, number> =>
  new Map(
    readTable("en/number-words.tsv", 3).flatMap(({ cells: [word, value, kind], where }) =>
      kind === "part" ? [] : [[word!, readNumber(value!, where)] as const],
    ),
  )

const weights = (): ReadonlyMap<string, readonly number[]> =>
  new Map(
    readTable("relations/weights.tsv", VERDICT_COUNT + 1).map(({ cells, where }) => [
      cells[0]!,
      cells.slice(1).map((cell) => readNumber(cell, where)),
    ]),
  )
