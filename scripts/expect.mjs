// Writes what the reference scorer prints for each case of test/eval/cases: npm run expect -- --scorer PATH
// The scorer is a Python program called with a folder of gold, a file of predictions, and --utf16 for the
// cases whose pairs count UTF-16 units.
import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"

const CASES = join(dirname(dirname(fileURLToPath(import.meta.url))), "test", "eval", "cases")

const { scorer } = parseArgs({ options: { scorer: { type: "string" } } }).values
if (!scorer || !existsSync(scorer)) {
  console.error("no scorer: npm run expect -- --scorer PATH")
  process.exit(2)
}
for (const name of readdirSync(CASES).sort()) {
  const folder = join(CASES, name)
  for (const file of readdirSync(folder).filter((file) => file.endsWith(".jsonl"))) {
    const units = file.endsWith(".utf16.jsonl") ? ["--utf16"] : []
    const printed = execFileSync("python3", [scorer, folder, join(folder, file), ...units], { encoding: "utf8" })
    writeFileSync(join(folder, file.replace(/\.jsonl$/, ".expected.txt")), printed)
    console.log(`${name}/${file}: ${printed.split("\n").length - 1} lines`)
  }
}
