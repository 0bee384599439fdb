import type { AttributionId } from "../../model/attribution.ts"
import type { JudgedClaims } from "../../model/judged-claims.ts"

/** Something that a document says, with the attribution that it was read from; null: in its own voice. */
type Said = Readonly<{ attribution: Readonly<{ id: AttributionId }> | null }>

/** Join, by their places, statements of which people said that they are one claim. */
export function joinJudgedClaims(
  statements: readonly Said[],
  { claims, pairs }: JudgedClaims,
  join: (left: number, right: number) => void,
): void {
  if (pairs.length === 0) return
  const first = new Map<AttributionId, number>()
  for (const [place, { attribution }] of statements.entries()) {
    if (!attribution) continue
    for (const id of claims.groupOf(attribution.id)) {
      const known = first.get(id)
      if (known !== undefined) join(known, place)
      else if (id === attribution.id) first.set(id, place)
    }
  }
}
