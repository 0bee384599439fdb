// What `fit.py` learns from: the features of each pair of names, one JSON array a line.
// usage: node dump.mjs PAIRS.tsv OUT.jsonl   (after `npm run build`)
import { readFileSync, writeFileSync } from "node:fs"

const built = new URL("../../dist/", import.meta.url)
const { loadNames } = await import(new URL("lexicon/names.js", built))
const { toNameForm } = await import(new URL("reconcile/names/name-form.js", built))
const { NAME_FEATURES, nameFeatures } = await import(new URL("reconcile/names/name-features.js", built))

const lexicon = loadNames()
const [pairs, out] = process.argv.slice(2)
const lines = readFileSync(pairs, "utf8").trim().split("\n")
const features = lines.map((line) => {
  const [a, b] = line.split("\t").sort((x, y) => (x < y ? -1 : 1))
  const found = nameFeatures(toNameForm(a, lexicon), toNameForm(b, lexicon), lexicon)
  return JSON.stringify(found ?? NAME_FEATURES.map(() => 0))
})
writeFileSync(out, `${features.join("\n")}\n`)
