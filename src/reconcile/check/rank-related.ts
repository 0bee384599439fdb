import type { DocumentHead } from "../../model/ledger.ts"

export const RELATED_KINDS = ["story", "copy", "claim", "claimant"] as const
/** `why` in words, as "The Tarvel ministry speaks in both". */
export type RelatedLink = Readonly<{ document: DocumentHead; kind: (typeof RELATED_KINDS)[number]; why: string }>
/** A document that has to do with another; `because`: each reason once, story before copy before claim before claimant. */
export type RelatedRow = Readonly<{ document: DocumentHead; score: number; because: readonly string[] }>

/** One story weighs most, one claim more than any number of claimants alone; set by hand, and so is the most that counts. */
const WEIGHT = { story: 10, copy: 5, claim: 3, claimant: 1 } as const
const MOST = { story: 1, copy: 1, claim: 3, claimant: 2 } as const

/** A row a document, most reasons first, then the latest, then by id. Empty without links. */
export function rankRelated(links: readonly RelatedLink[]): RelatedRow[] {
  const byDocument = new Map<string, RelatedLink[]>()
  for (const link of links) byDocument.set(link.document.id, [...(byDocument.get(link.document.id) ?? []), link])
  return [...byDocument.values()].map(toRow).sort(compareRows)
}

function toRow(links: readonly RelatedLink[]): RelatedRow {
  const reasons = RELATED_KINDS.map((kind) => {
    const whys = links.flatMap((link) => (link.kind === kind ? [link.why] : []))
    return { kind, whys: [...new Set(whys)] }
  })
  return {
    document: links[0]!.document,
    score: reasons.reduce((sum, { kind, whys }) => sum + WEIGHT[kind] * Math.min(MOST[kind], whys.length), 0),
    because: reasons.flatMap(({ whys }) => whys),
  }
}

const day = ({ document }: RelatedRow): string => document.published?.value ?? ""

const compareRows = (a: RelatedRow, b: RelatedRow): number =>
  b.score - a.score || (day(a) > day(b) ? -1 : day(a) < day(b) ? 1 : 0) || (a.document.id < b.document.id ? -1 : 1)
