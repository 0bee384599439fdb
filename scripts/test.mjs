// `npm test`: build, types, lint, tests; the last line says how it went. Arguments go on to vitest.
import { spawnSync } from "node:child_process"
import { rmSync } from "node:fs"
import { join } from "node:path"
import { build, main, ROOT, readOrNull } from "./build.mjs"
import { summary } from "./summary.mjs"

const REPORT = join(ROOT, "build/tests.json")

/** @type {[string, () => boolean][]} */
const CHECKS = [
  ["types", () => run(["node_modules/typescript/bin/tsc", "-p", "tsconfig.all.json"]) === 0],
  ["lint", () => run(["node_modules/@biomejs/biome/bin/biome", "check", "."]) === 0],
]

await main(import.meta.url, () => {
  rmSync(REPORT, { force: true })
  const failed = isBuilt() ? CHECKS.filter(([name, passes]) => !told(name, passes)).map(([name]) => name) : ["build"]
  const status = failed.includes("build") ? 1 : told("tests", runTests)
  const report = JSON.parse(readOrNull(REPORT) ?? "null")
  const { line, ok } = summary(report, { failures: failed.length, status })
  for (const name of failed) console.log(`failed: ${name} (see above)`)
  console.log(line)
  if (!ok) process.exitCode = 1
})

/** What cannot be built is not tested: the tests would run on what was built before. */
function isBuilt() {
  try {
    build()
    return true
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return false
  }
}

function runTests() {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`]
  return run(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...process.argv.slice(2)])
}

/**
 * @template Result
 * @param {string} name
 * @param {() => Result} work
 */
function told(name, work) {
  console.log(`${name} …`)
  return work()
}

/** @param {string[]} args */
function run(args) {
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] }).status ?? 1
}
