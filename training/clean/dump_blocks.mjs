// Writes the blocks of pages with the element that each stands in, for lines.py: dump_blocks.mjs DIST PAGES/html OUT.jsonl
// {"page", "blocks": [text, …], "containers": [number, …], "parents": [number, …]} a line.
import { createWriteStream, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"

const [dist, folder, out] = process.argv.slice(2)
const load = (name) => import(pathToFileURL(join(resolve(dist), name)).href)
const { decode } = await load("clean/decode.js")
const { readPage } = await load("clean/read-page.js")
const { toSnapshot } = await load("model/snapshot.js")

const lines = createWriteStream(out)
for (const name of readdirSync(folder).sort()) {
  const snapshot = toSnapshot({ bytes: readFileSync(join(folder, name)), url: null, headers: {}, fetched: "" })
  const { blocks, containers } = readPage(decode(snapshot, name))
  const page = name.replace(/\.html$/, "")
  const texts = blocks.map(({ text }) => text)
  const inside = blocks.map(({ container }) => container)
  lines.write(`${JSON.stringify({ page, blocks: texts, containers: inside, parents: containers.parent })}\n`)
}
lines.end()
