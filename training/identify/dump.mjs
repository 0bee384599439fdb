// Writes the candidates of each pronoun and noun with what speaks for them, for fit.py: dump.mjs DIST LABELS TEXTS > OUT
// LABELS: a line an article with "file" and "attributions" (source, content: spans in code points; speaker: names
// or null; kind; resolved). Names are those that the shipped model finds.
import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"

const [dist, labels, texts] = process.argv.slice(2)
const load = (name) => import(pathToFileURL(join(resolve(dist), name)).href)
const { identify } = await load("identify/identify.js")
const { analyse } = await load("analyse/analyse.js")
const { loadSpeakers } = await load("lexicon/speakers.js")
const { loadAbbreviations } = await load("lexicon/abbreviations.js")
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

for (const line of readFileSync(labels, "utf8").split("\n").filter(Boolean)) {
  const article = JSON.parse(line)
  const value = readFileSync(join(texts, article.file), "utf8")
  const text = toText(value)
  const starts = [0]
  for (const character of value) starts.push(starts.at(-1) + character.length)
  const spanOf = ([start, end]) => ({ start: starts[start], end: starts[end] })
  const wholeOf = (spans) => (spans?.length ? { start: spanOf(spans[0]).start, end: spanOf(spans.at(-1)).end } : null)
  const byId = new Map(article.attributions.map((label, index) => [String(index), label]))
  const analysis = analyse(text, await encoder.encode(text), abbreviations)
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
