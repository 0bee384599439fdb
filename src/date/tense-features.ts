import { directionAt, endsSentence } from "./direction.ts"
import type { Token, TokenKind } from "./tokens.ts"

/** So many tokens before and after a time are looked at, and so many of them count as near. */
const BEFORE = 14
const AFTER = 12
const NEAR = 4

/**
 * What the words of its sentence around a time say of its tense, as names of features: what the rule answers, whether it is
 * a weekday (of which few lie ahead), the words beside it, the forms of verbs before and after it, near and farther off. No name, no number and no time is one.
 */
export function tenseFeatures(tokens: readonly Token[], from: number, to: number): string[] {
  const features = new Set([`rule ${directionAt(tokens, from, to)}`])
  if (tokens.slice(from, to).some(({ kind }) => kind === "weekday")) features.add("own weekday")
  features.add(`left ${wordOf(tokens[from - 1])}`).add(`right ${wordOf(tokens[to])}`)
  features.add(`left ${wordOf(tokens[from - 2])} ${wordOf(tokens[from - 1])}`)
  for (let at = from - 1; at >= Math.max(0, from - BEFORE) && !endsSentence(tokens, at); at--)
    addWord(features, { tokens, at, side: "before", far: from - at })
  for (let at = to; at < to + AFTER && tokens[at] && !endsSentence(tokens, at); at++)
    addWord(features, { tokens, at, side: "after", far: at - to + 1 })
  return [...features]
}

type Place = Readonly<{ tokens: readonly Token[]; at: number; side: "before" | "after"; far: number }>

function addWord(features: Set<string>, { tokens, at, side, far }: Place): void {
  const token = tokens[at]!
  if (!SPEAKING.has(token.kind)) return
  const form = formOf(token)
  const next = tokens[at + 1]
  features.add(`${side} ${token.value}`).add(`${side} ${form}`)
  if (far <= NEAR) features.add(`near ${side} ${token.value}`).add(`near ${side} ${form}`)
  // "will have", "was to", "is planning": what the words of a verb say together.
  if (next && SIGNS.has(token.kind)) features.add(`${side} ${token.value} ${next.kind === "be" ? "be" : formOf(next)}`)
}

const SIGNS: ReadonlySet<TokenKind> = new Set(["future-sign", "past-sign", "present-sign", "be", "to"] as const)
const SPEAKING: ReadonlySet<TokenKind> = new Set(["word", "future-sign", "past-sign", "present-sign", "be", "to", "preposition"] as const) // biome-ignore format: one list

function formOf({ kind, value }: Token): string {
  if (kind !== "word") return `(${kind})`
  return /[^e]ed$/.test(value) ? "(ed)" : /ing$/.test(value) ? "(ing)" : /[^s]s$/.test(value) ? "(s)" : "(word)"
}

const wordOf = (token: Token | undefined): string => {
  if (!token) return "(edge)"
  return token.kind === "word" || token.kind === "preposition" || SIGNS.has(token.kind)
    ? token.value
    : `(${token.kind})`
}
