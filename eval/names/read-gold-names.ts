import { readFileSync } from "node:fs"
import { CounterclaimError } from "counterclaim"
import { parse } from "csv-parse/sync"

/** Two names, and whether they are one's. */
export type GoldNames = Readonly<{ left: string; right: string; same: boolean; person: boolean }>

/** A name in English letters and how it is written in Russian. */
export type SpeltName = Readonly<{ english: string; russian: string }>

/** The cases of OpenSanctions' name_bench, in their order. Throws `eval/no-gold` when there is none. */
export function readNameBench(file: string): GoldNames[] {
  const rows = parse(readFileSync(file), { columns: true, bom: true }) as Record<string, string>[]
  if (rows.length === 0) throw noGold(file)
  return rows.map(({ schema, name1 = "", name2 = "", is_match }) => ({
    left: name1,
    right: name2,
    same: is_match === "true",
    person: schema === "Person",
  }))
}

/**
 * So many names, taken at even steps through a table of an English name, a tab, and the Russian letters with spaces
 * between, and every spelling that the table has. Throws `eval/no-gold` when it is empty.
 */
export function readSpeltNames(file: string, count: number) {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.split("\t"))
    .filter(({ length }) => length === 3)
    .map(([english = "", russian = ""]) => ({ english, russian: russian.replaceAll(" ", "") }))
  if (rows.length === 0) throw noGold(file)
  const spellings = new Set(rows.map(toKey))
  const step = Math.max(1, Math.floor(rows.length / count))
  const chosen = rows.filter((_, at) => at % step === 0).slice(0, count)
  const names = chosen.map(
    ({ english, russian }): SpeltName => ({ english: capital(english), russian: capital(russian) }),
  )
  const isSpelling = (name: SpeltName): boolean =>
    spellings.has(toKey({ english: name.english.toLowerCase(), russian: name.russian.toLowerCase() }))
  return { names, isSpelling }
}

const toKey = ({ english, russian }: SpeltName): string => `${english}\t${russian}`
const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1)

const noGold = (where: string): CounterclaimError =>
  new CounterclaimError({
    code: "eval/no-gold",
    what: "there is no pair of names",
    where,
    fix: "give the folder with name-bench-cases.csv and en-ru-names.tsv",
  })
