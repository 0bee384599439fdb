import { readNumber, readTable } from "./data.ts"

/** What comparing names needs to know; every key in lower case. */
export type NameLexicon = Readonly<{
  /** A letter of another script -> how it is written in Latin letters; may be empty. */
  letters: ReadonlyMap<string, string>
  /** One or two Cyrillic letters -> how they are written in Latin ones -> -log2 of how probable that is. */
  cyrillic: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Words of a legal form, joined by blanks ("open joint stock company") -> its short form ("jsc"). */
  legalForms: ReadonlyMap<string, string>
  /** "dr", "general": no part of the name. */
  titles: ReadonlySet<string>
  /** "al", "bin", "of": parts that say little. */
  particles: ReadonlySet<string>
  /** Short form -> the full ones that it may stand for. */
  nicknames: ReadonlyMap<string, ReadonlySet<string>>
  /** "first", "three" -> "1", "3". */
  numbers: ReadonlyMap<string, string>
  /** Of the comparison: the constant, then one a feature. */
  weights: readonly number[]
}>

/** Throws like `readTable`, and `lexicon/number` when a cost or a weight is none. */
export function loadNames(): NameLexicon {
  return {
    letters: pairs("names/letters.tsv", 3),
    cyrillic: costs("names/cyrillic.tsv"),
    legalForms: pairs("names/legal-forms.tsv", 2),
    titles: words("names/titles.tsv"),
    particles: words("names/particles.tsv"),
    nicknames: nicknames("names/nicknames.tsv"),
    numbers: pairs("names/number-words.tsv", 2),
    weights: weights("names/weights.tsv"),
  }
}

const pairs = (file: string, columns: number): ReadonlyMap<string, string> =>
  new Map(readTable(file, columns).map(({ cells }) => [cells[0]!, cells[1]!]))

const words = (file: string): ReadonlySet<string> => new Set(readTable(file, 1).map(({ cells }) => cells[0]!))

function nicknames(file: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { cells } of readTable(file, 2)) {
    found.set(cells[1]!, (found.get(cells[1]!) ?? new Set()).add(cells[0]!))
  }
  return found
}

function weights(file: string): number[] {
  const rows = readTable(file, 2).map(({ cells, where }) => readNumber(cells[1]!, where))
  return [...rows.slice(-1), ...rows.slice(0, -1)]
}

function costs(file: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const found = new Map<string, Map<string, number>>()
  for (const { cells, where } of readTable(file, 3)) {
    const [cyrillic, latin, cost] = [cells[0]!, cells[1]!, readNumber(cells[2]!, where)]
    found.set(cyrillic, (found.get(cyrillic) ?? new Map<string, number>()).set(latin, cost))
  }
  return found
}
