import type { ClaimWords } from "../../lexicon/claim-words.ts"
import { readStatements, type StatedText, type Statement } from "./statement.ts"
import { type Carrier, openStatementIndex, type StatementIndex } from "./statement-index.ts"

/** What several documents say: the words that make it this claim, and the statements that carry it, by text. */
export type CarriedClaim = Readonly<{
  core: readonly string[]
  carriers: readonly Carrier[]
  /** How many documents print a carrier. */
  documents: number
  /** What the core weighs: the more, the more particular it is. */
  weight: number
}>

/** A claim that one document carries alone is listed nowhere. */
const LEAST = 2

/**
 * What two or more documents say, most carried first; none when nothing is said twice. A statement may carry several
 * claims. Method: the words that two statements of different texts share are a claim's core; who holds enough of it
 * carries it; the core is drawn anew from its carriers, as k-means draws a centre; of claims with the same carriers the
 * most carried is kept. The same whatever the order of the texts but for ties. Does not throw.
 */
export function findClaims(texts: readonly StatedText[], words: ClaimWords): CarriedClaim[] {
  const statements = readStatements(texts, words)
  const index = openStatementIndex(statements, words.weights)
  const claims = new Map<string, CarriedClaim>()
  for (const seed of findSeeds(texts, { statements, index, words })) {
    const { core, carriers } = settle(seed, index, words)
    const weight = index.weigh(core)
    const documents = countDocuments(carriers, texts)
    if (weight < words.weights.coreLeast || documents < LEAST) continue
    claims.set(core.join(" "), { core, carriers, documents, weight })
  }
  return keepDistinct([...claims.values()].sort(byRank), words)
}

const byRank = (a: CarriedClaim, b: CarriedClaim): number =>
  b.documents - a.documents || b.weight - a.weight || (a.core.join(" ") < b.core.join(" ") ? -1 : 1)

type Ground = Readonly<{ statements: readonly Statement[]; index: StatementIndex; words: ClaimWords }>

/** Words that two statements share, and all words of a statement whose text was printed twice. */
function findSeeds(texts: readonly StatedText[], { statements, index, words: { weights } }: Ground): string[][] {
  const seeds = new Map<string, string[]>()
  const add = (keys: Iterable<string>) => {
    const seed = index.weightiest(keys, weights.seedWords)
    if (seed.length >= 2) seeds.set(seed.join(" "), seed)
  }
  for (const statement of statements) {
    if (texts[statement.text]!.printed >= LEAST) add(statement.keys)
    for (const [other, shared] of index.near(statement)) {
      if (shared >= weights.coreLeast) add([...statement.keys].filter((key) => other.keys.has(key)))
    }
  }
  return [...seeds.values()]
}

function settle(seed: readonly string[], index: StatementIndex, { weights }: ClaimWords) {
  let core = seed
  let carriers = index.carriers(core)
  for (let round = 0; round < weights.rounds; round++) {
    const next = index.weightiest(keysOfMost(carriers, weights.keep), weights.coreWords)
    if (next.length < 2 || next.join(" ") === core.join(" ")) break
    const drawn = index.carriers(next)
    if (drawn.length === 0) break
    core = next
    carriers = drawn
  }
  return { core, carriers }
}

function keysOfMost(carriers: readonly Carrier[], share: number): string[] {
  const counts = new Map<string, number>()
  for (const { statement } of carriers) {
    for (const key of statement.keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].flatMap(([key, count]) => (count >= share * carriers.length ? [key] : []))
}

function countDocuments(carriers: readonly Carrier[], texts: readonly StatedText[]): number {
  const carrying = new Set(carriers.map(({ statement }) => statement.text))
  return [...carrying].reduce((sum, text) => sum + texts[text]!.printed, 0)
}

/** Leave out claims whose carriers are mostly those of one before. */
function keepDistinct(claims: readonly CarriedClaim[], { weights }: ClaimWords): CarriedClaim[] {
  const kept: CarriedClaim[] = []
  const sets: ReadonlySet<Statement>[] = []
  for (const claim of claims) {
    const set = new Set(claim.carriers.map(({ statement }) => statement))
    if (sets.some((other) => countShared(set, other) >= weights.overlap * Math.min(set.size, other.size))) continue
    kept.push(claim)
    sets.push(set)
    if (kept.length >= weights.claims) break
  }
  return kept
}

function countShared<Item>(few: ReadonlySet<Item>, many: ReadonlySet<Item>): number {
  let shared = 0
  for (const item of few) if (many.has(item)) shared++
  return shared
}
