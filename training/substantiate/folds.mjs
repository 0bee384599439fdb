// Predictions of each snippet with weights fitted on the other folds, for the scorer of evidence.
// usage: node training/substantiate/folds.mjs READ.jsonl LINES.jsonl KEEP SEED [PENALTY RARE] > PRED.jsonl
import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { analyse } from "../../dist/analyse/analyse.js"
import { loadAbbreviations } from "../../dist/lexicon/abbreviations.js"
import { loadEvidence } from "../../dist/lexicon/evidence.js"
import { findEvidence } from "../../dist/substantiate/find-evidence.js"
import { fitBoth } from "./fit.mjs"

const FOLDS = 5
const [lexicon, abbreviations] = [loadEvidence(), loadAbbreviations()]
const [read, lines, keep, seed, penalty, rare] = process.argv.slice(2)
const parsed = (file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))

let state = Number(seed)
const random = () => {
  state = (state * 1103515245 + 12345) % 2147483648
  return state / 2147483648
}
const documents = parsed(read)
const order = documents.map((_, at) => [random(), at]).sort((a, b) => a[0] - b[0])
const foldOf = new Map(order.map(([, at], place) => [basename(documents[at].file), place % FOLDS]))
const options = { ...(penalty && { penalty: Number(penalty) }), ...(rare && { rare: Number(rare) }) }
const rows = parsed(lines)
const weights = Array.from({ length: FOLDS }, (_, fold) =>
  fitBoth(
    rows.filter(({ group }) => foldOf.get(group) !== fold),
    Number(keep),
    options,
  ),
)
for (const { file, document, attributions } of documents) {
  const analysis = analyse({ id: "", value: document.text }, { words: [], cues: [], names: null }, abbreviations)
  const found = findEvidence(analysis, attributions, { ...lexicon, weights: weights[foldOf.get(basename(file))] })
  const printed = (span) => span && { ...span, text: document.text.slice(span.start, span.end) }
  const evidence = found.map((one) => ({ ...one, item: printed(one.item), checker: printed(one.checker), finding: printed(one.finding) })) // biome-ignore format: one step
  console.log(JSON.stringify({ file, evidence }))
}
