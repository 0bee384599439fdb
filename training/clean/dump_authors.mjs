// Writes the sets of names that pages give for their authors, with features, for authors.py: dump_authors.mjs DIST PAGES/html OUT.jsonl
// {"page", "features": [name, …], "sets": [{"names": [text, …], "row": [number, …]}, …]} a line.
import { createWriteStream } from "node:fs"
import { loaderOf, pageFacts } from "./page_facts.mjs"

const [dist, folder, out] = process.argv.slice(2)
const load = loaderOf(dist)
const { authorPlaces } = await load("clean/author-places.js")
const { authorSets } = await load("clean/author-sets.js")
const { AUTHOR_FEATURES, authorFeatures } = await load("clean/author-features.js")

const lines = createWriteStream(out)
for await (const { name, page, data, meta, publisher, title } of pageFacts(dist, folder)) {
  const known = { publisher, title }
  const sets = authorSets(authorPlaces(page, meta, data, known), publisher)
  const rows = authorFeatures(page, sets, data, known)
  const said = sets.map(({ names }, i) => ({ names, row: [...rows[i]] }))
  lines.write(`${JSON.stringify({ page: name, features: AUTHOR_FEATURES, sets: said })}\n`)
}
lines.end()
