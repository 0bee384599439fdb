import type { RootAppearance, RootBranch, RootedClaim } from "../comparing.ts"
import type { Screen } from "./screen.ts"
import { wrap } from "./wrap.ts"

/** What a document, by its place, is called. */
type Name = (document: number) => string

/** The claim, its count, then a line a root with the documents that lead to it; ends with an empty line. */
export function rootTree(claim: RootedClaim, name: Name, { columns, style }: Screen): string {
  const { proposition, min, max, appearances, because, tree } = claim
  const carriers = new Set(appearances.map(({ document }) => document)).size
  const range = min === max ? `${min}` : `${min} to ${max}`
  const count = `${carriers} documents -> ${range} ${max === 1 ? "root" : "roots"} (${because.join("; ")})`
  const branches = tree.flatMap((branch) =>
    wrap(branchLine(branch, appearances, name), columns - 4).map((line) => `    ${line}`),
  )
  return `${[...wrap(style.bold(proposition), columns), ...wrap(count, columns - 2).map((line) => `  ${line}`), ...branches, ""].join("\n")}\n`
}

function branchLine(
  { root, sure, documents: branch }: RootBranch,
  appearances: readonly RootAppearance[],
  name: Name,
): string {
  const differs = (document: number) => appearances.some((one) => one.document === document && one.says === "differs")
  const listed = branch.map(({ document, relayedBy, copies, alike }) => {
    const own = alike.filter((one) => name(one) === name(document)).length
    const others = [...new Set(alike.map(name))].filter((other) => other !== name(document))
    const notes = [
      ...(relayedBy.length > 0 ? [`by way of ${relayedBy.join(", ")}`] : []),
      ...(own > 0 ? [`${own + 1} documents`] : []),
      ...(others.length > 0 ? [`as one with ${others.join(", ")}`] : []),
      ...(copies.length > 0 ? [`copied in ${[...new Set(copies.map(name))].join(", ")}`] : []),
      ...(differs(document) ? ["says it otherwise"] : []),
    ]
    return { name: name(document), notes }
  })
  return `${headOf(root, sure)}: ${once(listed).join(", ")}`
}

function headOf(root: string | null, sure: boolean): string {
  if (root !== null) return sure ? root : `perhaps ${root}`
  return sure ? "no named source" : "not counted, in part or in words of another"
}

type Listed = Readonly<{ name: string; notes: readonly string[] }>

/** Several documents of one outlet that nothing tells apart are named once. */
function once(listed: readonly Listed[]): string[] {
  const same = new Map<string, Listed[]>()
  for (const one of listed) {
    const key = JSON.stringify(one)
    same.set(key, [...(same.get(key) ?? []), one])
  }
  return [...same.values()].map((all) => {
    const { name, notes } = all[0]!
    const told = [...(all.length > 1 ? [`${all.length} documents`] : []), ...notes]
    return told.length > 0 ? `${name} (${told.join("; ")})` : name
  })
}
