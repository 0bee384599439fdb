import assert from "node:assert/strict"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { beforeEach, test, vi } from "vitest"
import { pagesCommand } from "../../../eval/pages/command.ts"
import { temporaryFolder } from "../../temporary-folder.ts"

const SHIPPED = fileURLToPath(new URL("../../../data/models/blocks.json", import.meta.url))
const PARAGRAPHS = [
  "The ferry to Hale stays in port until Friday, the harbour master said on Monday after divers had looked at the slipway.",
  "It was built in 1962, and three of its beams have moved by the width of a hand since the storm, she told the council.",
  "Those who need to cross may take the bus over the bridge, which goes every hour, the council said in a statement.",
]
const PAGE = `<!doctype html><html><head><title>Ferry stays in port</title><meta name="author" content="Ines Marlow">
<meta property="article:published_time" content="2023-05-24T08:00:00Z"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Ferry stays in port</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("\n")}</article></body></html>`

let folder = ""

beforeEach(() => {
  folder = join(temporaryFolder("eval"), "harbours")
  mkdirSync(join(folder, "html"), { recursive: true })
  const gold = {
    body: PARAGRAPHS.join("\n"),
    title: "Ferry stays in port",
    author: ["Ines Marlow"],
    date: "2023-05-24",
  }
  writeFileSync(join(folder, "gold.json"), JSON.stringify({ ferry: gold }))
  writeFileSync(join(folder, "html", "ferry.html"), PAGE)
})

async function run(...args: string[]): Promise<{ status: number; lines: string[] }> {
  const lines: string[] = []
  const status = await pagesCommand(args, (line) => lines.push(line))
  return { status, lines }
}

const scores = (lines: readonly string[]): string[] =>
  lines.filter((line) => /^(pages|shingle|title|author|date)/.test(line))

test("reads the pages of a folder and scores them", async () => {
  const { lines, status } = await run("--data", folder)
  // Every paragraph is read. What a page this small holds beside them is no matter here.
  assert.match(lines.find((line) => line.startsWith("shingle P")) ?? "", /^shingle P (?:0\.9|1\.)\d+ R 1\.000/)
  assert.ok(lines.includes("title exact 1.000 (1 pages)"))
  assert.ok(lines.includes("date right 1.000, of those given 1.000 (1 pages, 1 given)"))
  assert.ok(lines.includes("crashes 0, empty texts 0"))
  assert.equal(status, 0)
})

test("says in words that the shipped weights have seen the pages, and of folds that theirs have not", async () => {
  assert.match((await run("--data", folder)).lines[1]!, /trained on the pages/)
  writeFileSync(join(folder, "folds.json"), '{"ferry": 2}')
  writeFileSync(join(folder, "fold-2.json"), readFileSync(SHIPPED))
  const { lines } = await run("--data", folder, "--folds", folder)
  assert.match(lines[1]!, /have not seen its domain/)
  // Authors and days have other weights, which have seen them.
  for (const fact of ["author exact", "date right", "interval date"]) {
    assert.match(lines.find((line) => line.startsWith(fact))!, /trained on these pages\)$/)
  }
  assert.doesNotMatch(lines.find((line) => line.startsWith("title"))!, /trained/)
})

test("a page that is in no fold, or folds that cannot be read, are an error", async () => {
  await assert.rejects(run("--data", folder, "--folds", folder), { code: "eval/folds" })
  writeFileSync(join(folder, "folds.json"), '{"bridge": 2}')
  writeFileSync(join(folder, "fold-2.json"), readFileSync(SHIPPED))
  await assert.rejects(run("--data", folder, "--folds", folder), { code: "eval/folds" })
})

test("chooses blocks by the weights it is given", async () => {
  const { roots: _, ...rest } = JSON.parse(readFileSync(SHIPPED, "utf8"))
  const path = join(folder, "weights.json")
  // One tree of one leaf: nothing belongs to any article.
  const nothing = { ...rest, roots: [0], feature: [-1], threshold: [-9], left: [0], right: [0] }
  writeFileSync(path, JSON.stringify(nothing))
  const shipped = scores((await run("--data", folder)).lines)
  const given = scores((await run("--data", folder, "--block-model", path)).lines)
  assert.notEqual(given[3], shipped[3])
})

test("writes what it read in a form that it scores the same", async () => {
  const path = join(folder, "written.jsonl")
  const ran = await run("--data", folder, "--write", path)
  const again = await run("--data", folder, "--predictions", path)
  assert.deepEqual(scores(again.lines), scores(ran.lines))
  assert.equal(JSON.parse(readFileSync(path, "utf8")).document.published.value, "2023-05-24T08:00:00Z")
})

test("an empty page and a missing one have no prediction, and the others are still read", async () => {
  const complain = vi.spyOn(console, "error").mockImplementation(() => {})
  const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8"))
  writeFileSync(join(folder, "gold.json"), JSON.stringify({ void: gold.ferry, gone: gold.ferry, ...gold }))
  writeFileSync(join(folder, "html", "void.html"), "")
  const { lines } = await run("--data", folder)
  complain.mockRestore()
  assert.ok(lines.includes("pages without a prediction: 2"))
  assert.ok(lines.includes("crashes 0, empty texts 0"))
  assert.ok(lines.includes("title exact 0.333 (3 pages)"))
})

test("asks for a folder with gold and for nothing that it does not know", async () => {
  await assert.rejects(run(), { code: "eval/usage" })
  await assert.rejects(run("--data", join(folder, "html")), { code: "eval/no-pages" })
  await assert.rejects(run("--date", folder), { code: "ERR_PARSE_ARGS_UNKNOWN_OPTION" })
})

test("predictions that are no JSON Lines of pages are refused with their line", async () => {
  const path = join(folder, "bad.jsonl")
  writeFileSync(path, '{"file": "ferry.html"}\n{"page": "ferry"}\n')
  await assert.rejects(run("--data", folder, "--predictions", path), { code: "eval/predictions", where: `${path}:2` })
})
