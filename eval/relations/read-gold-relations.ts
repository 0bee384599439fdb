import { readFileSync } from "node:fs"
import { CounterclaimError } from "counterclaim"

export type GoldSide = Readonly<{ published: string; publisher: string; text: string }>
export type GoldRelation = Readonly<{
  id: string
  left: GoldSide
  right: GoldSide
  focus: Readonly<{ left: string; right: string }>
  verdict: string
}>

/** The labelled pairs, in the order of the file. Throws `eval/no-gold` when it holds none. */
export function readGoldRelations(file: string): GoldRelation[] {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
  if (lines.length > 0) return lines.map((line) => JSON.parse(line) as GoldRelation)
  throw new CounterclaimError({
    code: "eval/no-gold",
    what: "the file holds no labelled pair",
    where: file,
    fix: "give a file with a pair of claims a line",
  })
}
