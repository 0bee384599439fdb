// Writes the days that pages give for their publication, with features, for dates.py: dump_dates.mjs DIST PAGES/html OUT.jsonl
// {"page", "features": [name, …], "days": [{"day": "2023-05-24" or null, "row": [number, …]}, …]} a line.
import { createWriteStream, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"

const [dist, folder, out] = process.argv.slice(2)
const load = (name) => import(pathToFileURL(join(resolve(dist), name)).href)
const { decode } = await load("clean/decode.js")
const { readPage } = await load("clean/read-page.js")
const { readLinkedData } = await load("clean/json-ld.js")
const { metaTable } = await load("clean/meta.js")
const { pageAddress } = await load("clean/address.js")
const { choosePublisher } = await load("clean/publisher.js")
const { chooseTitle } = await load("clean/title.js")
const { headlineAt } = await load("clean/headline-at.js")
const { datePlaces } = await load("clean/date-places.js")
const { possiblePlaces } = await load("clean/published.js")
const { DATE_FEATURES, dateFeatures, dayCandidates } = await load("clean/date-features.js")
const { toSnapshot } = await load("model/snapshot.js")

const lines = createWriteStream(out)
for (const name of readdirSync(folder).sort()) {
  const snapshot = toSnapshot({ bytes: readFileSync(join(folder, name)), url: null, headers: {}, fetched: "" })
  const page = readPage(decode(snapshot, name))
  const [data, meta] = [readLinkedData(page.jsonLd), metaTable(page)]
  const url = pageAddress(page, meta, data, null)
  const title = chooseTitle(page, meta, data, choosePublisher(meta, data, url).value)
  const known = { url, fetched: "", title }
  const days = dayCandidates(possiblePlaces(datePlaces(page, meta, data, known), known))
  const rows = dateFeatures(page, days, data, Math.max(0, headlineAt(page, title)))
  const said = days.map(({ day }, i) => ({ day, row: [...rows[i]] }))
  lines.write(`${JSON.stringify({ page: name.replace(/\.html$/, ""), features: DATE_FEATURES, days: said })}\n`)
}
lines.end()
