// Writes the features of pairs of claims: node features.mjs PAIRS.jsonl OUT.json [--cache FILE], after `npm run build`.
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { loadRelations } from "../../dist/lexicon/relations.js"
import { toSnapshot } from "../../dist/model/snapshot.js"
import { openPipeline } from "../../dist/pipeline.js"
import { compareClaims } from "../../dist/reconcile/relations/compare-claims.js"
import { toFeatures } from "../../dist/reconcile/relations/features.js"
import { possibleVerdicts } from "../../dist/reconcile/relations/possible-verdicts.js"
import { prepareClaim } from "../../dist/reconcile/relations/prepare-claim.js"
import { readClaim } from "../../dist/reconcile/relations/read-claim.js"

const [pairs, target, , cache] = process.argv.slice(2)
const lexicon = loadRelations()
const known = cache && existsSync(cache) ? JSON.parse(readFileSync(cache, "utf8")) : {}
const pipeline = await openPipeline()
const rows = []
for (const line of readFileSync(pairs, "utf8").trim().split("\n")) {
  const pair = JSON.parse(line)
  const sides = []
  for (const name of ["left", "right"]) sides.push(readClaim(await claimOf(pair, name), lexicon))
  const compared = compareClaims(...sides, lexicon)
  const f = Object.fromEntries(toFeatures(compared))
  rows.push({ id: pair.id, verdict: pair.verdict, possible: possibleVerdicts(compared), f })
}
await pipeline.close()
writeFileSync(target, JSON.stringify(rows))
if (cache) writeFileSync(cache, JSON.stringify(known))

async function claimOf({ focus, ...pair }, name) {
  const { text, publisher, published } = pair[name]
  const key = `${published} ${text}`
  known[key] ??= await read(text, published)
  const start = text.indexOf(focus[name])
  return prepareClaim({ text, publisher, published, ...known[key] }, { start, end: start + focus[name].length })
}

async function read(text, published) {
  const bytes = new TextEncoder().encode(text)
  const snapshot = toSnapshot({ bytes, url: null, headers: {}, fetched: new Date().toISOString() })
  const day = { value: published, precision: "day" }
  const { run } = await pipeline.read(snapshot, { file: "pair", place: "pair" }, { verbatim: true, published: day })
  const { entities = [], figures = [] } = run?.findings ?? {}
  return { attributions: run?.attributions ?? [], entities, figures }
}
