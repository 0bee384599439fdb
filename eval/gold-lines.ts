import { readFileSync } from "node:fs"
import { CounterclaimError } from "counterclaim"

/**
 * The objects of a file of labels, one a line, in its order. `what`: what a line holds, for people: "claim".
 * Throws `eval/no-gold` when the file cannot be read or holds none.
 */
export function readGoldLines<Line>(file: string, what: string): Line[] {
  const lines = textOf(file, what)
    .split("\n")
    .filter((line) => line.trim() !== "")
  if (lines.length === 0) throw noGold(`there is no labelled ${what}`, { file, what })
  return lines.map((line) => JSON.parse(line) as Line)
}

function textOf(file: string, what: string): string {
  try {
    return readFileSync(file, "utf8")
  } catch (cause) {
    throw noGold("the labels cannot be read", { file, what, cause })
  }
}

const noGold = (problem: string, { file, what, cause }: { file: string; what: string; cause?: unknown }) =>
  new CounterclaimError({
    code: "eval/no-gold",
    what: problem,
    where: file,
    fix: `give a file with one labelled ${what} a line`,
    cause,
  })
