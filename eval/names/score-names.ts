import { rate } from "../attribution/count.ts"
import type { Figures } from "../floors.ts"
import { share } from "../share.ts"
import type { GoldNames, SpeltName } from "./read-gold-names.ts"

/** Two names as the program compares them. */
export type Compare = (left: string, right: string) => Readonly<{ score: number; same: boolean }>

/** P, R and F1 of what is said to be one's name. */
export function scoreSame(name: string, cases: readonly GoldNames[], compare: Compare): Figures {
  const said = cases.map(({ left, right }) => compare(left, right).same)
  const { precision, recall, f1 } = rate({
    right: cases.filter(({ same }, at) => same && said[at]).length,
    predicted: said.filter(Boolean).length,
    gold: cases.filter(({ same }) => same).length,
  })
  return { [`${name} P`]: precision, [`${name} R`]: recall, [`${name} F1`]: f1 }
}

/** Each name with its Russian spelling, then each with that of the next one: what another has is no spelling of it, as a rule. */
export function toCases(names: readonly SpeltName[], isSpelling: (name: SpeltName) => boolean): GoldNames[] {
  const own = names.map(({ english, russian }) => ({ left: english, right: russian, same: true, person: true }))
  const others = names.map(({ english }, at) => {
    const { russian } = names[(at + 1) % names.length]!
    return { left: english, right: russian, same: isSpelling({ english, russian }), person: true }
  })
  return [...own, ...others]
}

/** The share of the Russian spellings of which the best of all the English names is a right one; of equals the first counts. */
export function scoreFirst(
  names: readonly SpeltName[],
  { compare, isSpelling }: Readonly<{ compare: Compare; isSpelling: (name: SpeltName) => boolean }>,
): number {
  const candidates = [...new Set(names.map(({ english }) => english))]
  const right = names.filter(({ russian }) => {
    const scores = candidates.map((english) => compare(english, russian).score)
    const best = scores.reduce((top, score, at) => (score > scores[top]! ? at : top), 0)
    return isSpelling({ english: candidates[best]!, russian })
  })
  return share(right.length, names.length)
}
