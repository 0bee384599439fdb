import { compare, fingerprint, type Reuse } from "counterclaim"
import { reword } from "./reword.ts"

/** Shorter texts, and those of which the cut leaves less than half of this, are left out: there is nothing to find. */
const LEAST_WORDS = 60
/** Texts compared with a rewording of another one, each with so many. */
const OTHERS = 40

const score = ({ rewording }: Reuse): number => Math.max(rewording.left, rewording.right)

/** Numbers from 0 to 1, the same on every machine. */
function draws(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Share of the texts found again in their own rewording, where one in a hundred of other texts' rewordings is taken for one. */
export function scoreRewordings(texts: readonly string[]): Record<string, number> {
  const draw = draws()
  const pairs = texts.map((text) => ({ print: fingerprint(text), other: fingerprint(reword(text, draw)) }))
  const kept = pairs.filter(({ print, other }) => {
    return print.words.hashes.length >= LEAST_WORDS && other.words.hashes.length >= LEAST_WORDS / 2
  })
  const reworded = kept.map(({ other }) => other)
  const own = kept.map(({ print }, i) => compare(print, reworded[i]!))
  const others = kept.flatMap(({ print }, i) =>
    Array.from({ length: Math.min(OTHERS, kept.length - 1) }, (_, j) =>
      score(compare(print, reworded[(i + j + 1) % kept.length]!)),
    ),
  )
  const least = others.sort((a, b) => b - a)[Math.floor(others.length / 100)] ?? 0
  return {
    rewordings: kept.length,
    "reworded at 1 % false alarms": own.filter((reuse) => score(reuse) > least).length / Math.max(1, own.length),
    "reworded reported": own.filter(({ derived }) => derived !== "none").length / Math.max(1, own.length),
  }
}
