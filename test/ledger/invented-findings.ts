import { attributionId } from "../../src/model/attribution.ts"
import { entityId } from "../../src/model/entity.ts"
import { figureId } from "../../src/model/figure.ts"
import type { Findings } from "../../src/model/findings.ts"
import type { Span } from "../../src/model/span.ts"
import { toText } from "../../src/model/text.ts"
import { TEXT } from "./entries.ts"

const text = toText(TEXT).id

const spanOf = (words: string): Span => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })

const [office, twelve, four] = [spanOf("The harbour office"), spanOf("twelve"), spanOf("only four")]
const [saidOfTwelve, saidOfFour] = [
  { cue: spanOf("said"), content: [spanOf("twelve boats were missing")] },
  { cue: spanOf("According to"), content: [spanOf("only four boats had left the quay")] },
]

const figure = {
  measure: "missing",
  about: false,
  unit: null,
  of: "boats",
  side: null,
  status: "unknown",
  period: "incident",
  partOf: null,
  sameAs: null,
  said: "2024-03-04",
  meant: null,
  asOf: null,
  place: null,
  confidence: 0.8,
} as const

/** What `TEXT` holds beside its attributions. */
export const FINDINGS: Findings = {
  entities: [
    { id: entityId(text, office), name: "harbour office", kind: "organisation", roles: [], mentions: [office] },
  ],
  figures: [
    {
      ...twelve,
      ...figure,
      id: figureId(text, twelve),
      low: 12,
      high: 12,
      attribution: attributionId(text, saidOfTwelve),
    },
    { ...four, ...figure, id: figureId(text, four), low: 4, high: 4, attribution: attributionId(text, saidOfFour) },
  ],
  times: [{ ...spanOf("Monday"), value: "2024-03-04", type: "DATE", precision: "day", because: ["a day of the week"] }],
  places: [
    {
      ...spanOf("the quay"),
      ...{ name: "quay", country: null, latitude: 51.5, longitude: -0.25, precision: "exact", because: ["invented"] },
    },
  ],
  evidence: [
    {
      ...{ item: spanOf("We counted them"), kind: "eyewitness", checker: spanOf("Mara Quill"), method: "seen" },
      ...{ finding: null, stance: "for", attribution: attributionId(text, saidOfTwelve) },
    },
  ],
}
