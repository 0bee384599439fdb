// Packs the n-grams of eld (its smallest table) as src/lexicon/languages.ts reads them: node training/language/pack.mjs
import { writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const eld = join(dirname(fileURLToPath(import.meta.resolve("eld/extrasmall"))), "..")
const { ngramsData } = await import(join(eld, "ngrams", "extrasmall.js"))
const { dictionary } = await import(join(eld, "dictionary.js"))
const { avgScore } = await import(join(eld, "avgScore.js"))

// eld writes bytes beyond ASCII as characters of its own.
const bytes = new Map(Object.entries(dictionary).map(([byte, character]) => [character, Number(byte)]))

/** @param {string} ngram */
function keyOf(ngram) {
  const group = (ngram.startsWith(" ") ? 1 : 0) | (ngram.endsWith(" ") ? 2 : 0)
  const units = [...ngram.trim()].map((character) => bytes.get(character) ?? character.charCodeAt(0))
  if (units.length > 4 || units.some((unit) => unit > 255)) throw new Error(`no n-gram of bytes: ${ngram}`)
  return { group, key: units.reduce((key, unit) => key * 256 + unit, 0) * 256 ** (4 - units.length) }
}

const rows = Object.entries(ngramsData.ngrams)
  .map(([ngram, scores]) => ({ ...keyOf(ngram), scores: Object.entries(scores).flat().map(Number) }))
  .sort((a, b) => a.group - b.group || a.key - b.key)
const base64 = (/** @type {ArrayBufferView} */ array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64") // biome-ignore format: one line
const out = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "data", "models", "languages.json")
const packed = {
  languages: Object.values(ngramsData.languages).map((code) => ({ code, usual: avgScore[code] })),
  groups: [0, 1, 2, 3].map((group) => rows.filter((row) => row.group === group).length),
  ngrams: base64(Uint32Array.from(rows, ({ key }) => key)),
  counts: base64(Uint8Array.from(rows, ({ scores }) => scores.length / 2)),
  scores: base64(Uint8Array.from(rows.flatMap(({ scores }) => scores))),
}
writeFileSync(out, `${JSON.stringify(packed)}\n`)
