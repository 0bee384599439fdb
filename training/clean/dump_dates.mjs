// Writes the days that pages give for their publication, with features, for dates.py: dump_dates.mjs DIST PAGES/html OUT.jsonl
// {"page", "features": [name, …], "days": [{"day": "2023-05-24" or null, "row": [number, …]}, …]} a line.
import { createWriteStream } from "node:fs"
import { loaderOf, pageFacts } from "./page_facts.mjs"

const [dist, folder, out] = process.argv.slice(2)
const load = loaderOf(dist)
const { headlineAt } = await load("clean/headline-at.js")
const { datePlaces } = await load("clean/date-places.js")
const { possiblePlaces } = await load("clean/published.js")
const { DATE_FEATURES, dateFeatures, dayCandidates } = await load("clean/date-features.js")

const lines = createWriteStream(out)
for await (const { name, page, data, meta, url, title } of pageFacts(dist, folder)) {
  const known = { url, fetched: "", title }
  const days = dayCandidates(possiblePlaces(datePlaces(page, meta, data, known), known))
  const rows = dateFeatures(page, days, data, Math.max(0, headlineAt(page, title)))
  const said = days.map(({ day }, i) => ({ day, row: [...rows[i]] }))
  lines.write(`${JSON.stringify({ page: name, features: DATE_FEATURES, days: said })}\n`)
}
lines.end()
