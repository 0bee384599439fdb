import { join } from "node:path"
import { openNames } from "counterclaim"
import { conclude, printFigures } from "../conclude.ts"
import { parseGiven } from "../given.ts"
import { readNameBench, readSpeltNames } from "./read-gold-names.ts"
import { scoreFirst, scoreSame, toCases } from "./score-names.ts"

/** So many English names, with their Russian spellings. */
const SPELT = 1000

/**
 * `eval names`: score the comparison of names on the cases of name_bench, and between Russian and Latin letters. Gives the
 * exit status: 1 when the program is below a floor. Throws `eval/usage` without `--data`, `eval/no-gold` when there is no pair.
 */
export function namesCommand(args: string[], print: (line: string) => void): number {
  const given = parseGiven(args, { part: "names", needs: { data: "DIR" } })
  const cases = readNameBench(join(given.data, "name-bench-cases.csv"))
  const { names, isSpelling } = readSpeltNames(join(given.data, "en-ru-names.tsv"), SPELT)
  const persons = cases.filter(({ person }) => person)
  const compare = openNames()
  const figures = {
    ...scoreSame("name_bench", cases, compare),
    ...scoreSame("persons", persons, compare),
    ...scoreSame("Russian", toCases(names, isSpelling), compare),
    "Russian to Latin R@1": scoreFirst(names, { compare, isSpelling }),
  }
  const data = { cases: cases.length, persons: persons.length, russian: names.length }
  return conclude(given, { part: "names", data, figures: printFigures(figures, print) }, print)
}
