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
  const listed = branch.map(({ document, relayedBy, copies }) => {
    const differs = appearances.some((one) => one.document === document && one.says === "differs")
    const notes = [
      ...(relayedBy.length > 0 ? [`by way of ${relayedBy.join(", ")}`] : []),
      ...(copies.length > 0 ? [`copied in ${copies.map(name).join(", ")}`] : []),
      ...(differs ? ["says it otherwise"] : []),
    ]
    return notes.length > 0 ? `${name(document)} (${notes.join("; ")})` : name(document)
  })
  const head = root === null ? "no named source" : sure ? root : `perhaps ${root}`
  return `${head}: ${listed.join(", ")}`
}
