// Writes expected results anew; read the difference before you commit it.
// npm run expect: what the commands of README.md print.
// npm run expect -- --scorer PATH: also what the reference scorer prints for each case of test/eval/cases. The scorer
// is a Python program called with a folder of gold, a file of predictions, and --utf16 for the cases whose pairs count
// UTF-16 units.
// npm run expect -- --pages-scorer PATH: the same for the reference scorer of pages and test/eval/page-cases; it is
// called with a file of gold and a file of predictions.
import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { build, ROOT } from "./build.mjs"
import { writeReadme } from "./readme.mjs"

const CASES = join(ROOT, "test", "eval", "cases")
const PAGE_CASES = join(ROOT, "test", "eval", "page-cases")

build()
writeReadme(
  (args) => spawnSync(process.execPath, ["dist/cli/main.js", ...args], { cwd: ROOT, encoding: "utf8" }).stdout,
)

const { values } = parseArgs({ options: { scorer: { type: "string" }, "pages-scorer": { type: "string" } } })
for (const scorer of Object.values(values)) {
  if (existsSync(scorer)) continue
  console.error(`no scorer at ${scorer}`)
  process.exit(2)
}
writeExpected(CASES, values.scorer, (folder, predictions) => [
  folder,
  predictions,
  ...(predictions.endsWith(".utf16.jsonl") ? ["--utf16"] : []),
])
writeExpected(PAGE_CASES, values["pages-scorer"], (folder, predictions) => [join(folder, "gold.json"), predictions])

/**
 * @param {string} cases
 * @param {string | undefined} scorer
 * @param {(folder: string, predictions: string) => string[]} toArguments
 */
function writeExpected(cases, scorer, toArguments) {
  for (const name of scorer ? readdirSync(cases).sort() : []) {
    const folder = join(cases, name)
    for (const file of readdirSync(folder).filter((file) => file.endsWith(".jsonl"))) {
      const args = toArguments(folder, join(folder, file))
      const printed = execFileSync("python3", [String(scorer), ...args], { encoding: "utf8" })
      writeFileSync(join(folder, file.replace(/\.jsonl$/, ".expected.txt")), printed)
      console.log(`${name}/${file}: ${printed.split("\n").length - 1} lines`)
    }
  }
}
