import type { RootAppearance } from "./find-roots.ts"

/** A root with the documents that lead to it: root <- relayed <- document <- its copies. */
export type RootBranch = Readonly<{
  /** Null: said in the publishers' own voice or by nobody named. */
  root: string | null
  /** False: it is only loosely what the claim says. */
  sure: boolean
  documents: readonly Readonly<{ document: number; relayedBy: readonly string[]; copies: readonly number[] }>[]
}>

/** What shows why a claim has as many roots as it has; each document once, under the first root that it names. */
export function growTree(appearances: readonly RootAppearance[], roots: readonly string[], sure: number): RootBranch[] {
  const branches = [...roots.keys(), null].map((root): RootBranch => {
    const own = appearances.filter((appearance) => branchOf(appearance.document, appearances) === root)
    const documents = [...new Map(own.map((appearance) => [appearance.document, appearance])).values()]
    const here = new Set(documents.map(({ document }) => document))
    const isCopy = ({ copyOf }: RootAppearance) => copyOf !== null && here.has(copyOf)
    return {
      root: root === null ? null : roots[root]!,
      sure: root !== null && root < sure,
      documents: documents
        .filter((appearance) => !isCopy(appearance))
        .map(({ document, relayedBy }) => ({ document, relayedBy, copies: copiesOf(document, documents) })),
    }
  })
  return branches.filter(({ documents }) => documents.length > 0)
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
