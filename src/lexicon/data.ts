import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { CounterclaimError } from "../model/error.ts"

/** Path of a file below `data/`, wherever the package is installed. */
export const dataPath = (name: string): string => fileURLToPath(new URL(`../../data/${name}`, import.meta.url))

export type Row = Readonly<{ cells: readonly string[]; where: string }>

/**
 * Rows of a tab-separated file below `data/`, without its first line (the names of the columns), blank
 * lines and lines that begin with `#`. `where` is "data/en/cues.tsv:41".
 * Throws `lexicon/unreadable` when there is no such file, `lexicon/columns` when a row has another number of cells.
 */
export function readTable(name: string, columns: number): Row[] {
  const lines = readText(name).split("\n")
  return lines.flatMap((line, index) => {
    if (index === 0 || line.trim() === "" || line.startsWith("#")) return []
    const cells = line.replace(/\r$/, "").split("\t")
    const where = `data/${name}:${index + 1}`
    if (cells.length !== columns) {
      throw new CounterclaimError({
        code: "lexicon/columns",
        what: `${cells.length} cells instead of ${columns}`,
        where,
        fix: "separate the cells by one tab each",
      })
    }
    return [{ cells, where }]
  })
}

/** The number in a cell; `where` as `Row` has it. Throws `lexicon/number` when it holds none. */
export function readNumber(cell: string, where: string): number {
  const number = Number(cell)
  if (cell.trim() !== "" && Number.isFinite(number)) return number
  throw new CounterclaimError({
    code: "lexicon/number",
    what: `"${cell}" is no number`,
    where,
    fix: "give a number, as 0.5",
  })
}

/**
 * What `parse` makes of weights below `data/`. Throws an error of that code when there is no such file or `parse` throws
 * an `Error`.
 */
export function readModel<Model>(
  name: string,
  { code, fix }: Pick<CounterclaimError, "code" | "fix">,
  parse: (json: string) => Model,
): Model {
  try {
    return parse(readFileSync(dataPath(name), "utf8"))
  } catch (cause) {
    throw new CounterclaimError({
      code,
      what: cause instanceof Error ? cause.message : "the file is damaged",
      where: `data/${name}`,
      fix,
      cause,
    })
  }
}

function readText(name: string): string {
  try {
    return readFileSync(dataPath(name), "utf8")
  } catch (cause) {
    throw new CounterclaimError({
      code: "lexicon/unreadable",
      what: "the file cannot be read",
      where: `data/${name}`,
      fix: "install the package again",
      cause,
    })
  }
}
