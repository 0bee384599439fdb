import type { DocumentId } from "../../model/document.ts"
import { heeding, type JudgedNames, judgedNames, nameSubject } from "../../model/judged-names.ts"

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
export const ONE = 0.9

/**
 * Entities whose names are one's, merged; a person and an organisation only where somebody judged so. Most claims first, then
 * most documents, then by name. A name is compared with those that share a word's beginning with it, and joined to the
 * likest; what people judged comes before.
 */
export function mergePeople(
  entities: readonly NamedEntity[],
  likeness: (left: string, right: string) => number,
  judged: JudgedNames = judgedNames([]),
): PersonRow[] {
  const groups = joinJudged(groupsOf(entities, likeness, judged), judged)
  return groups.map(toRow).sort((a, b) => b.claims - a.claims || b.documents - a.documents || order(a.name, b.name))
}

type Group = NamedEntity[]

function groupsOf(
  entities: readonly NamedEntity[],
  likeness: (left: string, right: string) => number,
  judged: JudgedNames,
): Group[] {
  const groups: Group[] = []
  const exact = new Map<string, Group>()
  const blocks = new Map<string, Set<Group>>()
  // Longest first, and then by name, so that the result does not hang on the order of the documents.
  const sorted = [...entities].sort(
    (a, b) => b.name.length - a.name.length || order(a.name, b.name) || order(a.document, b.document),
  )
  for (const entity of sorted) {
    const key = `${entity.kind} ${entity.name.toLowerCase()}`
    const keys = blockKeys(entity)
    const near = new Set(keys.flatMap((one) => [...(blocks.get(one) ?? [])]))
    for (const group of near) if (areApart([entity], group, judged)) near.delete(group)
    const known = exact.get(key) ?? likest(entity, near, heeding(judged, likeness))
    const group = known ?? []
    if (!known) groups.push(group)
    group.push(entity)
    if (exact.has(key)) continue
    exact.set(key, group)
    for (const one of keys) blocks.set(one, (blocks.get(one) ?? new Set()).add(group))
  }
  return groups
}

/** Whether somebody judged a name of the one and a name of the other to be two's. */
const areApart = (left: Group, right: Group, { verdictOn, anyDifferent }: JudgedNames): boolean => {
  if (!anyDifferent) return false
  const names = new Set(right.map(({ name }) => name))
  return left.some((entity) => [...names].some((name) => verdictOn(entity.name, name) === "different"))
}

/** Groups that hold names judged to be one's become one, unless other names in them were judged to be two's. */
function joinJudged(groups: readonly Group[], judged: JudgedNames): Group[] {
  if (judged.same.length === 0) return [...groups]
  const bySubject = new Map<string, Set<Group>>()
  for (const group of groups)
    for (const { name } of group) {
      const subject = nameSubject(name)
      bySubject.set(subject, (bySubject.get(subject) ?? new Set()).add(group))
    }
  const into = new Map<Group, Group>()
  const find = (group: Group): Group => (into.has(group) ? find(into.get(group)!) : group)
  for (const [left, right] of judged.same) {
    const found = [...(bySubject.get(left) ?? []), ...(bySubject.get(right) ?? [])]
    for (const other of found.slice(1)) {
      const [one, two] = [find(found[0]!), find(other)]
      if (one === two || areApart(one, two, judged)) continue
      one.push(...two)
      into.set(two, one)
    }
  }
  return groups.filter((group) => !into.has(group)).map(inOrder)
}

/** The longest name stands for all. */
const inOrder = (group: Group): Group =>
  group.sort((a, b) => b.name.length - a.name.length || order(a.name, b.name) || order(a.document, b.document))

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const blockKeys = ({ name, kind }: NamedEntity): string[] =>
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
