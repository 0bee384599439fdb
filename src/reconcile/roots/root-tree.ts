import type { RootAppearance } from "./find-roots.ts"

/** A document that leads to a root. */
export type RootLeaf = Readonly<{
  document: number
  relayedBy: readonly string[]
  copies: readonly number[]
  /** Without a named source: others that count as one with it, being of one outlet or in the same words. */
  alike: readonly number[]
}>

/** A root with the documents that lead to it: root <- relayed <- document <- its copies. */
export type RootBranch = Readonly<{
  /** Null: said in the publishers' own voice or by nobody named. */
  root: string | null
  /** False: it is only loosely what the claim says; without a named source: it counts for nothing. */
  sure: boolean
  documents: readonly RootLeaf[]
}>

/**
 * What shows why a claim has as many roots as it has; each document once, under the first root that it names. `sure`: how
 * many of the roots count; `own`: the documents without a named source that count, those that count as one together.
 */
export function growTree(
  appearances: readonly RootAppearance[],
  { roots, sure, own }: Readonly<{ roots: readonly string[]; sure: number; own: readonly (readonly number[])[] }>,
): RootBranch[] {
  const counted = new Set(own.flat())
  const among = (is: (document: number) => boolean) => [
    ...new Map(appearances.flatMap((one) => (is(one.document) ? [[one.document, one] as const] : []))).values(),
  ]
  const named = [...roots.keys()].map((root): RootBranch => {
    const documents = among((document) => branchOf(document, appearances) === root)
    return { root: roots[root]!, sure: root < sure, documents: leavesOf(documents) }
  })
  const nameless = (document: number) => branchOf(document, appearances) === null
  const origins = new Map(appearances.map(({ document, copyOf }) => [document, copyOf]))
  const leaves = own.map((group) => {
    // Other printings of one text are copies of it, and never counted by themselves.
    const members = among((one) => nameless(one) && (group.includes(one) || leadsTo(one, group, origins)))
    const [first, ...others] = leavesOf(members)
    const taken = others.flatMap(({ document, copies }) => [document, ...copies])
    for (const { document } of members) counted.add(document)
    return { ...first!, alike: taken }
  })
  const rest = leavesOf(among((document) => nameless(document) && !counted.has(document)))
  const branches = [
    ...named,
    { root: null, sure: true, documents: leaves },
    { root: null, sure: false, documents: rest },
  ]
  return branches.filter(({ documents }) => documents.length > 0)
}

/** Whether a document is a copy, or a copy of a copy, of one of the group. */
function leadsTo(document: number, group: readonly number[], origins: ReadonlyMap<number, number | null>): boolean {
  for (let at = origins.get(document) ?? null; at !== null; at = origins.get(at) ?? null)
    if (group.includes(at)) return true
  return false
}

/** Documents with their copies under them. */
function leavesOf(documents: readonly RootAppearance[]): RootLeaf[] {
  const here = new Set(documents.map(({ document }) => document))
  const isCopy = ({ copyOf }: RootAppearance) => copyOf !== null && here.has(copyOf)
  return documents
    .filter((appearance) => !isCopy(appearance))
    .map(({ document, relayedBy }) => ({ document, relayedBy, copies: copiesOf(document, documents), alike: [] }))
}

function branchOf(document: number, appearances: readonly RootAppearance[]): number | null {
  const named = appearances.flatMap((one) => (one.document === document && one.root !== null ? [one.root] : []))
  return named.length > 0 ? Math.min(...named) : null
}

/** Copies, and copies of copies. */
function copiesOf(document: number, all: readonly RootAppearance[], above: readonly number[] = []): number[] {
  const direct = all.filter(({ copyOf, document: own }) => copyOf === document && !above.includes(own))
  return direct.flatMap(({ document: own }) => [own, ...copiesOf(own, all, [...above, document])])
}
