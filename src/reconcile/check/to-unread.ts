import type { Checked } from "./check-claim.ts"

/** Something to read that others lean on and the ledger does not hold. */
export type Unread = Readonly<{ what: string; url: string | null; why: string; outlets: number }>

/** Claimants that are only credited, and the addresses that matching sentences lead to; most outlets first. */
export function toUnread({ roots, against }: Pick<Checked, "roots" | "against">): Unread[] {
  const rows = [...roots, ...against]
  const credited = rows
    .filter(({ kind, status }) => kind === "named" && status === "only credited")
    .map(({ root, outlets }) => ({
      what: root,
      url: null,
      why: "credited, and no document of its own was read",
      outlets: outlets.length,
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
  const once = new Map(credited.map((one) => [one.what, one]))
  return [...once.values(), ...linked.values()].sort((a, b) => b.outlets - a.outlets || (a.what < b.what ? -1 : 1))
}
