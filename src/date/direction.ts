import type { Direction } from "./rule.ts"
import type { Token } from "./tokens.ts"

/** Farther words than these do not tell the tense of a time. */
const REACH = 25

/**
 * Whether the words around a time speak of the past or of what is to come: the nearest verb in its sentence, those
 * before it a little nearer than those after.
 */
export function directionAt(tokens: readonly Token[], from: number, to: number): Direction {
  if (isAtSoonest(tokens, from)) return 1
  const before = nearest(tokens, from - 1, -1)
  const after = nearest(tokens, to, 1)
  if (!before) return after?.sign ?? 0
  return after && after.distance + 3 < before.distance ? after.sign : before.sign
}

/** "as soon as Tuesday", "as early as next week". */
export const isAtSoonest = (tokens: readonly Token[], from: number): boolean =>
  (tokens[from - 1]?.value === "as" && EARLY.has(tokens[from - 2]?.value ?? "")) ||
  (tokens[from]?.value === "START" && tokens[from + 1]?.value === "as")

const EARLY: ReadonlySet<string> = new Set(["soon", "START"])

type Found = Readonly<{ sign: Direction; distance: number }>

function nearest(tokens: readonly Token[], start: number, step: 1 | -1): Found | null {
  for (let distance = 1, at = start; distance <= REACH; distance++, at += step) {
    const token = tokens[at]
    if (!token || endsSentence(tokens, at) || (step < 0 && token.value === "but")) return null
    const sign = hadBeenTold(tokens, at) ? -1 : signOf(token, tokens[at - 1], tokens[at + 1])
    if (sign) return { sign, distance }
  }
  return null
}

/** "had been due to expire", "had been expected": what was to come then. */
const hadBeenTold = (tokens: readonly Token[], at: number): boolean =>
  [2, 3, 4, 5].some((back) => tokens[at - back]?.kind === "past-sign" && tokens[at - back + 1]?.kind === "present-sign")

function signOf(token: Token, before: Token | undefined, next: Token | undefined): Direction {
  // "will be paid", "to be paid": the word before tells.
  if (before?.kind === "be") return 0
  if (token.kind === "future-sign" || (token.value === "due" && next?.kind !== "to")) return 1
  // "will cut", "to put".
  if (token.kind === "past-sign" && (before?.kind === "future-sign" || before?.kind === "to")) return 1
  if (token.kind === "past-sign") return -1
  // "to meet": what is meant to be; but "to London", "to Monday".
  if (token.kind === "to" && (next?.kind === "word" || next?.kind === "bound") && !/(?:ed|ing|s)$/.test(next.value))
    return 1
  // "the unspecified date", "an estimated loss": what a thing is like.
  if (before && BEFORE_NOUN.has(before.kind)) return 0
  return token.kind === "word" && /[^e]ed$/.test(token.value) && !/^un(?!til)/.test(token.value) ? -1 : 0
}

const BEFORE_NOUN: ReadonlySet<string> = new Set(["the", "article", "that", "this"])

/** Whether a token ends its sentence: a blank line, a mark, or a dot after no abbreviation. */
export const endsSentence = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]!
  if (token.kind === "break" || token.kind === "stop") return true
  const before = tokens[at - 1]
  return token.kind === "dot" && before?.kind !== "short-month" && before?.kind !== "short-weekday" && (before?.end ?? 0) - (before?.start ?? 0) > 2 // biome-ignore format: one thought
}
