import type { Entity } from "../model/entity.ts"
import type { Evidence } from "../model/evidence.ts"
import type { Figure } from "../model/figure.ts"
import type { Findings } from "../model/findings.ts"
import type { Place } from "../model/place.ts"
import type { Span } from "../model/span.ts"
import type { TimeExpression } from "../model/time.ts"
import { type SpanJson, toSpanJson } from "./attribution-json.ts"

export type EntityJson = Omit<Entity, "mentions"> & Readonly<{ mentions: readonly SpanJson[] }>
export type FigureJson = SpanJson & Omit<Figure, "asOf"> & Readonly<{ asOf: SpanJson | null }>
export type TimeJson = SpanJson & TimeExpression
export type PlaceJson = SpanJson & Place
export type EvidenceJson = Omit<Evidence, "item" | "checker" | "finding"> &
  Readonly<{ item: SpanJson; checker: SpanJson | null; finding: SpanJson | null }>

/** What a text holds beside attributions, as `read --json` prints it. */
export type FindingsJson = Readonly<{
  entities: readonly EntityJson[]
  figures: readonly FigureJson[]
  times: readonly TimeJson[]
  places: readonly PlaceJson[]
  evidence: readonly EvidenceJson[]
}>

/** Findings with the words of their spans. Confidence is rounded to 4 digits. */
export function toFindingsJson(findings: Findings, text: string): FindingsJson {
  const worded = <Item extends Span>(item: Item): SpanJson & Item => ({ ...toSpanJson(text, item), ...item })
  const wordedOrNull = (span: Span | null): SpanJson | null => span && toSpanJson(text, span)
  return {
    entities: findings.entities.map((entity) => ({
      ...entity,
      mentions: entity.mentions.map((span) => toSpanJson(text, span)),
    })),
    figures: findings.figures.map((figure) => ({
      ...worded(figure),
      asOf: wordedOrNull(figure.asOf),
      confidence: Math.round(figure.confidence * 1e4) / 1e4,
    })),
    times: findings.times.map(worded),
    places: findings.places.map(worded),
    evidence: findings.evidence.map(({ item, checker, finding, ...rest }) => ({
      ...rest,
      item: toSpanJson(text, item),
      checker: wordedOrNull(checker),
      finding: wordedOrNull(finding),
    })),
  }
}
