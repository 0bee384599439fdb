// Fits data/models/measures.json. usage: node training/quantify/fit.mjs CANDIDATES.jsonl [INVENTED.jsonl] [--folds | OUT.json]
// CANDIDATES and INVENTED: what dump.mjs prints. Invented ones (and the reports of labels.jsonl beside them) are fitted with,
// and never counted in the folds of the others.
import { readFileSync, writeFileSync } from "node:fs"

/** Penalty on the square of each weight, how many groups a feature must occur in, weight of invented rows, of frames and of the reports of labels.jsonl: chosen by folds. */
const [PENALTY, RARE, INVENTED, FRAMES, REPORTS, ROUNDS, KEEP] = [6, 2, 2, 0.5, 0.6, 150, 0.5]

/** Start of the weights: what the rules say counts before anything is learnt. */
const TRUST = 2.5

/** Folds over groups. */
const FOLDS = 10

/** Multinomial logistic regression over sets of features, by Adam, among the classes that each row allows. */
export function fitMeasures(rows, classes) {
  const groups = new Map()
  for (const { features, group } of rows) {
    for (const name of features) groups.set(name, (groups.get(name) ?? new Set()).add(group))
  }
  const names = [...groups]
    .filter(([, of]) => of.size >= RARE)
    .map(([name]) => name)
    .sort()
  const index = new Map(names.map((name, at) => [name, at]))
  const width = classes.length
  const prior = new Float64Array(names.length * width)
  for (const [name, at] of index) {
    const rule = /^rule (\w+)$/.exec(name)?.[1]
    if (rule) prior[at * width + classes.indexOf(rule)] = TRUST
    if (name === "idle") prior[at * width + classes.indexOf("none")] = 2 * TRUST
  }
  const sparse = rows.map((row) => ({
    at: row.features.flatMap((name) => index.get(name) ?? []),
    gold: classes.indexOf(row.gold),
    open: classes.map((name) => name === "none" || name === row.gold || row.allowed.includes(name)),
    weight: row.weight,
  }))
  const weights = Float64Array.from(prior)
  const [first, second] = [new Float64Array(weights.length), new Float64Array(weights.length)]
  const slope = new Float64Array(weights.length)
  for (let round = 1; round <= ROUNDS; round++) {
    for (let at = 0; at < weights.length; at++) slope[at] = PENALTY * (weights[at] - prior[at])
    for (const row of sparse) {
      const odds = oddsOf(row, weights, width)
      for (let one = 0; one < width; one++) {
        const miss = (odds[one] - (one === row.gold ? 1 : 0)) * row.weight
        if (miss !== 0) for (const at of row.at) slope[at * width + one] += miss
      }
    }
    const step = 0.1 * 0.97 ** (round / 4)
    for (let at = 0; at < weights.length; at++) {
      first[at] = 0.9 * first[at] + 0.1 * slope[at]
      second[at] = 0.99 * second[at] + 0.01 * slope[at] ** 2
      weights[at] -= (step * first[at]) / (1 - 0.9 ** round) / (Math.sqrt(second[at] / (1 - 0.99 ** round)) + 1e-8)
    }
  }
  return { names, index, weights, classes }
}

function oddsOf({ at, open }, weights, width) {
  const scores = new Float64Array(width)
  for (const one of at) for (let to = 0; to < width; to++) scores[to] += weights[one * width + to]
  const most = Math.max(...scores.filter((_, one) => open[one]))
  let total = 0
  for (let one = 0; one < width; one++) total += scores[one] = open[one] ? Math.exp(scores[one] - most) : 0
  return scores.map((odds) => odds / total)
}

/** The likeliest measure of a row and how probable it is to be a figure. */
export function judge(row, { index, weights, classes }) {
  const at = row.features.flatMap((name) => index.get(name) ?? [])
  const open = classes.map((name) => name === "none" || row.allowed.includes(name))
  const odds = oddsOf({ at, open }, weights, classes.length)
  const none = odds[classes.indexOf("none")]
  let best = -1
  odds.forEach((value, one) => {
    if (classes[one] !== "none" && open[one] && (best < 0 || value > odds[best])) best = one
  })
  return { measure: classes[best] ?? row.rule, figure: 1 - none, probability: best < 0 ? 0 : odds[best] / (1 - none) }
}

const read = (file) =>
  file
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : []

const weightOf = (group) => (group.startsWith("frames") ? FRAMES : /^(lgl|time|gum)-/.test(group) ? REPORTS : INVENTED)

/** `UNREAD=8,13` in the environment: groups whose errors nobody read are counted apart. */
function main([file, invented, out]) {
  const rows = read(file).map((row) => ({ ...row, weight: 1 }))
  const more = read(invented).map((row) => ({ ...row, weight: weightOf(row.group) }))
  const classes = [...new Set([...rows, ...more].flatMap(({ allowed, gold }) => [...allowed, gold]))].sort()
  if (out !== "--folds") return write(fitMeasures([...rows, ...more], classes), out)
  const unread = new Set((process.env.UNREAD ?? "").split(","))
  const counts = {}
  const groups = [...new Set(rows.map((row) => row.group))].sort()
  const foldOf = (row) => groups.indexOf(row.group) % FOLDS
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitMeasures([...rows.filter((row) => foldOf(row) !== fold), ...more], classes)
    for (const row of rows.filter((row) => foldOf(row) === fold)) {
      const { group } = row
      const { measure, figure, probability } = judge(row, model)
      count(counts, unread.has(group) ? "unread" : "read", row, {
        measure,
        kept: figure >= KEEP,
        confidence: figure * probability,
      })
    }
  }
  console.log(JSON.stringify(counts, null, 1))
}

function count(counts, part, { gold, rule }, { measure, kept, confidence }) {
  counts[part] ??= {
    gold: 0,
    found: 0,
    right: 0,
    predicted: 0,
    confidence: 0,
    ruleFound: 0,
    ruleRight: 0,
    rulePredicted: 0,
  }
  const of = counts[part]
  const isFigure = gold !== "none"
  of.gold += isFigure
  of.predicted += kept
  of.confidence += kept ? confidence : 0
  of.found += kept && isFigure
  of.right += kept && measure === gold
  of.rulePredicted += rule !== "none"
  of.ruleFound += rule !== "none" && isFigure
  of.ruleRight += isFigure && rule === gold
}

function write({ names, weights, classes }, out) {
  const table = {}
  names.forEach((name, at) => {
    const row = {}
    classes.forEach((one, to) => {
      const weight = Math.round(100 * weights[at * classes.length + to]) / 100
      if (Math.abs(weight) >= 0.02) row[one] = weight
    })
    if (Object.keys(row).length > 0) table[name] = row
  })
  const lines = Object.entries(table).map(([name, row]) => `  ${JSON.stringify(name)}: ${JSON.stringify(row)}`)
  writeFileSync(
    out,
    `{\n"classes": ${JSON.stringify(classes)},\n"keep": ${KEEP},\n"weights": {\n${lines.join(",\n")}\n}\n}\n`,
  )
}

if (process.argv[1]?.endsWith("fit.mjs")) main(process.argv.slice(2))
