import type { RelationLexicon } from "../../lexicon/relations.ts"
import type { Quantity } from "./claim.ts"
import { toWords, type Word } from "./words.ts"

/** Shares told as one number in another, in percent: "nine pilots out of ten", "one in 20,000"; empty when there is none. */
export function readShares(text: string, lexicon: RelationLexicon): Quantity[] {
  const words = toWords(text)
  return words.flatMap((word, index) => {
    const whole = toValue(words[index + 1], lexicon)
    if (word.word !== "in" && !(word.word === "of" && words[index - 1]?.word === "out")) return []
    const before = words.slice(Math.max(0, index - 4), index).findLast((one) => toValue(one, lexicon) !== null)
    const part = toValue(before, lexicon)
    if (!before || part === null || whole === null || whole < 3 || part >= whole || part < 1) return []
    const value = (100 * part) / whole
    const span = { start: before.start, end: words[index + 1]!.end }
    return [{ ...span, measure: "share", low: value, high: value, about: false, unit: "percent", of: null } as const]
  })
}

function toValue(word: Word | undefined, { numbers }: RelationLexicon): number | null {
  if (!word) return null
  const value = numbers.get(word.word) ?? Number(word.word.replaceAll(",", ""))
  return Number.isFinite(value) && !/^(?:1[89]|20)\d\d$/.test(word.word) ? value : null
}
