import assert from "node:assert/strict"
import { test } from "vitest"
import { DATE_FEATURES, dateFeatures, dayCandidates } from "../../src/clean/date-features.ts"
import { datePlaces } from "../../src/clean/date-places.ts"
import { decode } from "../../src/clean/decode.ts"
import { readLinkedData } from "../../src/clean/json-ld.ts"
import { metaTable } from "../../src/clean/meta.ts"
import { readPage } from "../../src/clean/read-page.ts"
import { toSnapshot } from "../../src/model/snapshot.ts"
import { newsPage } from "./page.ts"

function placesOf(head: string, top: string, url: string | null = null) {
  const bytes = new TextEncoder().encode(newsPage(head, top))
  const page = readPage(decode(toSnapshot({ bytes, url: null, headers: {}, fetched: "" }), "page"))
  const data = readLinkedData(page.jsonLd)
  const known = { url, fetched: "", title: "Bridge over the Ost stays shut" }
  return { page, data, places: datePlaces(page, metaTable(page), data, known) }
}
const told = (head: string, top: string, url: string | null = null) =>
  placesOf(head, top, url).places.map(({ kind, value, before }) => ({ kind, value, before }))

test("two dates of one line are two, each with the words before it", () => {
  assert.deepEqual(told("", "<p>Published 24 May 2023 | Updated 26 May 2023</p>"), [
    { kind: "labelled", value: "2023-05-24", before: "Published" },
    { kind: "line near", value: "2023-05-26", before: "| Updated" },
  ])
})

test("a day in numbers that may be either is two candidates", () => {
  assert.deepEqual(told("", "<p>03/04/2021</p>"), [
    { kind: "day first", value: "2021-04-03", before: "" },
    { kind: "month first", value: "2021-03-04", before: "" },
  ])
})

test("days are read from the address and from the picture's", () => {
  const head = '<meta property="og:image" content="https://img.example/2023/05/23/bridge.jpg">'
  assert.deepEqual(
    told(head, "", "https://ledger.example/article/A2023052414320001").map(({ kind, value }) => [kind, value]),
    [["address", "2023-05-24"], ["picture", "2023-05-23"]], // biome-ignore format: one line
  )
})

test("a place that says no date says none", () => {
  assert.deepEqual(told('<meta name="date" content="soon">', ""), [{ kind: "meta vague", value: "", before: "" }])
})

test("the same day in several places is one candidate with all of them, and no day knows of the page only", () => {
  const head = '<meta property="article:published_time" content="2023-05-24T23:30:00Z">'
  const { page, data, places } = placesOf(head, "<p>24 May 2023</p><p>Updated 25 May 2023</p>")
  const days = dayCandidates(places)
  const rows = dateFeatures(page, days, data, 0)
  const feature = (day: number, name: string) => rows[day]![DATE_FEATURES.indexOf(name)]
  assert.deepEqual(days.map(({ day }) => day), [null, "2023-05-24", "2023-05-25"]) // biome-ignore format: one line
  assert.deepEqual([feature(0, "none"), feature(0, "kinds"), feature(0, "candidates")], [1, 0, 2])
  assert.deepEqual([feature(1, "by meta published"), feature(1, "by line near"), feature(1, "kinds")], [1, 1, 2])
  assert.deepEqual([feature(1, "earliest"), feature(1, "latest"), feature(1, "said updated")], [1, 0, 0])
  assert.deepEqual([feature(2, "next day of data"), feature(2, "said updated"), feature(2, "latest")], [1, 1, 1])
})

test("of a thousand dates in teasers far below, sixty are looked at", () => {
  const teasers = Array.from({ length: 1000 }, () => `<p>Frost is expected</p><time datetime="2023-05-20"></time>`)
  const { places } = placesOf("", `<p>By Tom Arden</p>${teasers.join("")}`)
  assert.ok(places.filter(({ kind }) => kind === "time far").length <= 60)
})
