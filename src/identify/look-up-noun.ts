import type { Gender, NounKind } from "../lexicon/speakers.ts"
import type { Scene } from "./scene.ts"

/** A noun as the list has it: its words, in the singular where only that is listed. */
export type Listed = Readonly<{ head: string; kind: NounKind; gender: Gender; plural: boolean }>

/** The longest run of words that ends the phrase and is listed: "prime minister" before "minister". */
export function lookUpNoun(
  { tokens, lexicon }: Scene,
  { from, end }: Readonly<{ from: number; end: number }>,
): Listed | null {
  for (let start = Math.max(from, end - 3); start < end; start++) {
    const words = tokens
      .slice(start, end)
      .map(({ lower }) => lower)
      .join(" ")
    const found = lexicon.nouns.get(words)
    if (found) return { head: words, ...found, plural: isPlural(words) }
    const single = singular(words)
    const base = single && lexicon.nouns.get(single)
    if (base) return { head: single, ...base, plural: true }
  }
  return null
}

const PLURALS = /(?:men|people|children|kids|wives|[^su'i]s)$/
const isPlural = (words: string): boolean =>
  PLURALS.test(words) && !/(?:ss|us|news|congress|corps|press|analysis|kremlin)$/.test(words)

/** Null: it is no plural by its form. */
export function singular(words: string): string | null {
  if (words.endsWith("men")) return `${words.slice(0, -3)}man`
  if (/(?:ss|sh|ch|x)es$/.test(words)) return words.slice(0, -2)
  if (words.endsWith("ies")) return `${words.slice(0, -3)}y`
  return words.endsWith("s") ? words.slice(0, -1) : null
}
