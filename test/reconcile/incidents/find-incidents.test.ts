import assert from "node:assert/strict"
import { test } from "vitest"
import type { Figure, Measure } from "../../../src/model/figure.ts"
import type { DocumentRecord } from "../../../src/model/ledger.ts"
import type { Place } from "../../../src/model/place.ts"
import { findIncidents } from "../../../src/reconcile/incidents/find-incidents.ts"

const POINTS: Readonly<Record<string, readonly [number, number]>> = {
  Hesk: [50, 20],
  "Hesk Mill": [50.05, 20.05],
  Tarvel: [55, 30],
}
const place = (name: string): Place => {
  const [latitude, longitude] = POINTS[name] ?? [null, null]
  const precision = name in POINTS ? "city" : "country"
  return { start: 0, end: 1, name, country: "QQ", latitude, longitude, precision, because: [] }
}
type Given = Readonly<{ id: string; meant?: string; at?: string; measure?: Measure; of?: string; partOf?: string }>
const figure = ({ id, meant, at, measure = "killed", of, partOf }: Given): Figure => ({
  ...{ start: 0, end: 1, id, measure, low: 7, high: 7, about: false, unit: "people", of: of ?? null, side: null },
  ...{ status: "unknown", period: "unknown", partOf: partOf ?? null, sameAs: null, said: null, meant: meant ?? null },
  ...{ asOf: null, place: at ?? null, attribution: null, confidence: 1 },
})
const document = (id: string, ...given: Given[]): DocumentRecord => {
  const findings = { figures: given.map(figure), places: given.flatMap(({ at }) => (at ? [place(at)] : [])) }
  return { document: { id }, run: { findings } } as unknown as DocumentRecord
}
const find = (...documents: DocumentRecord[]) => findIncidents(documents)
const figuresOf = (...documents: DocumentRecord[]) => find(...documents).incidents.map(({ figures }) => figures)

test("figures of one day and one place are one incident, with its day, place and why", () => {
  const { incidents, open } = find(
    document("a", { id: "1", meant: "2031-03-12", at: "Hesk", of: "raiders" }),
    document("b", { id: "2", meant: "2031-03-12T04:00", at: "Hesk" }),
  )
  assert.equal(incidents.length, 1)
  const { from, to, place: where, figures, documents, parties, because } = incidents[0]!
  assert.deepEqual([from, to, where?.name, where?.precision], ["2031-03-12", "2031-03-12", "Hesk", "city"])
  assert.deepEqual([figures, documents, parties, open], [["1", "2"], ["a", "b"], ["raiders"], []])
  assert.deepEqual(because, ["the same place, Hesk, on the same day"])
})

test("a round-up holds one incident a place and stretch of days", () => {
  const one = { id: "1", meant: "2031-03-12", at: "Hesk" }
  assert.deepEqual(figuresOf(document("a", one, { id: "2", meant: "2031-03-12", at: "Tarvel" })), [["1"], ["2"]])
  assert.deepEqual(figuresOf(document("a", one, { id: "2", meant: "2031-03-20", at: "Hesk" })), [["1"], ["2"]])
  assert.deepEqual(figuresOf(document("a", one, { id: "2", meant: "2031-03-13", at: "Hesk Mill" })), [["1", "2"]])
})

test("a figure with a day or a place alone joins the one incident that it agrees with, and is unsure between two", () => {
  const [hesk, tarvel] = [{ id: "1", meant: "2031-03-12", at: "Hesk" }, { id: "2", meant: "2031-03-12", at: "Tarvel" }] // biome-ignore format: one line
  assert.deepEqual(figuresOf(document("a", hesk, tarvel), document("b", { id: "3", at: "Tarvel" })), [
    ["1"],
    ["2", "3"],
  ])
  const { incidents } = find(document("a", hesk, tarvel), document("b", { id: "3", meant: "2031-03-12" }))
  assert.deepEqual(incidents.map(({ figures, unsure }) => [figures, unsure]), [[["1"], ["3"]], [["2"], ["3"]]]) // biome-ignore format: one line
})

test("what names neither, or a country alone, is of no incident; parts, shares and sums tell of none", () => {
  const { incidents, open } = find(
    document("a", { id: "1" }, { id: "2", at: "Osmerland" }, { id: "3", meant: "2031" }),
    document("b", { id: "4", meant: "2031-03-12", measure: "money" }, { id: "5", meant: "2031-03-12", partOf: "1" }),
  )
  assert.deepEqual([incidents, open], [[], ["1", "2", "3"]])
  assert.deepEqual(find(), { incidents: [], open: [] })
})

test("incidents are the same in whatever order documents come", () => {
  const documents = ["Hesk", "Tarvel", "Hesk Mill"].flatMap((at, i) =>
    [11, 12, 15].map((day) => document(`${at}${day}`, { id: `${i}${day}`, meant: `2031-03-${day}`, at })),
  )
  assert.deepEqual(find(...documents), find(...[...documents].reverse()))
})
