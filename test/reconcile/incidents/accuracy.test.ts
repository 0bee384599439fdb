import assert from "node:assert/strict"
import { test, vi } from "vitest"
import type { DocumentRecord } from "../../../src/model/ledger.ts"
import type { Place } from "../../../src/model/place.ts"
import { toSnapshot } from "../../../src/model/snapshot.ts"
import { overlaps, type Span } from "../../../src/model/span.ts"
import { openPipeline } from "../../../src/pipeline.ts"
import { findIncidents } from "../../../src/reconcile/incidents/find-incidents.ts"
import { GROUPS, POINTS, type Report } from "./reports.ts"

vi.setConfig({ testTimeout: 60_000 })

type Labelled = Readonly<{ record: DocumentRecord; marks: readonly (Span & { incident: string })[] }>
type Read = (text: string, published: string, file: string) => Promise<DocumentRecord>

/** The report without its marks, read by the program; places are looked up among the invented ones, by name. */
async function labelled({ text, published }: Report, read: Read, file: string): Promise<Labelled> {
  const marks: (Span & { incident: string })[] = []
  let plain = ""
  let from = 0
  for (const found of text.matchAll(/\{([^|]+)\|([^}]+)\}/g)) {
    plain += text.slice(from, found.index)
    marks.push({ start: plain.length, end: plain.length + found[2]!.length, incident: found[1]! })
    plain += found[2]
    from = found.index + found[0].length
  }
  plain += text.slice(from)
  const record = await read(plain, published, file)
  const places = Object.entries(POINTS).flatMap(([name, [latitude, longitude]]): Place[] =>
    [...plain.matchAll(new RegExp(`\\b${name}\\b`, "g"))].map(({ index }) => ({
      ...{ start: index, end: index + name.length, name, country: "QQ", latitude, longitude },
      ...{ precision: "city" as const, because: [] },
    })),
  )
  // As the program does with those of its gazetteer: the nearest one of the sentence, longer names before shorter ones.
  const figures = record.run!.findings.figures.map((figure) => ({ ...figure, place: nearest(figure, places, plain) }))
  const findings = { ...record.run!.findings, figures, places }
  return { record: { ...record, run: { ...record.run!, findings } }, marks }
}

function nearest({ start }: Span, places: readonly Place[], text: string): string | null {
  const sentence = (at: number) => text.slice(0, at).split(". ").length
  const near = places.filter((place) => sentence(place.start) === sentence(start))
  const far = (place: Place) => Math.abs(place.start - start)
  return near.sort((a, b) => far(a) - far(b) || b.name.length - a.name.length)[0]?.name ?? null
}

/** Pairs of marked figures that are put into one incident: right ones, all of them, and all that there are. */
async function measure(read: Read) {
  const sum = { right: 0, given: 0, gold: 0, marked: 0, found: 0 }
  for (const [at, group] of GROUPS.entries()) {
    const reports = []
    for (const [number, report] of group.entries()) reports.push(await labelled(report, read, `/${at}-${number}.txt`))
    const { incidents } = findIncidents(reports.map(({ record }) => record))
    const placed = reports.flatMap(({ record, marks }) =>
      marks.map(({ incident, ...span }) => {
        const figure = record.run!.findings.figures.find((one) => overlaps(one, span))
        const given = incidents.findIndex(({ figures }) => figure !== undefined && figures.includes(figure.id))
        return { gold: incident === "?" ? null : incident, given, found: figure !== undefined }
      }),
    )
    sum.marked += placed.length
    sum.found += placed.filter(({ found }) => found).length
    for (const [one, left] of placed.entries()) {
      for (const right of placed.slice(one + 1)) {
        const gold = left.gold !== null && left.gold === right.gold
        const given = left.given >= 0 && left.given === right.given
        if (gold) sum.gold++
        if (given) sum.given++
        if (gold && given) sum.right++
      }
    }
  }
  return { ...sum, precision: sum.right / sum.given, recall: sum.right / sum.gold }
}

test("figures of one thing that happened are put together, and of two kept apart, in 14 invented stories", async () => {
  const pipeline = await openPipeline()
  try {
    const read: Read = async (text, value, file) => {
      const at = "2033-01-01T00:00:00Z"
      const snapshot = toSnapshot({ bytes: Buffer.from(text), url: null, headers: {}, fetched: at })
      const published = { value, precision: "day" as const }
      const entry = await pipeline.read(snapshot, { file, place: file }, { verbatim: true, published })
      const counts = { shown: 0, doubtful: 0, attributed: true, sightings: 1, firstSeen: at, lastSeen: at }
      return { ...entry, ...counts, readings: [entry.reading], seen: [entry.sighting] }
    }
    const { precision, recall, found, marked } = await measure(read)
    // Measured: precision 1.000, recall .848 (28 of 33 pairs), 48 of 49 figures found. What is missed: a day of saying taken
    // for the day meant ("said on Thursday that … in Tuesday's fire"), and a figure that agrees with two incidents.
    assert.ok(precision >= 0.95, `precision ${precision}`)
    assert.ok(recall >= 0.8, `recall ${recall}`)
    assert.ok(found >= 0.95 * marked, `${found} of ${marked} found`)
  } finally {
    await pipeline.close()
  }
})
