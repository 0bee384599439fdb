import type { GoldPage } from "../pages/gold-page.ts"

/** What a line is by the gold; null where the gold does not tell. */
export type LineLabel = "article" | "furniture" | null

/** So few words are found in any text. */
const FEW = 6
const RUN = 4

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []

/**
 * By the page's text: the article's is a line of six words or more that stands in it, or a shorter one that is a line of
 * its own there; furniture is what shares nothing with it. Where there are only segments: what holds a wanted one, and what
 * holds an unwanted one. A line that stands twice on the page is never the article's: one of the two may be a menu's, and the
 * gold does not say which.
 */
export function labelLines(lines: readonly string[], gold: GoldPage): LineLabel[] {
  const body = ` ${wordsOf(gold.body).join(" ")} `
  const whole = new Set(gold.body.split("\n").map((line) => wordsOf(line).join(" ")))
  const title = wordsOf(gold.title ?? "").join(" ")
  const keys = lines.map((line) => wordsOf(line).join(" "))
  const times = new Map<string, number>()
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1)
  if (!gold.body) return lines.map((line, i) => bySegments(line, gold, times.get(keys[i]!) === 1))
  return keys.map((key) => {
    const words = key.split(" ")
    if (key === "" || key === title) return null
    const isOnce = times.get(key) === 1
    if (body.includes(` ${key} `)) return isOnce && (words.length >= FEW || whole.has(key)) ? "article" : null
    const runs = words.slice(0, Math.max(1, words.length - RUN + 1)).map((_, i) => words.slice(i, i + RUN).join(" "))
    return words.length >= RUN && runs.some((run) => body.includes(` ${run} `)) ? null : "furniture"
  })
}

function bySegments(line: string, { with: wanted, without: unwanted }: GoldPage, isOnce: boolean): LineLabel {
  const single = (text: string): string => text.replace(/\s+/g, " ").trim()
  const has = (segments: readonly string[]): boolean => segments.some((one) => one !== "" && line.includes(single(one)))
  const isArticle = has(wanted)
  const isFurniture = has(unwanted)
  if (isArticle === isFurniture || (isArticle && !isOnce)) return null
  return isArticle ? "article" : "furniture"
}
