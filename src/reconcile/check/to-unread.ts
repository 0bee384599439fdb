import type { Checked } from "./check-claim.ts"

/** Something to read that others lean on and the ledger does not hold. */
export type Unread = Readonly<{ what: string; url: string | null; why: string; outlets: number }>

/** Claimants that are only credited, and the addresses that matching sentences lead to; most outlets first. */
export function toUnread({ roots, against, others }: Pick<Checked, "roots" | "against" | "others">): Unread[] {
  const rows = [...roots, ...against, ...others]
  const crediting = new Map<string, Set<string>>()
  for (const { kind, status, root, outlets } of rows) {
    if (kind !== "named" || status !== "only credited") continue
    crediting.set(root, new Set([...(crediting.get(root) ?? []), ...outlets]))
  }
  const credited = [...crediting].map(([what, outlets]) => ({
    ...{ what, url: null, why: "credited, and no document of its own was read", outlets: outlets.size },
  }))
  const linked = new Map<string, Unread>()
  for (const { prints } of rows) {
    for (const { document, links } of prints) {
      for (const url of links) {
        const why = `linked to by ${document.publisher ?? document.title ?? document.id}`
        linked.set(url, { what: url, url, why, outlets: (linked.get(url)?.outlets ?? 0) + 1 })
      }
    }
  }
  return [...credited, ...linked.values()].sort((a, b) => b.outlets - a.outlets || (a.what < b.what ? -1 : 1))
}
