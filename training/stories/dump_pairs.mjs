// Features of the candidate pairs of articles, as the built program sees them, for fit_weights.py.
//
// usage: node training/stories/dump_pairs.mjs FOLDER OUT.json
//   FOLDER  NAME.txt: title, blank line, text; what stands before the first "_" of NAME is the topic
// One run over all articles, then 400 over a few of one topic with strays, since users bring a handful of files too.
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { loadWordCounts } from "../../dist/lexicon/word-counts.js"
import { PAIR_FEATURES } from "../../dist/reconcile/stories/pair-features.js"
import { openStoryIndex } from "../../dist/reconcile/stories/story-index.js"

const SAMPLES = 400
const [folder, out] = process.argv.slice(2)
const background = loadWordCounts()
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .sort()
const documents = files.map((name) => {
  const text = readFileSync(`${folder}/${name}`, "utf8")
  const blank = text.indexOf("\n\n")
  return { title: text.slice(0, blank), body: text.slice(blank + 2), published: null }
})

let seed = 7
function below(limit) {
  seed = (seed * 1103515245 + 12345) % 2147483648
  return Math.floor((seed / 2147483648) * limit)
}

function run(articles) {
  const index = openStoryIndex({ background, weights: new Map() })
  for (const [number, article] of articles.entries()) index.add(String(number), documents[article])
  const copies = []
  const pairs = [...index.pairs()].flatMap(({ left, right, features }) => {
    const [first, second] = [Number(left), Number(right)].sort((a, b) => a - b)
    if (features) return [[first, second, ...features.map((value) => +value.toFixed(4))]]
    copies.push([Number(left), Number(right)])
    return []
  })
  return { copies, names: articles.map((article) => files[article].slice(0, -".txt".length)), pairs }
}

const topicOf = (name) => name.split("_")[0]
const all = files.map((_, article) => article)
const topics = [...new Set(files.map(topicOf))]
const samples = Array.from({ length: SAMPLES }, (_, sample) => {
  const own = all.filter((article) => topicOf(files[article]) === topics[sample % topics.length])
  const [most, strays] = [2 + below(12), below(5)]
  const picked = Array.from({ length: most }, () => own[below(own.length)])
  return [...new Set([...picked, ...Array.from({ length: strays }, () => below(all.length))])].sort((a, b) => a - b)
})
writeFileSync(out, JSON.stringify({ features: PAIR_FEATURES, runs: [all, ...samples].map(run) }))
