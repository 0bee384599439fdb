import type { SourcesAnswer } from "../asking.ts"
import { toJsonLine } from "../formats/json-line.ts"
import type { PublishedDate } from "../model/date.ts"
import type { Ledger } from "../model/ledger.ts"
import { closingLine } from "./closing-line.ts"
import type { Context } from "./context.ts"
import { documentsLine } from "./counts-line.ts"
import { moreLine } from "./more-line.ts"
import { rootTree } from "./root-tree.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{ limit: number; json?: true; asOf?: PublishedDate }>

/** `sources CLAIM`: outlets, copies, who relays, roots. */
export async function printSources(
  ledger: Ledger,
  claim: string,
  { limit, json, asOf }: Options,
  { screen }: Context,
): Promise<void> {
  const { openAsker } = await import("../asking.ts")
  const answer = await openAsker(ledger).sources(claim)
  const { claims, documents, ledger: counts } = answer
  const name = (document: number): string => {
    const { publisher, title, id } = documents[document]!
    return publisher ?? title ?? id
  }
  for (const one of claims.slice(0, limit)) {
    await screen.print(json ? toJsonLine(toJson(one, documents)) : rootTree(one, name, screen))
  }
  if (json) return void (claims.length > limit && screen.tell(moreLine(limit)))
  const nothing = `No claim of this that two or more documents carry: ${documentsLine(counts.documents)} searched. `
  const more = claims.length > limit ? `${moreLine(limit)} ` : ""
  await screen.print(
    `${wrap(`${claims.length === 0 ? nothing : more}${closingLine(counts, counts, asOf)}`, screen.columns).join("\n")}\n`,
  )
}

/** The same with the documents' heads instead of their numbers. */
function toJson(
  { appearances, tree, ...claim }: SourcesAnswer["claims"][number],
  documents: SourcesAnswer["documents"],
) {
  const head = (document: number) => documents[document]!
  return {
    ...claim,
    appearances: appearances.map(({ document, copyOf, ...appearance }) => ({
      document: head(document),
      ...appearance,
      copyOf: copyOf === null ? null : head(copyOf).id,
    })),
    tree: tree.map(({ documents: branch, ...root }) => ({
      ...root,
      documents: branch.map(({ document, relayedBy, copies, alike }) => ({
        document: head(document).id,
        relayedBy,
        copies: copies.map((copy) => head(copy).id),
        alike: alike.map((one) => head(one).id),
      })),
    })),
  }
}
