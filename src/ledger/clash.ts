import type { Run } from "../model/attribution.ts"
import type { Document, Reading, Sighting } from "../model/document.ts"
import type { Clash } from "../model/ledger.ts"

/** In which fields a document that is held and another of its id differ; null when in none. The publisher is the first reading's. */
export const documentClash = (held: Document | null, other: Document): Clash | null =>
  held && held.url !== other.url ? { kind: "document", id: other.id, fields: ["url"] } : null

export const readingClash = (held: Reading | null, other: Reading): Clash | null => clash("reading", held, other)
export const runClash = (held: Run | null, other: Run): Clash | null => clash("run", held, other)

function clash<Item extends Reading | Run>(kind: Clash["kind"], held: Item | null, other: Item): Clash | null {
  const differs = (name: string) => canonical(held?.[name as keyof Item]) !== canonical(other[name as keyof Item])
  const fields = held ? Object.keys(other).filter(differs).sort() : []
  return fields.length > 0 ? { kind, id: other.id, fields } : null
}

/** JSON whose names stand in order: the same for the same record, whatever store it comes from. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** Those of the others that the held ones lack, each as many times as it stands there more often than here. */
export function missingSightings(held: readonly Sighting[], others: readonly Sighting[]): Sighting[] {
  const here = new Map<string, number>()
  const keyOf = ({ url, at }: Sighting) => JSON.stringify([url, at])
  for (const one of held) here.set(keyOf(one), (here.get(keyOf(one)) ?? 0) + 1)
  return others.filter((one) => {
    const left = here.get(keyOf(one)) ?? 0
    here.set(keyOf(one), left - 1)
    return left <= 0
  })
}

/** Two versions of one snapshot may have one text and its runs in common. */
export const uniqueById = <Item extends Readonly<{ id: string }>>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
]
