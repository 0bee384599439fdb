// Writes expected results anew; read the difference before you commit it.
// npm run expect: what the commands of README.md print.
// npm run expect -- --scorer PATH: also what the reference scorer prints for each case of test/eval/cases. The scorer
// is a Python program called with a folder of gold, a file of predictions, and --utf16 for the cases whose pairs count
// UTF-16 units.
import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { build, ROOT } from "./build.mjs"
import { writeReadme } from "./readme.mjs"

const CASES = join(ROOT, "test", "eval", "cases")

build()
writeReadme(
  (args) => spawnSync(process.execPath, ["dist/cli/main.js", ...args], { cwd: ROOT, encoding: "utf8" }).stdout,
)

const { scorer } = parseArgs({ options: { scorer: { type: "string" } } }).values
if (scorer && !existsSync(scorer)) {
  console.error(`no scorer at ${scorer}`)
  process.exit(2)
}
for (const name of scorer ? readdirSync(CASES).sort() : []) {
  const folder = join(CASES, name)
  for (const file of readdirSync(folder).filter((file) => file.endsWith(".jsonl"))) {
    const units = file.endsWith(".utf16.jsonl") ? ["--utf16"] : []
    const printed = execFileSync("python3", [String(scorer), folder, join(folder, file), ...units], {
      encoding: "utf8",
    })
    writeFileSync(join(folder, file.replace(/\.jsonl$/, ".expected.txt")), printed)
    console.log(`${name}/${file}: ${printed.split("\n").length - 1} lines`)
  }
}
