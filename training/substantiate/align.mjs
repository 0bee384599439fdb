// Lays labels on candidates. usage: node training/substantiate/align.mjs CANDIDATES.jsonl RECORDS.jsonl MORE.jsonl LABELS.jsonl > LINES.jsonl
// CANDIDATES, MORE: what dump.mjs prints, of the snippets and of other articles. RECORDS: one snippet a line, {"file",
// "records": [{"item", "kind", "finding", "stance"}]}. LABELS: labels.jsonl. LINES are what fit.mjs reads.
import { readFileSync } from "node:fs"

const read = (file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))

const bag = (words) => new Set((words ?? "").toLowerCase().match(/[\p{L}\p{N}_]{3,}/gu) ?? [])

/** Half of the words of the one with fewer. */
function shares(a, b) {
  const [left, right] = [bag(a), bag(b)]
  const both = [...left].filter((word) => right.has(word)).length
  return both > 0 && both * 2 >= Math.min(left.size, right.size)
}

/** The stance of each candidate of a snippet; null for those that are no record. */
function stancesOf({ text, candidates }, records) {
  const stances = candidates.map(() => null)
  for (const { item, kind, finding, stance } of records) {
    const places = placesOf(text, item)
    const shown = finding ? text.indexOf(finding.slice(0, 30)) : -1
    const ranked = candidates
      .map((one, at) => ({ one, at }))
      .filter(({ one, at }) => stances[at] === null && shares(item, text.slice(one.start, one.end)))
      .map(({ one, at }) => {
        const isThere = places.some((place) => Math.max(place, one.start) < Math.min(place + item.length, one.end))
        return { at, rank: [isThere ? 0 : 1, one.kind === kind ? 0 : 1, shown < 0 ? 0 : Math.abs(one.start - shown)] }
      })
      .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2])
    if (ranked[0]) stances[ranked[0].at] = stance
  }
  return stances
}

function placesOf(text, words) {
  const places = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at)
  return places
}

const [candidates, records, more, labels] = process.argv.slice(2)
const recordsOf = new Map(read(records).map((one) => [one.file, one.records]))
for (const snippet of read(candidates)) {
  const stances = stancesOf(snippet, recordsOf.get(snippet.file) ?? [])
  snippet.candidates.forEach(({ features }, at) => {
    console.log(JSON.stringify({ group: snippet.file, features, stance: stances[at], weight: 1 }))
  })
}
const articles = new Map(read(more).map((one) => [one.sha256, one]))
for (const { sha256, start, end, stance } of read(labels)) {
  const found = articles.get(sha256)?.candidates.find((one) => Math.max(one.start, start) < Math.min(one.end, end))
  if (found) console.log(JSON.stringify({ group: "labels", features: found.features, stance, weight: 1 }))
}

/** So many candidates of the other articles, without any word of showing, relying or publishing near them, are taken as no records. */
const IDLE = 300
const TELLING = /^(?:near-after|near-before|according|source=|sentence=show|sentence=rely|sentence=published|agent=)/

let state = 4
const random = () => {
  state = (state * 1103515245 + 12345) % 2147483648
  return state
}
const idle = [...articles.values()]
  .flatMap(({ candidates }) => candidates)
  .filter(({ features }) => !features.some((name) => TELLING.test(name)))
  .map((one) => ({ one, at: random() }))
  .sort((a, b) => a.at - b.at)
for (const { one } of idle.slice(0, IDLE))
  console.log(JSON.stringify({ group: "idle", features: one.features, stance: null, weight: 1 }))
