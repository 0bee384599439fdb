import { CounterclaimError } from "../model/error.ts"
import { readTable } from "./data.ts"

/** Words beside the name of a publisher that credit it, lower case: before the name ("according to") or after it ("reported"). */
export type CreditWords = Readonly<{ before: readonly string[]; after: readonly string[] }>

/** Throws `lexicon/unknown-side`, and like `readTable`. */
export function readCredits(): CreditWords {
  const rows = readTable("en/credits.tsv", 2).map(({ cells: [words, side], where }) => ({
    words: words!,
    side: toSide(side!, where),
  }))
  const of = (wanted: string) => rows.filter(({ side }) => side === wanted).map(({ words }) => words)
  return { before: of("before"), after: of("after") }
}

function toSide(side: string, where: string): "before" | "after" {
  if (side === "before" || side === "after") return side
  throw new CounterclaimError({
    code: "lexicon/unknown-side",
    what: `"${side}" is no side of a name`,
    where,
    fix: "use one of: before, after",
  })
}
