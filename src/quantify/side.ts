import type { Parties, Party } from "../lexicon/parties.ts"
import type { Draft } from "./draft.ts"
import type { Tokens } from "./token.ts"

/** Words after those counted that may still name them: "soldiers of the Varden army". */
const REACH = 6

type Given = Readonly<{ tokens: Tokens; draft: Draft; parties: Parties; on: string | null }>

/**
 * The side of those counted, by the words of a party that stand with them; `on`: the day that the figure holds for, else the
 * day of writing. Null when no party is named, when parties of two sides are, or when a row's dates cannot be held against a day.
 */
export function findSide({ tokens: { words }, draft: { counted }, parties, on }: Given): string | null {
  if (counted.from === counted.to || parties.firsts.size === 0) return null
  const isOf = /^(?:of|from)$/.test(words[counted.to] ?? "") && !counted.before
  const end = isOf ? reachOf(words, counted.to + 1) : counted.to
  const sides = new Set<string>()
  for (let at = counted.from; at < end; at++) {
    const found = parties
      .at(words, at)
      .filter(({ value, words: phrase }) => at + phrase.length <= end && holds(value, on))
    const [longest] = found
    if (!longest) continue
    sides.add(longest.value.side)
    at += longest.words.length - 1
  }
  return sides.size === 1 ? [...sides][0]! : null
}

/** To the end of the noun group after "of". */
function reachOf(words: readonly string[], from: number): number {
  let at = from
  while (
    at < Math.min(words.length, from + REACH) &&
    !/^(?:[.,;:()]|and|in|on|at|by|who|that|were|was|are|is)$/.test(words[at]!)
  )
    at++
  return at
}

function holds({ from, to }: Party, on: string | null): boolean {
  if (from === null && to === null) return true
  const day = on === null ? null : /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(on)?.[0]
  if (!day) return false
  return isNotAfter(from, day) && isNotAfter(day, to)
}

/** Compared as far as both are known; a day less precise than a bound lies within it. */
function isNotAfter(early: string | null, late: string | null): boolean {
  if (early === null || late === null) return true
  const length = Math.min(early.length, late.length)
  return early.slice(0, length) <= late.slice(0, length)
}
