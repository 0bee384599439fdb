import type { JudgedNames } from "../../model/judged-names.ts"
import { blockKeys, type NamedEntity, ONE } from "./merge-people.ts"

/** Two names of which a person should say whether they are one's. */
export type NameSuggestion = Readonly<{
  left: string
  right: string
  kind: NamedEntity["kind"]
  /** As `names` gives it, 0 to 1. */
  score: number
  /** Whether the program takes them for one's by itself. */
  taken: boolean
  /** How many documents name each. */
  documents: Readonly<{ left: number; right: number }>
  roles: Readonly<{ left: readonly string[]; right: readonly string[] }>
}>

/** Of less likeness nobody need look at a pair. */
const LEAST = 0.5

type Name = {
  name: string
  kind: NamedEntity["kind"]
  documents: Set<string>
  roles: Set<string>
  keys: readonly string[]
}

/** Pairs of names of one kind that share a word's beginning and that nobody has judged, nearest to the threshold first. */
export function suggestNames(
  entities: readonly NamedEntity[],
  likeness: (left: string, right: string) => number,
  { verdictOn }: JudgedNames,
): NameSuggestion[] {
  const blocks = new Map<string, Name[]>()
  const found = new Map<string, NameSuggestion>()
  for (const name of namesOf(entities)) {
    const others = new Set(name.keys.flatMap((key) => blocks.get(key) ?? []))
    for (const other of others) {
      const score = likeness(other.name, name.name)
      if (score < LEAST || score === 1 || verdictOn(other.name, name.name) !== null) continue
      found.set(JSON.stringify([other.name, name.name, name.kind]), toSuggestion(other, name, score))
    }
    for (const key of name.keys) blocks.set(key, [...(blocks.get(key) ?? []), name])
  }
  const doubt = ({ score }: NameSuggestion) => Math.abs(score - ONE)
  const often = ({ documents }: NameSuggestion) => documents.left + documents.right
  return [...found.values()].sort(
    (a, b) => doubt(a) - doubt(b) || often(b) - often(a) || (a.left + a.right < b.left + b.right ? -1 : 1),
  )
}

function namesOf(entities: readonly NamedEntity[]): Name[] {
  const names = new Map<string, Name>()
  for (const entity of entities) {
    const key = `${entity.kind} ${entity.name.toLowerCase()}`
    const { name, kind } = entity
    const known = names.get(key) ?? { name, kind, documents: new Set(), roles: new Set(), keys: blockKeys(entity) }
    names.set(key, known)
    if (name < known.name) known.name = name
    known.documents.add(entity.document)
    for (const role of entity.roles) known.roles.add(role)
  }
  return [...names.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

const toSuggestion = (left: Name, right: Name, score: number): NameSuggestion => ({
  left: left.name,
  right: right.name,
  kind: left.kind,
  score,
  taken: score >= ONE,
  documents: { left: left.documents.size, right: right.documents.size },
  roles: { left: [...left.roles].sort(), right: [...right.roles].sort() },
})
