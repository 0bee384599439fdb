import { join } from "node:path"
import { loadWordCounts, openClaims } from "counterclaim"
import { conclude, printFigures } from "../conclude.ts"
import type { Figures } from "../floors.ts"
import { parseGiven } from "../given.ts"
import { readCheckedClaims, readGoldPosts } from "./read-gold-claims.ts"
import { scoreHits } from "./score-claims.ts"

const POSTS = 500

/**
 * `eval claims`: find the checked claim that a post repeats, among thousands. Gives the exit status: 1 when the program is
 * below a floor. Throws `eval/usage` without `--data`, `eval/no-gold` when there is no claim or no post.
 */
export function claimsCommand(args: string[], print: (line: string) => void): number {
  const given = parseGiven(args, { part: "claims", needs: { data: "DIR" } })
  const claims = readCheckedClaims(join(given.data, "snopes-claims.tsv"))
  const posts = readGoldPosts(join(given.data, "snopes-pairs-dev.tsv"), POSTS)
  const texts = claims.map(({ title, fact }) => ({ text: `${title} . ${fact}` }))
  const scored = (rarity: string, match: ReturnType<typeof openClaims>): Figures => {
    const hits = scoreHits(posts, claims, match)
    return Object.fromEntries(Object.entries(hits).map(([name, value]) => [`${name}, ${rarity}`, value]))
  }
  const figures = {
    // `check` has the first: the words of the few claims that it found by these very words say little of how rare they are.
    ...scored("rarity among articles", openClaims(texts, loadWordCounts())),
    ...scored("rarity among the claims", openClaims(texts)),
  }
  const data = { posts: posts.length, claims: claims.length }
  return conclude(given, { part: "claims", data, figures: printFigures(figures, print) }, print)
}
