import { ENTITY_KINDS } from "../model/entity.ts"
import { EVIDENCE_KINDS, METHODS, STANCES } from "../model/evidence.ts"
import { MEASURES, PERIODS, STATUSES } from "../model/figure.ts"
import { PLACE_PRECISIONS } from "../model/place.ts"
import { TIME_PRECISIONS } from "../model/time.ts"
import { count, flag, id, list, numberOrNull, oneOf, orNull, record, span, text, textOrNull } from "./schema.ts"

const spanFields = { start: count, end: count, text }

const entity = record({ id, name: text, kind: oneOf(ENTITY_KINDS), roles: list(text), mentions: list(span) })

const figure = record({
  ...{
    ...spanFields,
    id,
    measure: oneOf(MEASURES),
    low: numberOrNull,
    high: numberOrNull,
    about: flag,
    unit: textOrNull,
  },
  ...{ of: textOrNull, side: textOrNull, status: oneOf(STATUSES), period: oneOf(PERIODS), partOf: textOrNull },
  ...{ sameAs: textOrNull, said: textOrNull, meant: textOrNull, asOf: orNull(span), place: textOrNull },
  ...{ attribution: textOrNull, confidence: { type: "number", minimum: 0, maximum: 1 } },
})

const time = record({
  ...{ ...spanFields, value: textOrNull, type: oneOf(["DATE", "TIME", "DURATION", "SET"]) },
  ...{ precision: oneOf(TIME_PRECISIONS), because: list(text) },
})

const place = record({
  ...{ ...spanFields, name: text, country: textOrNull, latitude: numberOrNull, longitude: numberOrNull },
  ...{ precision: oneOf(PLACE_PRECISIONS), because: list(text) },
})

const evidence = record({
  ...{ item: span, kind: oneOf(EVIDENCE_KINDS), checker: orNull(span), finding: orNull(span), stance: oneOf(STANCES) },
  ...{ method: { type: ["string", "null"], enum: [...METHODS, null] }, attribution: textOrNull },
})

/** What a document holds beside its attributions. */
export const findings = record({
  ...{
    entities: list(entity),
    figures: list(figure),
    times: list(time),
    places: list(place),
    evidence: list(evidence),
  },
})
