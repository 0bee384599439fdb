import { memoryLedger } from "../src/ledger/memory.ts"
import { type Entity, entityId } from "../src/model/entity.ts"
import { type Figure, figureId, type Measure } from "../src/model/figure.ts"
import type { Entry, Ledger } from "../src/model/ledger.ts"
import { type Invented, inventedEntry } from "./invented-entry.ts"

type InventedEntity = Readonly<{ name: string; kind: Entity["kind"]; roles?: readonly string[] }>
/** `part`: the words of the figure that it is a part of. */
type InventedFigure = Readonly<{
  words: string
  low: number | null
  high: number | null
  measure?: Measure
  part?: string
}>

/** An invented article of which more was read than its claims: each source that is printed as an entity's name is its. */
export function inventedReport(
  invented: Invented & Readonly<{ entities?: readonly InventedEntity[]; figures?: readonly InventedFigure[] }>,
): Entry {
  const entry = inventedEntry(invented)
  const { text, run } = entry
  if (!run) return entry
  const place = (words: string) => ({ start: text.value.indexOf(words), end: text.value.indexOf(words) + words.length })
  const entities = (invented.entities ?? []).map(({ name, kind, roles = [] }) => ({
    ...{ id: entityId(text.id, place(name)), name, kind, roles, mentions: [place(name)] },
  }))
  const attributions = run.attributions.map((attribution) => {
    const source = attribution.source && text.value.slice(attribution.source.start, attribution.source.end)
    return { ...attribution, speaker: entities.find(({ name }) => name === source)?.id ?? null }
  })
  const figures = (invented.figures ?? []).map(({ words, low, high, measure = "killed", part }): Figure => {
    const span = place(words)
    const holder = attributions.find(({ content }) =>
      content.some((one) => one.start <= span.start && span.end <= one.end),
    )
    return {
      ...{
        ...span,
        id: figureId(text.id, span),
        measure,
        low,
        high,
        about: false,
        unit: "people",
        of: null,
        side: null,
      },
      ...{
        status: "unknown",
        period: "unknown",
        partOf: part ? figureId(text.id, place(part)) : null,
        sameAs: null,
        said: null,
        meant: null,
      },
      ...{ asOf: null, place: null, attribution: holder?.id ?? null, confidence: 0.9 },
    }
  })
  return { ...entry, run: { ...run, attributions, findings: { ...run.findings, entities, figures } } }
}

const day = (value: string) => ({ value, precision: "day" }) as const
const WIRE = `The Tarvel defence ministry said more than 70 raiders were killed at Hesk bridge. The night had been cold along the
river, and the lamps of the toll house were lit until four. Carts waited on both banks for the smoke to clear away.`

/** Four invented outlets on one fight at a bridge: a report, its copy, a denial, another figure. */
export const BRIDGE: readonly Entry[] = [
  inventedReport({
    ...{
      text: WIRE,
      file: "/a.txt",
      title: "Fight at Hesk bridge",
      publisher: "The Quillmouth Lamp",
      published: day("2031-03-12"),
    },
    claims: [
      {
        source: "The Tarvel defence ministry",
        cue: "said",
        content: ["more than 70 raiders were killed at Hesk bridge"],
      },
    ],
    entities: [{ name: "The Tarvel defence ministry", kind: "organisation" }],
    figures: [{ words: "more than 70", low: 71, high: null }],
  }),
  inventedReport({
    ...{
      text: `${WIRE}\nMore soon.`,
      file: "/b.txt",
      title: "Hesk bridge",
      publisher: "Glasswick Echo",
      published: day("2031-03-13"),
    },
    claims: [
      {
        source: "The Tarvel defence ministry",
        cue: "said",
        content: ["more than 70 raiders were killed at Hesk bridge"],
      },
    ],
    entities: [{ name: "The Tarvel defence ministry", kind: "organisation" }],
    figures: [{ words: "more than 70", low: 71, high: null }],
  }),
  inventedReport({
    ...{ text: "Osmer denied that more than 70 raiders were killed at Hesk bridge.", file: "/c.txt" },
    ...{ title: "Osmer speaks", publisher: "Osmer Post", published: day("2031-03-13") },
    claims: [
      { source: "Osmer", cue: "denied", content: ["more than 70 raiders were killed at Hesk bridge"], act: "deny" },
    ],
    entities: [{ name: "Osmer", kind: "place" }],
    figures: [{ words: "more than 70", low: 71, high: null }],
  }),
  inventedReport({
    ...{ text: "Doctor Ilse Paderov counted seven raiders killed at the bridge of Hesk, she said.", file: "/d.txt" },
    ...{ title: "From the ward", publisher: "Merrisk Courier", published: day("2031-03-14") },
    claims: [
      {
        source: "Ilse Paderov",
        cue: "said",
        content: ["counted seven raiders killed at the bridge of Hesk"],
        shown: false,
      },
    ],
    entities: [{ name: "Ilse Paderov", kind: "person", roles: ["Doctor"] }],
    figures: [{ words: "seven", low: 7, high: 7 }],
  }),
]

export async function ledgerOf(entries: readonly Entry[]): Promise<Ledger> {
  const ledger = memoryLedger()
  for (const entry of entries) await ledger.add(entry)
  return ledger
}
