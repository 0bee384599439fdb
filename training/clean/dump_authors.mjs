// Writes the sets of names that pages give for their authors, with features, for authors.py: dump_authors.mjs DIST PAGES/html OUT.jsonl
// {"page", "features": [name, …], "sets": [{"names": [text, …], "row": [number, …]}, …]} a line.
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
const { authorPlaces } = await load("clean/author-places.js")
const { authorSets } = await load("clean/author-sets.js")
const { AUTHOR_FEATURES, authorFeatures } = await load("clean/author-features.js")
const { toSnapshot } = await load("model/snapshot.js")

const lines = createWriteStream(out)
for (const name of readdirSync(folder).sort()) {
  const snapshot = toSnapshot({ bytes: readFileSync(join(folder, name)), url: null, headers: {}, fetched: "" })
  const page = readPage(decode(snapshot, name))
  const [data, meta] = [readLinkedData(page.jsonLd), metaTable(page)]
  const publisher = choosePublisher(meta, data, pageAddress(page, meta, data, null)).value
  const known = { publisher, title: chooseTitle(page, meta, data, publisher) }
  const sets = authorSets(authorPlaces(page, meta, data, known), publisher)
  const rows = authorFeatures(page, sets, data, known)
  const said = sets.map(({ names }, i) => ({ names, row: [...rows[i]] }))
  lines.write(`${JSON.stringify({ page: name.replace(/\.html$/, ""), features: AUTHOR_FEATURES, sets: said })}\n`)
}
lines.end()
