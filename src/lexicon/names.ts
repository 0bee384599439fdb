import { readNumber, readTable } from "./data.ts"

export type Spellings = ReadonlyMap<string, ReadonlyMap<string, number>>
export type Romanisation = ReadonlyMap<string, ReadonlySet<string>>

/** What comparing names needs to know; every key in lower case. */
export type NameLexicon = Readonly<{
  /** A letter of another script -> how it is written in Latin letters; may be empty. */
  letters: ReadonlyMap<string, string>
  /** One or two Cyrillic or Arabic letters -> how they are written in Latin ones -> how dear that is, in bits. */
  spellings: Spellings
  /** Of each way of romanising by rule: one or two letters -> what they may become. */
  romanisations: readonly Romanisation[]
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
  const romanisations = readRomanisations("names/romanisations.tsv")
  return {
    letters: pairs("names/letters.tsv", 3),
    spellings: withRules(costs("names/cyrillic.tsv"), romanisations),
    romanisations,
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

function costs(file: string): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>()
  for (const { cells, where } of readTable(file, 3)) {
    const [cyrillic, latin, cost] = [cells[0]!, cells[1]!, readNumber(cells[2]!, where)]
    found.set(cyrillic, (found.get(cyrillic) ?? new Map<string, number>()).set(latin, cost))
  }
  return found
}

/** Rows of the scheme "*" hold in every one. */
function readRomanisations(file: string): Romanisation[] {
  const schemes = new Map<string, Map<string, Set<string>>>()
  const rows = readTable(file, 3).map(({ cells }) => [cells[0]!, cells[1]!, cells[2]!] as const)
  const common = rows.filter(([scheme]) => scheme === "*")
  for (const [scheme, letters, latin] of rows) {
    if (scheme === "*") continue
    const found = schemes.get(scheme) ?? new Map(common.map(([, letter, own]) => [letter, new Set([own])]))
    schemes.set(scheme, found.set(letters, (found.get(letters) ?? new Set()).add(latin)))
  }
  return [...schemes.values()]
}

/** Bits for what a rule allows and no pair of names taught: of a letter that none has, first and else, and of one that is otherwise spelt. */
const [USUAL, SELDOM, UNUSUAL] = [0.3, 1, 5]

function withRules(learnt: ReadonlyMap<string, Map<string, number>>, rules: readonly Romanisation[]): Spellings {
  const found = new Map([...learnt].map(([letters, row]) => [letters, new Map(row)]))
  for (const [letters, all] of rules.flatMap((rule) => [...rule])) {
    const isTaught = [...letters].every((letter) => learnt.has(letter))
    const row = found.get(letters) ?? new Map<string, number>()
    for (const latin of all) if (!row.has(latin)) row.set(latin, isTaught ? UNUSUAL : row.size === 0 ? USUAL : SELDOM)
    found.set(letters, row)
  }
  return found
}
