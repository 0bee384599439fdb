import type { Act } from "../../model/attribution.ts"
import type { Statement } from "../check/claim-document.ts"
import { claimWords } from "../check/claim-words.ts"

/** A word of more statements than this tells none from another. */
const COMMON = 60
/** So many words in common, or one and a measure. */
const LEAST = 2
/** A statement is set against so many others at the most, those that share most with it. */
const MOST = 25

export type Pair = Readonly<{ one: number; two: number }>

/** Acts that are against what their content says. */
export const AGAINST: ReadonlySet<Act> = new Set(["deny", "doubt", "oppose"])

type Keys = Readonly<{ words: ReadonlySet<string>; measures: ReadonlySet<string> }>

/**
 * Pairs of statements that may be at odds, by their places, each once: they share words, one side at least is said on
 * somebody's word, and one at least denies, negates or counts. In the order of the statements.
 */
export const findPairs = (statements: readonly Statement[], negations: ReadonlySet<string>): Pair[] =>
  findAlike(statements, (statement) => mayDispute(statement, negations))

/** Pairs of statements that share words, of which one is `wanted`, and one at least is said on somebody's word. */
export function findAlike(statements: readonly Statement[], wanted: (statement: Statement) => boolean): Pair[] {
  const keys = statements.map(keysOf)
  const postings = postingsOf(keys)
  const pairs = new Map<string, Pair>()
  for (const [at, statement] of statements.entries()) {
    if (!wanted(statement)) continue
    for (const other of near(at, keys, postings)) {
      if (!statement.attribution && !statements[other]!.attribution) continue
      const [one, two] = at < other ? [at, other] : [other, at]
      pairs.set(`${one} ${two}`, { one, two })
    }
  }
  return [...pairs.values()].sort((a, b) => a.one - b.one || a.two - b.two)
}

const keysOf = ({ words, figures }: Statement): Keys => ({
  words: new Set(claimWords(words).map(({ key }) => key)),
  measures: new Set(figures.map(({ measure }) => measure).filter((measure) => measure !== "count")),
})

function mayDispute({ attribution, figures, words }: Statement, negations: ReadonlySet<string>): boolean {
  if (attribution && AGAINST.has(attribution.act)) return true
  return figures.length > 0 || words.toLowerCase().split(/[^\p{L}'’]+/u).some((word) => negations.has(word)) // biome-ignore format: one line
}

function postingsOf(keys: readonly Keys[]): ReadonlyMap<string, readonly number[]> {
  const postings = new Map<string, number[]>()
  for (const [at, { words }] of keys.entries()) {
    for (const word of words) {
      const list = postings.get(word)
      if (list) list.push(at)
      else postings.set(word, [at])
    }
  }
  return postings
}

function near(at: number, keys: readonly Keys[], postings: ReadonlyMap<string, readonly number[]>): number[] {
  const shared = new Map<number, number>()
  for (const word of keys[at]!.words) {
    const list = postings.get(word)!
    if (list.length > COMMON) continue
    for (const other of list) if (other !== at) shared.set(other, (shared.get(other) ?? 0) + 1 / list.length)
  }
  const measured = (other: number): number => Number([...keys[at]!.measures].some((one) => keys[other]!.measures.has(one))) // biome-ignore format: one line
  const common = (other: number): number => [...keys[at]!.words].filter((word) => keys[other]!.words.has(word)).length
  return [...shared]
    .filter(([other]) => common(other) + measured(other) >= LEAST)
    .sort(([a, x], [b, y]) => measured(b) + y - measured(a) - x || a - b)
    .slice(0, MOST)
    .map(([other]) => other)
}
