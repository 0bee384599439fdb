import { CounterclaimError } from "../model/error.ts"
import { readTable } from "./data.ts"

/** What the names that makers of pages give to parts of them are about; one bit each, in this order. */
export const CLASS_GROUPS = [
  "article", "body", "comment", "share", "related", "recommend", "newsletter", "cookie", "nav", "ad", "footer",
  "header", "sidebar", "author", "date", "meta", "caption", "media", "tag", "headline", "summary", "widget", "popup",
  "unseen", "paywall", "list", "pager", "quote", "box", "donate", "search",
] as const // biome-ignore format: one list
export type ClassGroup = (typeof CLASS_GROUPS)[number]

export const classBit = (group: ClassGroup): number => 1 << CLASS_GROUPS.indexOf(group)

/**
 * Words found in `class` and `id`, lower case without hyphens, to the bit of their group.
 * Throws `lexicon/unknown-group`, and like `readTable`.
 */
export function readClassWords(): ReadonlyMap<string, number> {
  return new Map(
    readTable("html/class-words.tsv", 2).map(({ cells: [word, group], where }) => [word!, bitOf(group!, where)]),
  )
}

function bitOf(group: string, where: string): number {
  if ((CLASS_GROUPS as readonly string[]).includes(group)) return classBit(group as ClassGroup)
  throw new CounterclaimError({
    code: "lexicon/unknown-group",
    what: `"${group}" is no group of class words`,
    where,
    fix: `use one of: ${CLASS_GROUPS.join(", ")}`,
  })
}
