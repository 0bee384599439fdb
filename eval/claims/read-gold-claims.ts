import { readFileSync } from "node:fs"
import { CounterclaimError } from "counterclaim"
import { parse } from "csv-parse/sync"

/** A checked claim: the title of what was written about it, and the claim in one sentence. */
export type CheckedClaim = Readonly<{ title: string; fact: string }>

/** A post and the claim that it repeats, word for word as among the checked ones. */
export type GoldPost = Readonly<{ post: string; fact: string }>

/** The checked claims: a table with tabs, quoted as CSV is. Throws `eval/no-gold` when there is none. */
export function readCheckedClaims(file: string): CheckedClaim[] {
  const rows = parse(readFileSync(file), { columns: true, delimiter: "\t", bom: true }) as Record<string, string>[]
  if (rows.length === 0) throw noGold("there is no claim", file)
  return rows.map(({ title = "", fact = "" }) => ({ title, fact: fact.trim() }))
}

/** The first posts of a table with tabs, where quotation marks are part of the post. Throws `eval/no-gold` when there is none. */
export function readGoldPosts(file: string, most: number): GoldPost[] {
  const rows = readFileSync(file, "utf8").split("\n").slice(1).filter((line) => line !== "") // biome-ignore format: one chain
  if (rows.length === 0) throw noGold("there is no post", file)
  return rows.slice(0, most).map((line) => {
    const [post = "", fact = ""] = line.split("\t")
    return { post, fact: fact.trim() }
  })
}

const noGold = (what: string, where: string): CounterclaimError =>
  new CounterclaimError({
    code: "eval/no-gold",
    what,
    where,
    fix: "give the folder with snopes-claims.tsv and snopes-pairs-dev.tsv",
  })
