// Writes the features of the lines of texts, for lines.py: dump_lines.mjs DIST TEXTS.jsonl OUT [ODDS.json]
// TEXTS: {"fold", "lines": [text, …], "blank": [true, …]} a line; ODDS: a table of words for each fold.
// OUT.f32: 32-bit floats, one row a line; OUT.names.json: what each column is; OUT.words.jsonl: each line's words (without ODDS).
// DIST is the built program, so training and running share one code.
import { createReadStream, createWriteStream, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { createInterface } from "node:readline"
import { pathToFileURL } from "node:url"

const [dist, texts, out, oddsPath] = process.argv.slice(2)
const load = (name) => import(pathToFileURL(join(resolve(dist), name)).href)
const { lineFeatures, wordsOfLine, LINE_FEATURES } = await load("clean/line-features.js")
const { readFurniture } = await load("lexicon/furniture.js")

const furniture = readFurniture()
const odds = oddsPath ? JSON.parse(readFileSync(oddsPath, "utf8")).map((table) => new Map(Object.entries(table))) : null
const file = createWriteStream(odds ? `${out}.f32` : `${out}.words.jsonl`)
const write = async (piece) => file.write(piece) || new Promise((go) => file.once("drain", go))
for await (const text of createInterface({ input: createReadStream(texts) })) {
  const { fold, lines, blank } = JSON.parse(text)
  if (!odds) await write(`${JSON.stringify(lines.map(wordsOfLine))}\n`)
  else {
    const given = lines.map((line, i) => ({ text: line, blankBefore: blank[i] }))
    const rows = lineFeatures(given, { furniture, odds: odds[fold] })
    for (const row of rows) await write(Buffer.from(Float32Array.from(row).buffer))
  }
}
file.end()
writeFileSync(`${out}.names.json`, JSON.stringify(LINE_FEATURES))
