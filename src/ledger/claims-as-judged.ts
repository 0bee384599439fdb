import type { AttributionId } from "../model/attribution.ts"
import { type JudgedClaims, judgedClaims } from "../model/judged-claims.ts"
import type { AttributionQuery, AttributionView, Ledger } from "../model/ledger.ts"

/** What people said of a claim and another: `verdict` is of the right claim against the left one; `side`: which this one is. */
export type ClaimJudgement = Readonly<{
  number: number
  by: string
  verdict: string
  side: "left" | "right"
  other: AttributionId
}>

/** `reading`: whether people said that it was read rightly; null: nobody did. `judgements`: in the order in which they were made. */
export type ClaimAsJudged = AttributionView &
  Readonly<{ reading: "right" | "wrong" | null; judgements: readonly ClaimJudgement[] }>

const PAGE = 500
const MANY = 100

/**
 * Claims of a ledger as people judged them. Where only the surest part is asked for, what was read rightly is in it,
 * however doubtful, and what was read wrongly is not; else all are there, and say so. `known`: what people judged, where it is
 * at hand already.
 */
export async function claimsAsJudged(
  ledger: Ledger,
  query: AttributionQuery,
  known?: JudgedClaims,
): Promise<ClaimAsJudged[]> {
  const judged = known ?? judgedClaims(await ledger.judgements())
  const { limit = MANY, offset = 0, shownOnly = false } = query
  const found =
    shownOnly && judged.anyReading
      ? await surestOf(ledger, query, judged)
      : await ledger.attributions({ ...query, limit, offset })
  return found.map((view) => ({ ...view, ...beside(view.attribution.id, judged) }))
}

async function surestOf(ledger: Ledger, query: AttributionQuery, judged: JudgedClaims): Promise<AttributionView[]> {
  const { limit = MANY, offset = 0 } = query
  const isSure = ({ attribution: { id, shown } }: AttributionView): boolean =>
    judged.readingOf(id) === "right" || (shown && judged.readingOf(id) === null)
  const found: AttributionView[] = []
  for (let from = 0; found.length < offset + limit; from += PAGE) {
    const views = await ledger.attributions({ ...query, shownOnly: false, limit: PAGE, offset: from })
    found.push(...views.filter(isSure))
    if (views.length < PAGE) break
  }
  return found.slice(offset, offset + limit)
}

function beside(id: AttributionId, { readingOf, pairs }: JudgedClaims): Omit<ClaimAsJudged, keyof AttributionView> {
  const judgements = pairs.flatMap(({ number, by, verdict, left, right }): ClaimJudgement[] => {
    if (left === id) return [{ number, by, verdict, side: "left", other: right! }]
    return right === id ? [{ number, by, verdict, side: "right", other: left }] : []
  })
  return { reading: readingOf(id), judgements }
}
