import type { Attribution, AttributionId } from "../../model/attribution.ts"
import type { JudgedClaims } from "../../model/judged-claims.ts"
import { overlaps } from "../../model/span.ts"
import type { CarriedClaim } from "../claims/find-claims.ts"
import type { Statement } from "../claims/statement.ts"
import type { Carrier } from "../claims/statement-index.ts"

/** `statements` of all texts; `attributions` of each text; `innermost`: on whose word a carrier carries a claim. */
export type Carried = Readonly<{
  statements: readonly Statement[]
  attributions: readonly (readonly Attribution[])[]
  printed: readonly number[]
  innermost: (carrier: Carrier, claim: CarriedClaim) => AttributionId | null
}>

/** A carrier that people put there: the attribution by which it is one. */
export type JudgedCarrier = Carrier & Readonly<{ by?: AttributionId }>

/**
 * Claims with those carriers that people said are of one proposition with one of theirs, in whatever words; without the
 * lesser one of two that they said to be two; and claims that only people saw in two documents. Most carried first.
 */
export function heedCarriers(claims: readonly CarriedClaim[], carried: Carried, judged: JudgedClaims): CarriedClaim[] {
  if (judged.pairs.length === 0) return [...claims]
  const places = placesOf(carried, judged)
  const heeded = claims.map((claim) => heedOne(claim, { carried, judged, places }))
  for (const group of new Set(judged.pairs.map(({ left }) => judged.propositions.groupOf(left)))) {
    const carriers = carriersOf(group, places)
    const texts = new Set(carriers.map(({ statement }) => statement.text))
    if (countPrinted(texts, carried) < 2 || isCarriedTogether(heeded, carriers)) continue
    const core = [...carriers[0]!.statement.keys].sort()
    heeded.push({ core, carriers, documents: countPrinted(texts, carried), weight: 0 })
  }
  return heeded
    .filter(({ documents }) => documents >= 2)
    .sort((a, b) => b.documents - a.documents || b.weight - a.weight || (a.core.join(" ") < b.core.join(" ") ? -1 : 1))
}

type Heeding = Readonly<{
  carried: Carried
  judged: JudgedClaims
  places: ReadonlyMap<AttributionId, readonly Statement[]>
}>

function heedOne(claim: CarriedClaim, { carried, judged, places }: Heeding): CarriedClaim {
  const idOf = (carrier: JudgedCarrier) => carrier.by ?? carried.innermost(carrier, claim)
  const kept: JudgedCarrier[] = []
  for (const carrier of [...claim.carriers].sort((a, b) => b.share - a.share)) {
    const id = idOf(carrier)
    const isOther = kept.some((other) => {
      const rival = idOf(other)
      if (id === null || rival === null) return false
      const verdict = judged.judgementOn(id, rival)?.verdict
      return verdict === "different" || verdict === "not-comparable"
    })
    if (!isOther) kept.push(carrier)
  }
  for (const carrier of [...kept]) {
    const id = idOf(carrier)
    for (const other of id === null ? [] : judged.propositions.groupOf(id)) {
      for (const statement of places.get(other) ?? []) {
        if (!kept.some((one) => one.statement === statement)) kept.push({ statement, share: carrier.share, by: other })
      }
    }
  }
  const carriers = kept.sort(
    (a, b) =>
      a.statement.text - b.statement.text || b.share - a.share || a.statement.span.start - b.statement.span.start,
  )
  const texts = new Set(carriers.map(({ statement }) => statement.text))
  return { ...claim, carriers, documents: countPrinted(texts, carried) }
}

/** A statement that several of the group stand in counts once. */
function carriersOf(group: Iterable<AttributionId>, places: Heeding["places"]): JudgedCarrier[] {
  const carriers = [...group].flatMap((by) => (places.get(by) ?? []).map((statement) => ({ statement, share: 1, by })))
  return [...new Map(carriers.map((carrier) => [carrier.statement, carrier])).values()]
}

const isCarriedTogether = (claims: readonly CarriedClaim[], carriers: readonly Carrier[]): boolean =>
  claims.some((claim) => carriers.every(({ statement }) => claim.carriers.some((one) => one.statement === statement)))

const countPrinted = (texts: ReadonlySet<number>, { printed }: Carried): number =>
  [...texts].reduce((sum, text) => sum + printed[text]!, 0)

/** Of each judged attribution the statement that most of its words stand in, one a text. */
function placesOf({ statements, attributions }: Carried, { pairs }: JudgedClaims): Map<AttributionId, Statement[]> {
  const wanted = new Set(pairs.flatMap(({ left, right }) => [left, right!]))
  const places = new Map<AttributionId, Statement[]>()
  for (const [text, own] of attributions.entries()) {
    for (const { id, content } of own) {
      if (!wanted.has(id)) continue
      const holds = ({ span }: Statement): number =>
        content.reduce(
          (sum, part) => sum + Math.max(0, Math.min(part.end, span.end) - Math.max(part.start, span.start)),
          0,
        )
      const near = statements.filter((one) => one.text === text && content.some((part) => overlaps(part, one.span)))
      const best = near.sort((a, b) => holds(b) - holds(a))[0]
      if (best) places.set(id, [...(places.get(id) ?? []), best])
    }
  }
  return places
}
