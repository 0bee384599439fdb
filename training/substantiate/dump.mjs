// Candidates and their features. usage: node training/substantiate/dump.mjs READ.jsonl > CANDIDATES.jsonl
// READ: what `counterclaim read --json --dry-run --verbatim TEXTS/*.txt` prints. One text a line comes out:
// {"file", "sha256", "text", "candidates": [{"start", "end", "kind", "features"}]}, offsets in UTF-16 units.
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { analyse } from "../../dist/analyse/analyse.js"
import { loadAbbreviations } from "../../dist/lexicon/abbreviations.js"
import { loadEvidence } from "../../dist/lexicon/evidence.js"
import { findCandidates } from "../../dist/substantiate/candidates.js"

const [lexicon, abbreviations] = [loadEvidence(), loadAbbreviations()]

for (const line of readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean)) {
  const { file, document, attributions } = JSON.parse(line)
  const { text } = document
  const analysis = analyse({ id: "", value: text }, { words: [], cues: [], names: null }, abbreviations)
  const candidates = findCandidates(analysis, attributions, lexicon).map(({ span, item, features }) => ({
    ...span,
    kind: item.kind,
    features,
  }))
  console.log(JSON.stringify({ file: basename(file), sha256: createHash("sha256").update(text).digest("hex"), text, candidates })) // biome-ignore format: one line
}
