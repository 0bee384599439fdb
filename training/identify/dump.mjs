// Writes the candidates of each pronoun and noun with what speaks for them, for fit.py: dump.mjs DIST LABELS TEXTS > OUT
// LABELS ends with .tsv: rows of text's SHA-256, start and end of a source, start and end of the name it stands for ("-":
// nobody named), in code points; the attributions are then those that the program finds. Else:
// LABELS: a line an article with "file" and "attributions" (source, content: spans in code points; speaker: names
// or null; kind; resolved). Names are those that the shipped model finds.
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"

const [dist, labels, texts] = process.argv.slice(2)
const load = (name) => import(pathToFileURL(join(resolve(dist), name)).href)
const { identify } = await load("identify/identify.js")
const { analyse } = await load("analyse/analyse.js")
const { loadSpeakers } = await load("lexicon/speakers.js")
const { loadAbbreviations } = await load("lexicon/abbreviations.js")
const { attribute } = await load("attribute/attribute.js")
const { loadCues } = await load("lexicon/cues.js")
const { loadActWeights } = await load("lexicon/act-weights.js")
const { loadCarry } = await load("lexicon/carry.js")
const { openEncoder } = await load("encode/encoder.js")
const { dataPath } = await load("lexicon/data.js")
const { toText } = await load("model/text.js")

const lexicon = loadSpeakers()
const abbreviations = loadAbbreviations()
const encoder = await openEncoder(dataPath("models/attribution"))
const UNNAMED = ["group", "anonymous", "document"]
const SMALL = new Set(["the", "a", "an", "mr", "mrs", "ms", "dr"])
const plain = (name) =>
  (
    name
      .replace(/['’]s\b/g, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? []
  )
    .filter((word) => !SMALL.has(word))
    .join(" ")

/** Articles of a table of references, each source an attribution of its own; `found`: read them off the program's. */
function* fromTable(path) {
  const rows = readFileSync(path, "utf8").trim().split("\n").slice(1).map((row) => row.split("\t")) // biome-ignore format: one chain
  const byText = Map.groupBy ? Map.groupBy(rows, ([sha]) => sha) : rows.reduce((map, row) => map.set(row[0], [...(map.get(row[0]) ?? []), row]), new Map()) // biome-ignore format: one thing
  for (const file of readdirSync(texts)) {
    const bytes = readFileSync(join(texts, file))
    const own = byText.get(createHash("sha256").update(bytes).digest("hex"))
    if (own) yield { file, found: true, rows: own, points: [...bytes.toString("utf8")] }
  }
}

/** The program's attributions of a text as labels; those whose source is in the table are resolved. */
function asLabels({ rows, points }, attributions, pointAt) {
  const pair = (span) => [pointAt.get(span.start), pointAt.get(span.end)]
  return attributions.map(({ source, cue, content }) => {
    const row = source && rows.find(([, start, end]) => Number(start) === pointAt.get(source.start) && Number(end) === pointAt.get(source.end)) // biome-ignore format: one thing
    const speaker = row && row[3] !== "-" ? [points.slice(Number(row[3]), Number(row[4])).join("")] : null
    return { source: source ? [pair(source)] : [], cue: cue ? [pair(cue)] : [], content: content.map(pair), resolved: Boolean(row), speaker, kind: "person" } // biome-ignore format: one record
  })
}

const fromLines = (path) => readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line)) // biome-ignore format: one chain
const loaded = {
  abbreviations,
  cues: loadCues(),
  acts: loadActWeights(),
  carry: loadCarry(),
  speakers: lexicon,
  thresholds: encoder.thresholds,
}

for (const article of labels.endsWith(".tsv") ? fromTable(labels) : fromLines(labels)) {
  const value = readFileSync(join(texts, article.file), "utf8")
  const text = toText(value)
  const starts = [0]
  for (const character of value) starts.push(starts.at(-1) + character.length)
  const spanOf = ([start, end]) => ({ start: starts[start], end: starts[end] })
  const wholeOf = (spans) => (spans?.length ? { start: spanOf(spans[0]).start, end: spanOf(spans.at(-1)).end } : null)
  const encoding = await encoder.encode(text)
  const analysis = analyse(text, encoding, abbreviations)
  if (article.found) {
    const pointAt = new Map(starts.map((start, point) => [start, point]))
    article.attributions = asLabels(article, attribute(analysis, encoding, loaded), pointAt)
  }
  const byId = new Map(article.attributions.map((label, index) => [String(index), label]))
  const attributions = article.attributions.map(({ source, cue, content }, index) => {
    const pieces = content.map(spanOf)
    const length = pieces.reduce((sum, { start, end }) => sum + end - start, 0)
    const quoted = analysis.quotations.filter((mark) =>
      pieces.some(({ start, end }) => mark.start < end && start < mark.end),
    )
    const marked = quoted.reduce((sum, { start, end }) => sum + end - start, 0)
    const quotation = marked > 0.8 * length ? "direct" : marked > 0 ? "mixed" : "indirect"
    return { id: String(index), source: wholeOf(source), cue: wholeOf(cue), content: pieces, quotation, within: null }
  })
  const watch = ({ id }, kind, candidates) => {
    const label = byId.get(id)
    if (!label.resolved) return
    const wanted = (label.speaker ?? []).map(plain)
    const isUnnamed = UNNAMED.includes(label.kind)
    const isRight = ({ kind: is, label: name, mentions }) =>
      isUnnamed
        ? UNNAMED.includes(is) && wanted.includes(plain(name ?? ""))
        : [name ?? "", ...mentions.map(({ start, end }) => value.slice(start, end))].some((own) =>
            wanted.includes(plain(own)),
          )
    const rows = candidates.map(({ item, evidence }) => ({ e: evidence, y: label.speaker && isRight(item) ? 1 : 0 }))
    console.log(JSON.stringify({ file: article.file, kind, cands: rows }))
  }
  identify(analysis, attributions, { lexicon, watch })
}
await encoder.close()
