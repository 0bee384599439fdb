import { type Entity, entityId } from "../src/model/entity.ts"
import type { Evidence } from "../src/model/evidence.ts"
import { type Figure, figureId } from "../src/model/figure.ts"
import type { Place } from "../src/model/place.ts"
import type { Span } from "../src/model/span.ts"
import { toText } from "../src/model/text.ts"
import type { TimeExpression } from "../src/model/time.ts"

const FIGURE = {
  ...{ measure: "killed", low: null, high: null, about: false, unit: null, of: null, side: null, status: "unknown" },
  ...{ period: "unknown", partOf: null, sameAs: null, said: null, meant: null, asOf: null, place: null },
  ...{ attribution: null, confidence: 0.9 },
} as const satisfies Omit<Figure, "id" | keyof Span>

/** Findings as reading a text would give them; their words are looked up in it, at their first place. */
export function findingsIn(text: string) {
  const { id } = toText(text)
  const spanOf = (words: string): Span => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`the text does not hold "${words}"`)
    return { start, end: start + words.length }
  }
  return {
    spanOf,
    entity(mentions: readonly string[], parts: Pick<Entity, "name" | "kind"> & Partial<Entity>): Entity {
      const spans = mentions.map(spanOf)
      return { id: entityId(id, spans[0]!), roles: [], mentions: spans, ...parts }
    },
    figure: (words: string, parts: Partial<Figure>): Figure => ({
      ...FIGURE,
      ...spanOf(words),
      id: figureId(id, spanOf(words)),
      ...parts,
    }),
    time: (words: string, value: string | null, parts: Partial<TimeExpression> = {}): TimeExpression => ({
      ...{ ...spanOf(words), value, type: "DATE", precision: value === null ? "none" : "day" },
      ...{ because: ["a day of the week"], ...parts },
    }),
    place: (words: string, parts: Partial<Place> = {}): Place => ({
      ...{ ...spanOf(words), name: words, country: null, latitude: null, longitude: null, precision: "none" },
      ...{ because: [], ...parts },
    }),
    evidence: (item: string, parts: Omit<Partial<Evidence>, "item"> = {}): Evidence => ({
      ...{ item: spanOf(item), kind: "other", checker: null, method: null, finding: null, stance: "for" },
      ...{ attribution: null, ...parts },
    }),
  }
}
