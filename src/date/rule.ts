import type { TimePrecision } from "../model/time.ts"
import type { Point } from "./anchor.ts"
import type { Token, TokenKind } from "./tokens.ts"
import { letterOf } from "./tokens.ts"

/** What words for a time mean. */
export type Meaning = Readonly<{
  type: "DATE" | "TIME" | "DURATION" | "SET"
  value: string | null
  precision: TimePrecision
  /** What it was resolved against or why it could not be; the rule's own reason stands before it. */
  how?: string
}>

/** An expression already found, as later ones may refer to it. */
export type Earlier = Meaning & Readonly<{ start: number; end: number; because: readonly string[] }>

/** -1: the sentence speaks of the past; 1: of what is to come; 0: it does not tell. */
export type Direction = -1 | 0 | 1

export type Surroundings = Readonly<{
  /** The day of writing; null when the document has no date. */
  anchor: Point | null
  /** Minutes since the beginning of 1970 on the clocks where it was written; null when no time of day is known. */
  minute: number | null
  /** What was found before, in order. */
  earlier: readonly Earlier[]
  direction: () => Direction
  tokens: readonly Token[]
  /** The tokens matched: the first, and the one after the last. */
  from: number
  to: number
}>

export type Rule = Readonly<{
  name: string
  /** The reason that readers see. */
  says: string
  pattern: RegExp
  /** Null: it is no time after all. */
  mean: (matched: readonly Token[], around: Surroundings) => Meaning | null
}>

/**
 * A pattern over kinds of tokens: `{the}?{last|next}{unit}`. White space is ignored; the rest is a regular expression
 * over one letter a token. Throws when a kind is misspelt.
 */
export function pattern(source: string): RegExp {
  const letters = source
    .replace(/\s+/g, "")
    .replace(/\{([a-z|-]+)\}/g, (_, kinds: string) => `[${kinds.split("|").map(letterOf).join("")}]`)
  return new RegExp(letters, "y")
}

/** The first token of one of these kinds. */
export const tokenOf = (matched: readonly Token[], ...kinds: TokenKind[]): Token | undefined =>
  matched.find(({ kind }) => kinds.includes(kind))

/** Its value as a number; null when there is none. */
export function numberOf(matched: readonly Token[], ...kinds: TokenKind[]): number | null {
  const token = tokenOf(matched, ...kinds)
  return token ? Number.parseInt(token.value, 10) : null
}
