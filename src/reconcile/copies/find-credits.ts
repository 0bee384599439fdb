import type { CreditWords } from "../../lexicon/credits.ts"

/** Words that credit, and the names of agencies, lower case. */
export type CreditTables = Readonly<{ credits: CreditWords; agencies: ReadonlySet<string> }>

/** Where a text says whose it is: its dateline or its last line. */
const HEAD = 400
const MARK = /\(([\p{L}][\p{L}\p{N} .&-]{1,40})\)/gu

/** Agencies whose mark stands at the beginning of a text, as "(AP)" in a dateline; lower case. */
export function findAgencyMarks(text: string, agencies: ReadonlySet<string>): string[] {
  const names = [...text.slice(0, HEAD).matchAll(MARK)].map(([, name]) => name!.toLowerCase())
  return [...new Set(names.filter((name) => agencies.has(name)))]
}

/** Whether a text credits a publisher: a word that credits stands beside its name. Letter case of the name counts not. */
export function isCredited(text: string, name: string, { before, after }: CreditWords): boolean {
  const folded = fold(text)
  const wanted = fold(name).trim()
  if (wanted === "") return false
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const [front, back] = [folded.slice(0, at).trimEnd(), folded.slice(at + wanted.length)]
    const isWhole = !/[\p{L}\p{N}]$/u.test(folded.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(back)
    if (!isWhole) continue
    const bare = front
      .slice(-40)
      .replace(/[:("“]$/, "")
      .trimEnd()
      .replace(/ the$/, "")
    if (before.some((words) => endsWithWords(bare, words))) return true
    if (after.some((words) => new RegExp(`^,? ${words}(?![\\p{L}\\p{N}])`, "u").test(back.slice(0, 60)))) return true
  }
  return false
}

const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, " ")

const endsWithWords = (text: string, words: string): boolean =>
  text.endsWith(words) && !/[\p{L}\p{N}]/u.test(text.charAt(text.length - words.length - 1))
