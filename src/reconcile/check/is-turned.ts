import { claimWords } from "./claim-words.ts"

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu
/** A negation is about one of so many words after it. */
const REACH = 3

/** Whether one of two texts negates a word that both have, and the other does not. */
export function isTurned(left: string, right: string, negations: ReadonlySet<string>): boolean {
  const keys = [left, right].map((text) => new Set(claimWords(text).map(({ key }) => key)))
  const shared = new Set([...keys[0]!].filter((key) => keys[1]!.has(key)))
  return negates(left, shared, negations) !== negates(right, shared, negations)
}

function negates(text: string, shared: ReadonlySet<string>, negations: ReadonlySet<string>): boolean {
  const words = Array.from(text.matchAll(WORD), ([word]) => word.toLowerCase().replace("’", "'"))
  return words.some((word, at) => {
    if (!negations.has(word)) return false
    const after = words.slice(at + 1, at + 1 + REACH).flatMap((next) => claimWords(next))
    return after.some(({ key }) => shared.has(key) && !negations.has(key))
  })
}
