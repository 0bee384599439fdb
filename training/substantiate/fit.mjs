// Fits data/models/evidence.json. usage: node training/substantiate/fit.mjs CANDIDATES.jsonl OUT.json [KEEP]
// CANDIDATES: one a line, {"group": text, "features": […], "stance": "for" | "against" | "open" | null (no record), "weight": 1}
import { readFileSync, writeFileSync } from "node:fs"

/** Penalties on the square of each weight (of records, of stances), and how often a feature must occur: chosen by folds over texts. */
const [PENALTY, STANCE_PENALTY, RARE, ROUNDS] = [4, 2, 2, 150]

/** Logistic regression over sets of features, by Adam; `rows`: {features, answer 0 or 1, weight}. */
export function fitWeights(rows, { penalty = PENALTY, rare = RARE } = {}) {
  const counts = new Map()
  for (const { features } of rows) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts]
    .filter(([, count]) => count >= rare)
    .map(([name]) => name)
    .sort()
  const index = new Map(names.map((name, at) => [name, at]))
  const sparse = rows.map(({ features }) => features.flatMap((name) => index.get(name) ?? []))
  const [weights, first, second] = [0, 0, 0].map(() => new Float64Array(names.length))
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = weights.map((weight, at) => (names[at] === "bias" ? 0 : penalty * weight))
    sparse.forEach((features, row) => {
      let sum = 0
      for (const at of features) sum += weights[at]
      const miss = (1 / (1 + Math.exp(-sum)) - rows[row].answer) * rows[row].weight
      for (const at of features) slope[at] += miss
    })
    const step = 0.1 * 0.97 ** (round / 4)
    for (let at = 0; at < weights.length; at++) {
      first[at] = 0.9 * first[at] + 0.1 * slope[at]
      second[at] = 0.99 * second[at] + 0.01 * slope[at] ** 2
      weights[at] -= (step * first[at]) / (1 - 0.9 ** round) / (Math.sqrt(second[at] / (1 - 0.99 ** round)) + 1e-8)
    }
  }
  return Object.fromEntries(names.map((name, at) => [name, Math.round(weights[at] * 1000) / 1000]))
}

/** Both decisions: record or not, and, of records, against or not. */
export function fitBoth(lines, keep, options) {
  const record = lines.map(({ features, stance, weight }) => ({ features, answer: stance === null ? 0 : 1, weight }))
  const against = lines
    .filter(({ stance }) => stance !== null)
    .map(({ features, stance }) => ({ features, answer: stance === "against" ? 1 : 0, weight: 1 }))
  return {
    keep,
    record: fitWeights(record, options),
    against: fitWeights(against, { ...options, penalty: STANCE_PENALTY }),
  }
}

if (process.argv[1]?.endsWith("fit.mjs")) {
  const [candidates, out, keep = "0.22"] = process.argv.slice(2)
  const lines = readFileSync(candidates, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
  writeFileSync(out, `${JSON.stringify(fitBoth(lines, Number(keep)))}\n`)
}
