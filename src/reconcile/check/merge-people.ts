import type { DocumentId } from "../../model/document.ts"

/** A person or an organisation of one document. `claims`: what it is said to have said; `shown`: those of the surest part. */
export type NamedEntity = Readonly<{
  document: DocumentId
  name: string
  kind: "person" | "organisation"
  roles: readonly string[]
  claims: number
  shown: number
}>

/** One person or organisation over all documents. */
export type PersonRow = Readonly<{
  name: string
  kind: NamedEntity["kind"]
  /** Other spellings, most often printed first. */
  aliases: readonly string[]
  roles: readonly string[]
  claims: number
  shown: number
  documents: number
}>

/** From here on two names are taken for one's: higher than where one is only rather it than not. */
const ONE = 0.9

/**
 * Entities whose names are one's, merged; a person and an organisation never. Most claims first, then most documents,
 * then by name. A name is compared with those that share a word's beginning with it, and joined to the likest.
 */
export function mergePeople(
  entities: readonly NamedEntity[],
  likeness: (left: string, right: string) => number,
): PersonRow[] {
  const groups: NamedEntity[][] = []
  const exact = new Map<string, NamedEntity[]>()
  const blocks = new Map<string, Set<NamedEntity[]>>()
  // Longest first, and then by name, so that the result does not hang on the order of the documents.
  const sorted = [...entities].sort(
    (a, b) => b.name.length - a.name.length || order(a.name, b.name) || order(a.document, b.document),
  )
  for (const entity of sorted) {
    const key = `${entity.kind} ${entity.name.toLowerCase()}`
    const keys = blockKeys(entity)
    const known =
      exact.get(key) ?? likest(entity, new Set(keys.flatMap((one) => [...(blocks.get(one) ?? [])])), likeness)
    const group = known ?? []
    if (!known) groups.push(group)
    group.push(entity)
    if (exact.has(key)) continue
    exact.set(key, group)
    for (const one of keys) blocks.set(one, (blocks.get(one) ?? new Set()).add(group))
  }
  return groups.map(toRow).sort((a, b) => b.claims - a.claims || b.documents - a.documents || order(a.name, b.name))
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const blockKeys = ({ name, kind }: NamedEntity): string[] =>
  name
    .normalize("NFD")
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word.length > 1)
    .map((word) => `${kind} ${word.slice(0, 2)}`)

function likest(
  entity: NamedEntity,
  groups: ReadonlySet<NamedEntity[]>,
  likeness: (left: string, right: string) => number,
): NamedEntity[] | null {
  let best: NamedEntity[] | null = null
  let most = ONE
  for (const group of groups) {
    const score = likeness(group[0]!.name, entity.name)
    if (score >= most && (best === null || score > most)) [best, most] = [group, score]
  }
  return best
}

function toRow(group: readonly NamedEntity[]): PersonRow {
  const names = byOften(group.map(({ name }) => name))
  const name = group[0]!.name
  return {
    name,
    kind: group[0]!.kind,
    aliases: names.filter((one) => one !== name),
    roles: byOften(group.flatMap(({ roles }) => roles)),
    claims: group.reduce((sum, { claims }) => sum + claims, 0),
    shown: group.reduce((sum, { shown }) => sum + shown, 0),
    documents: new Set(group.map(({ document }) => document)).size,
  }
}

function byOften(values: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || order(a, b)).map(([value]) => value)
}
