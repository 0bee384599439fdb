import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import type { Command } from "commander"
import { describe, test } from "vitest"
import { asShown, readmeExamples, readmeFiles } from "../scripts/readme.mjs"
import type { Context } from "../src/cli/context.ts"
import { toProgram } from "../src/cli/program.ts"
import { ACTS } from "../src/model/attribution.ts"

const ROOT = new URL("..", import.meta.url).pathname
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8")

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

describe("docs/commands.md", () => {
  const commands = toProgram({ io: {}, screen: {} } as unknown as Context).commands
  const docs = read("docs/commands.md")
  const section = (name: string) => docs.split(/^## /m).find((part) => part.startsWith(`${name}\n`)) ?? ""
  const named = (text: string) => new Set(text.match(/--[a-z][a-z-]+/g))

  test("has a section for every command and for nothing else", () => {
    const titles = [...docs.matchAll(/^## ([a-z]+)$/gm)].map(([, name]) => name!)
    assert.deepEqual(titles.sort(), commands.map((command) => command.name()).sort())
  })

  test("names every option of a command in its section, and no other", () => {
    for (const command of commands) {
      const options = optionsOf(command)
      assert.deepEqual([...named(section(command.name()))].sort(), options, command.name())
    }
  })

  function optionsOf(command: Command): string[] {
    return command.options.map((option) => option.long!).sort()
  }
})

describe("docs/errors.md", () => {
  const sources = ["src", "eval"].flatMap(filesBelow).filter((path) => /\.tsx?$/.test(path))
  const thrown = new Set(
    sources.flatMap((path) => [
      ...[...read(path).matchAll(/["'`]([a-z]+\/[a-z]+(?:-[a-z]+)*)["'`]/g)].map(([, code]) => code!),
      ...[...read(path).matchAll(/\bproblem\(\s*"([a-z-]+)"/g)].map(([, name]) => `verify/${name}`),
    ]),
  )
  const listed = [...read("docs/errors.md").matchAll(/^\| `([a-z/-]+)` \|/gm)].map(([, code]) => code!)

  test("lists no code that no file throws", () => {
    assert.deepEqual(
      listed.filter((code) => !thrown.has(code)),
      [],
    )
  })

  test("lists every code that is given to an error", () => {
    const given = sources.flatMap((path) =>
      [...read(path).matchAll(/\bcode: "([^"]+\/[^"]+)"/g)].map(([, code]) => code!),
    )
    assert.ok(given.length > 10)
    assert.deepEqual(
      given.filter((code) => !listed.includes(code)),
      [],
    )
  })
})

describe("data/README.md", () => {
  const rows = [...read("data/README.md").matchAll(/^\| `([^`]+)` \|[^|]*\| (\d+) \|/gm)]

  test("lists every file of data/ and nothing else", () => {
    const files = filesBelow("data")
      .map((path) => relative("data", path))
      .filter((path) => !path.endsWith(".md"))
    assert.deepEqual(rows.map(([, path]) => path!).sort(), files.sort())
  })

  test("counts the rows of every table", () => {
    for (const [, path, count] of rows.filter(([, path]) => path!.endsWith(".tsv"))) {
      const lines = read(`data/${path}`)
        .split("\n")
        .filter((line) => line.trim() !== "" && !line.startsWith("#"))
      assert.equal(Number(count), lines.length - 1, path)
    }
  })
})

test("docs/acts.md explains every act", () => {
  const docs = read("docs/acts.md")
  assert.deepEqual(
    ACTS.filter((act) => !docs.includes(`\`${act}\``) && !docs.includes(`**${act}**`)),
    [],
  )
})

describe("README.md", () => {
  test("shows files as they are", () => {
    const files = readmeFiles()
    assert.ok(files.length > 0)
    for (const { path, text } of files) assert.equal(read(path), text)
  })

  test("shows what its commands print", () => {
    const examples = readmeExamples()
    assert.ok(examples.length > 0)
    for (const { args, printed } of examples) {
      const { stdout, status } = spawnSync(process.execPath, ["dist/cli/main.js", ...args], {
        cwd: ROOT,
        encoding: "utf8",
      })
      assert.equal(asShown(stdout), printed, args.join(" "))
      assert.equal(status, 0)
    }
  })

  test("names the commands that set everything up, as package.json and the CI script have them", () => {
    const { scripts } = JSON.parse(read("package.json"))
    assert.ok(scripts.start && scripts.test)
    for (const text of [read("README.md"), read(".ci/run")]) assert.match(text, /npm test/)
  })
})

test("every link and path that the docs name is there", () => {
  const pages = readdirSync(ROOT)
    .filter((name) => name.endsWith(".md") && name !== "STYLE.md")
    .concat(filesBelow("docs"), "data/README.md", "eval/README.md", "training/README.md")
  const missing = pages
    .filter((page) => page.endsWith(".md"))
    .flatMap((page) =>
      [...read(page).matchAll(/`((?:src|docs|data|eval|training|test|examples)\/[\w./-]+\.\w+)`/g)]
        .map(([, path]) => path!)
        .filter((path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, page, "..", path)))
        .map((path) => `${page}: ${path}`),
    )
  assert.deepEqual(missing, [])
})
