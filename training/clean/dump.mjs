// Writes the blocks of pages and their features, for train.py: dump.mjs DIST PAGES/html OUT
// OUT.jsonl: {"page", "blocks": [text, …]} a line; OUT.f32: the features as 32-bit floats, one row a block;
// OUT.names.json: what each column is. DIST is the built program, so training and running share one code.
import { createWriteStream, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"

const [dist, folder, out] = process.argv.slice(2)
const load = (name) => import(pathToFileURL(join(resolve(dist), name)).href)
const { decode } = await load("clean/decode.js")
const { readPage } = await load("clean/read-page.js")
const { readMetadata } = await load("clean/metadata.js")
const { blockFeatures, FEATURES } = await load("clean/features.js")
const { lookAt } = await load("clean/block-look.js")
const { readFurniture } = await load("lexicon/furniture.js")
const { toSnapshot } = await load("model/snapshot.js")

const furniture = readFurniture()
const lines = createWriteStream(`${out}.jsonl`)
const rows = createWriteStream(`${out}.f32`)
for (const name of readdirSync(folder).sort()) {
  const snapshot = toSnapshot({ bytes: readFileSync(join(folder, name)), url: null, headers: {}, fetched: "" })
  const page = readPage(decode(snapshot, name))
  const metadata = readMetadata(page, { url: null, at: "" })
  const features = blockFeatures(page, metadata, lookAt(page.blocks, metadata.title, furniture))
  lines.write(`${JSON.stringify({ page: name.replace(/\.html$/, ""), blocks: page.blocks.map(({ text }) => text) })}\n`)
  if (!rows.write(Buffer.from(Float32Array.from(features).buffer))) await new Promise((go) => rows.once("drain", go))
}
lines.end()
rows.end()
writeFileSync(`${out}.names.json`, JSON.stringify(FEATURES))
