import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { test } from "vitest"

const SRC = new URL("../src/", import.meta.url).pathname
const STEPS = [
  "clean",
  "encode",
  "analyse",
  "attribute",
  "identify",
  "date",
  "locate",
  "quantify",
  "substantiate",
  "reconcile",
]

/** What is asked of a ledger is made of these. */
const OF_LEDGERS = ["model", "lexicon", "reconcile", "comparing.ts", "story-keeper.ts", "gathering.ts", "questioning.ts"] // biome-ignore format: one list

/** Which folders (or files of src/) each folder may import from, beside itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  lexicon: ["model"],
  fetch: ["model", "lexicon"],
  ledger: ["model"],
  formats: ["model"],
  upkeep: ["model", "ledger"],
  people: ["model"],
  discuss: ["model", "people"],
  ...Object.fromEntries(STEPS.map((step) => [step, ["model", "lexicon"]])),
  "comparing.ts": ["model", "lexicon", "reconcile", "pipeline.ts"],
  "story-keeper.ts": ["model", "comparing.ts"],
  "gathering.ts": ["model", "lexicon", "reconcile", "pipeline.ts"],
  "questioning.ts": ["model", "lexicon", "analyse", "quantify", "reconcile"],
  "looking-up.ts": ["model", "reconcile", "story-keeper.ts", "gathering.ts"],
  "asking.ts": [...OF_LEDGERS, "looking-up.ts"],
  "reviewing.ts": OF_LEDGERS,
  "versioning.ts": ["model", "reconcile"],
  "tracing.ts": ["model", "lexicon", "reconcile", "pipeline.ts", "gathering.ts"],
  "pipeline.ts": ["model", "lexicon", "fetch", ...STEPS],
  web: ["model", "lexicon", "ledger", "formats", "people", "discuss", "pipeline.ts", "asking.ts", "versioning.ts"],
  queue: ["model", "ledger", "pipeline.ts"],
  cli: [
    "model",
    "lexicon",
    "fetch",
    "ledger",
    "formats",
    "people",
    "upkeep",
    "web",
    "queue",
    "pipeline.ts",
    "comparing.ts",
    "asking.ts",
    "reviewing.ts",
    "tracing.ts",
    "versioning.ts",
  ],
  "index.ts": ["model", "lexicon", "fetch", "ledger", "formats", "pipeline.ts", "comparing.ts", ...STEPS],
}

/** The only folders in which a package may be imported that touches the outside. */
const GUARDED: Record<string, readonly string[]> = {
  "onnxruntime-node": ["encode"],
  undici: ["fetch"],
  fastify: ["web"],
  "@photostructure/sqlite": ["ledger"],
  pg: ["ledger"],
  "node:http": ["fetch"],
  "node:https": ["fetch"],
  "node:net": ["fetch"],
}

const IMPORT =
  /^\s*(?:import|export)\s[^"']*?from\s+["']([^"']+)["']|^\s*import\s+["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm

function sourceFiles(folder = SRC): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sourceFiles(path) : /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

const room = (path: string): string => relative(SRC, path).split("/")[0]!

function imports(path: string): { name: string; line: number }[] {
  const code = readFileSync(path, "utf8")
  return [...code.matchAll(IMPORT)].map((found) => ({
    name: (found[1] ?? found[2] ?? found[3])!,
    line: code.slice(0, found.index + found[0].length).split("\n").length,
  }))
}

function broken(path: string): string[] {
  const from = room(path)
  const allowed = MAY_IMPORT[from]
  if (!allowed) return [`${relative(SRC, path)}: src/${from} is no room of the house`]
  return imports(path).flatMap(({ name, line }) => {
    const where = `src/${relative(SRC, path)}:${line}`
    if (name.startsWith(".")) {
      const to = room(resolve(dirname(path), name))
      return to === from || allowed.includes(to) ? [] : [`${where}: ${from} may not import ${to}`]
    }
    const guard = GUARDED[name]
    return guard && !guard.includes(from) ? [`${where}: only ${guard.join(", ")} may import ${name}`] : []
  })
}

test("no folder imports from a folder that it must not know", () => {
  assert.deepEqual(sourceFiles().flatMap(broken), [])
})

test("eval imports the public names only", () => {
  const files = sourceFiles(new URL("../eval/", import.meta.url).pathname)
  const outside = files.flatMap((path) =>
    imports(path)
      .filter(({ name }) => name.includes("src/") || name.includes("dist/"))
      .map(({ line }) => `${path}:${line}`),
  )
  assert.deepEqual(outside, [])
})

test("a file of the model imports nothing but the model and Node", () => {
  const files = sourceFiles(join(SRC, "model"))
  const others = files.flatMap((path) => imports(path).filter(({ name }) => !/^(\.\/|node:)/.test(name)))
  assert.deepEqual(others, [])
})
