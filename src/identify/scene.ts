import type { SpeakerLexicon } from "../lexicon/speakers.ts"
import type { Analysis } from "../model/analysis.ts"
import type { Span } from "../model/span.ts"
import type { Actor } from "./actor.ts"
import type { Name } from "./name.ts"
import { type Token, tokenAt } from "./token.ts"

/** All that is known of a text while its speakers are found. */
export type Scene = Readonly<{
  analysis: Analysis
  text: string
  lexicon: SpeakerLexicon
  tokens: readonly Token[]
  names: readonly Name[]
  /** Of each token, the index of the name that it belongs to; -1: none. */
  nameAt: Int32Array
  /** Of each name, whom it names. */
  actorOf: ReadonlyMap<Name, Actor>
  /** Everybody found so far: first the named, in order. */
  actors: Actor[]
  /** The unnamed by the words that describe them. */
  described: Map<string, Actor>
}>

/** Indexes of the tokens of a span: first, and after the last. */
export function tokensIn(tokens: readonly Token[], { start, end }: Span): Readonly<{ from: number; to: number }> {
  const from = tokenAt(tokens, start)
  let to = from
  while (to < tokens.length && tokens[to]!.start < end) to++
  return { from, to }
}

/** The name that a token belongs to, and whom it names. */
export function nameOf({ nameAt, names }: Pick<Scene, "nameAt" | "names">, token: number): Name | null {
  const at = nameAt[token] ?? -1
  return at < 0 ? null : names[at]!
}

/** What stands between a token and the next. */
export const gapAfter = ({ text, tokens }: Pick<Scene, "text" | "tokens">, token: number): string =>
  text.slice(tokens[token]!.end, tokens[token + 1]?.start ?? text.length)
