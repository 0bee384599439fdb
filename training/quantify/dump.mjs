// Candidates and their features, for fit.mjs. usage: node training/quantify/dump.mjs DOCUMENTS.jsonl > CANDIDATES.jsonl
// DOCUMENTS: one a line, {"group" or "domain": what folds go by, "text", "figures": [{"start", "end" (UTF-16), "measure"}],
// "skipped": [{"start", "end"}] that are neither figures nor none}
import { readFileSync } from "node:fs"
import { analyse } from "../../dist/analyse/analyse.js"
import { loadAbbreviations } from "../../dist/lexicon/abbreviations.js"
import { loadQuantities } from "../../dist/lexicon/quantities.js"
import { toText } from "../../dist/model/text.js"
import { allowedMeasures } from "../../dist/quantify/choose-measure.js"
import { findDrafts } from "../../dist/quantify/find-drafts.js"
import { findTopic } from "../../dist/quantify/find-topic.js"
import { findSignals, measureFeatures } from "../../dist/quantify/measure-features.js"
import { tokenise } from "../../dist/quantify/token.js"

const [lexicon, abbreviations] = [loadQuantities(), loadAbbreviations()]
const MEASURES = lexicon.weights.classes

for (const line of readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean)) {
  const { domain, text, figures, skipped = [], group = `${domain}: ${text.slice(0, 12)}` } = JSON.parse(line)
  const analysis = analyse(toText(text), { names: null, words: [] }, abbreviations)
  const topic = findTopic(analysis, lexicon)
  const free = [...figures]
  for (const span of analysis.sentences) {
    const tokens = tokenise(text, span)
    const sentence = { tokens, lexicon }
    const [drafts, signals] = [findDrafts(sentence), findSignals(tokens, lexicon)]
    drafts.forEach((draft, index) => {
      const [start, end] = [tokens.list[draft.from].start, tokens.list[draft.to - 1].end]
      if (skipped.some((one) => one.start < end && start < one.end)) return
      const at = free.findIndex((one) => one.start < end && start < one.end)
      const gold = at < 0 ? "none" : free.splice(at, 1)[0].measure
      const features = [...new Set(measureFeatures({ sentence, drafts, index, signals, topic }))]
      const allowed = MEASURES.filter((name) => name !== "none" && allowedMeasures(draft)(name))
      const { measure, idle } = draft
      console.log(JSON.stringify({ group, start, gold, rule: idle ? "none" : measure, features, allowed }))
    })
  }
}
