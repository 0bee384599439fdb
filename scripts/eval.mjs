// Builds the program and eval/, then runs eval/main.ts: npm run eval -- attribution --data DIR, npm run bench
import { spawnSync } from "node:child_process"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const COMPILER = join(ROOT, "node_modules", "typescript", "bin", "tsc")

/**
 * What the compiler says goes to stderr: stdout holds nothing but results.
 * @param {string[]} args
 */
function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", 2, 2] })
  if (status !== 0) process.exit(status ?? 1)
}

run(join(ROOT, "scripts", "build.mjs"))
run(COMPILER, "-p", "tsconfig.eval.json")
const main = join(ROOT, "build", "eval", "main.js")
process.exit(spawnSync(process.execPath, [main, ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 1)
