import type { ClaimWeights } from "../../lexicon/claim-words.ts"
import type { Statement } from "./statement.ts"

/** A statement that holds `share` of a claim's words, by weight. */
export type Carrier = Readonly<{ statement: Statement; share: number }>

export type StatementIndex = Readonly<{
  weigh(keys: Iterable<string>): number
  /** The weightiest of the words, in order of the alphabet. */
  weightiest(keys: Iterable<string>, most: number): string[]
  /** The best statements of each text that hold enough of the words. */
  carriers(core: readonly string[]): Carrier[]
  /** Statements of later texts, with what they share with this one by weight. */
  near(statement: Statement): Map<Statement, number>
}>

/** A word that is written with a capital so often is a name. */
const MOSTLY = 0.7

/**
 * Statements by their words. A word weighs the more the fewer of the statements have it, as tf-idf does, so that what all
 * of the coverage is about tells nothing; names weigh less, numbers more.
 */
export function openStatementIndex(statements: readonly Statement[], weights: ClaimWeights): StatementIndex {
  const postings = new Map<string, Statement[]>()
  for (const statement of statements) {
    for (const key of statement.keys) {
      const list = postings.get(key)
      if (list) list.push(statement)
      else postings.set(key, [statement])
    }
  }
  const weightOf = weigher(statements, postings, weights)
  const weigh = (keys: Iterable<string>): number => {
    let sum = 0
    for (const key of keys) sum += weightOf(key)
    return sum
  }
  return {
    weigh,
    weightiest: (keys, most) =>
      [...keys]
        .sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1))
        .slice(0, most)
        .sort(),
    carriers: (core) => bestCarriers(core, { postings, weightOf, weights, total: weigh(core) }),
    near(statement) {
      const shared = new Map<Statement, number>()
      for (const key of statement.keys) {
        const list = postings.get(key)!
        if (list.length > weights.common) continue
        for (const other of list) {
          if (other.text > statement.text) shared.set(other, (shared.get(other) ?? 0) + weightOf(key))
        }
      }
      return shared
    },
  }
}

type Postings = ReadonlyMap<string, readonly Statement[]>

function weigher(statements: readonly Statement[], postings: Postings, { number, name, background }: ClaimWeights) {
  const kinds = new Map<string, { number: boolean; names: number; all: number }>()
  for (const { words } of statements) {
    for (const word of words) {
      const kind = kinds.get(word.key) ?? { number: word.number, names: 0, all: 0 }
      kind.all++
      if (word.name) kind.names++
      kinds.set(word.key, kind)
    }
  }
  // In a handful of sentences every word is frequent; measured against nothing else they would all weigh nothing.
  const all = Math.max(statements.length, background) + 1
  return (key: string): number => {
    const kind = kinds.get(key)!
    const factor = kind.number ? number : kind.names > MOSTLY * kind.all ? name : 1
    return (factor * Math.log(all / (postings.get(key)!.length + 0.5))) / Math.log(all)
  }
}

type Sought = Readonly<{
  postings: Postings
  weightOf: (key: string) => number
  weights: ClaimWeights
  total: number
}>

function bestCarriers(core: readonly string[], { postings, weightOf, weights, total }: Sought): Carrier[] {
  const found = new Map<Statement, { share: number; count: number }>()
  for (const key of core) {
    for (const statement of postings.get(key)!) {
      const so = found.get(statement) ?? { share: 0, count: 0 }
      so.share += weightOf(key) / total
      so.count++
      found.set(statement, so)
    }
  }
  const byText = new Map<number, Carrier[]>()
  for (const [statement, { share, count }] of found) {
    // One word in common, however weighty, makes no claim. A hair below the threshold is rounding.
    if (count < 2 || share < weights.cover - 1e-9) continue
    const list = byText.get(statement.text)
    if (list) list.push({ statement, share })
    else byText.set(statement.text, [{ statement, share }])
  }
  return [...byText].sort(([a], [b]) => a - b).flatMap(([, list]) => list.sort(byShare).slice(0, weights.statements))
}

const byShare = (a: Carrier, b: Carrier): number => b.share - a.share || a.statement.span.start - b.statement.span.start
