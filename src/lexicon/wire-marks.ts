import { CounterclaimError } from "../model/error.ts"
import { readTable } from "./data.ts"

export const WIRE_MARKS = ["update", "writethru", "hold", "kill"] as const
/** What a version of wire copy says that it is. */
export type WireMark = (typeof WIRE_MARKS)[number]

/** Words of slugs and headlines, lower case, without numbers, to what they say. Throws `lexicon/unknown-mark`, and like `readTable`. */
export const readWireMarks = (): ReadonlyMap<string, WireMark> =>
  new Map(readTable("en/wire-marks.tsv", 2).map(({ cells: [words, mark], where }) => [words!, toMark(mark!, where)]))

function toMark(mark: string, where: string): WireMark {
  const known = WIRE_MARKS.find((name) => name === mark)
  if (known) return known
  throw new CounterclaimError({
    code: "lexicon/unknown-mark",
    what: `"${mark}" is no mark of wire copy`,
    where,
    fix: `use one of: ${WIRE_MARKS.join(", ")}`,
  })
}
