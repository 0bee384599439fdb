// `npm test`: build, types, lint, tests; the last line says how it went. Arguments go on to vitest.
import { spawnSync } from "node:child_process"
import { rmSync } from "node:fs"
import { join } from "node:path"
import { build, main, ROOT, readOrNull } from "./build.mjs"
import { summary } from "./summary.mjs"

const REPORT = join(ROOT, "build/tests.json")

await main(import.meta.url, () => {
  build()
  /** @type {[string, string[]][]} */
  const checks = [
    ["types", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.all.json"]],
    ["lint", ["node_modules/@biomejs/biome/bin/biome", "check", "."]],
  ]
  const failed = checks.filter(([name, args]) => !passes(name, args))
  rmSync(REPORT, { force: true })
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`]
  const status = run(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...process.argv.slice(2)])
  const report = JSON.parse(readOrNull(REPORT) ?? "null")
  const { line, ok } = summary(report, { failures: failed.length, status })
  for (const [name] of failed) console.log(`failed: ${name} (see above)`)
  console.log(line)
  if (!ok) process.exitCode = 1
})

/**
 * @param {string} name
 * @param {string[]} args
 */
function passes(name, args) {
  console.log(`${name} …`)
  return run(args) === 0
}

/** @param {string[]} args */
function run(args) {
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] }).status ?? 1
}
