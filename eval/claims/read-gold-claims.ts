import { readFileSync } from "node:fs"
import { parse } from "csv-parse/sync"
import { someGold } from "../some-gold.ts"

/** A checked claim: the title of what was written about it, and the claim in one sentence. */
export type CheckedClaim = Readonly<{ title: string; fact: string }>

/** A post and the claim that it repeats, word for word as among the checked ones. */
export type GoldPost = Readonly<{ post: string; fact: string }>

/** The checked claims: a table with tabs, quoted as CSV is. Throws `eval/no-gold` when there is none. */
export const readCheckedClaims = (file: string): CheckedClaim[] =>
  readRows(file).map(({ title = "", fact = "" }) => ({ title, fact: fact.trim() }))

/** The first posts of such a table. Throws `eval/no-gold` when there is none. */
export const readGoldPosts = (file: string, most: number): GoldPost[] =>
  readRows(file)
    .slice(0, most)
    .map(({ claim = "", fact = "" }) => ({ post: claim, fact: fact.trim() }))

function readRows(file: string): Record<string, string>[] {
  const rows = parse(readFileSync(file), { columns: true, delimiter: "\t", bom: true }) as Record<string, string>[]
  return someGold(rows, {
    what: "the table has no row",
    where: file,
    fix: "give the folder with snopes-claims.tsv and snopes-pairs-dev.tsv",
  })
}
