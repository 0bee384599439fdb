import { existsSync, readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { readTexts } from "../bench/texts.ts"
import { usageError } from "../usage-error.ts"
import { torture } from "./torture.ts"

const OPTIONS = { data: { type: "string" }, cases: { type: "string" } } as const
const CASES = 100_000
const SHOWN = 20

/**
 * `torture`: damaged copies of the pages of a folder, each read by the program. Gives the exit status: 1 when one
 * of them makes it fail, take more than two seconds of the processor, or hold too much memory. Throws `eval/usage`.
 */
export async function tortureCommand(args: string[], print: (line: string) => void): Promise<number> {
  const { data, cases = String(CASES) } = parseArgs({ args, options: OPTIONS }).values
  const example = "npm run torture -- --data DIR --cases 100000"
  if (data === undefined) throw usageError("no folder is given", example)
  if (!/^[1-9]\d{0,8}$/.test(cases)) throw usageError(`"${cases}" is no number of cases`, example)
  const paths = pagesIn(resolve(data))
  const done = await torture(paths, { cases: Number(cases), onCase: (count) => progress(count, Number(cases)) })
  print(`${done.cases} damaged copies of ${paths.length} pages, ${done.megabytes.toFixed(0)} MB`)
  print(`refused with a reason ${done.refused}, slowest ${done.slowest.milliseconds} ms (case ${done.slowest.seed})`)
  print(`faults ${done.faults.length}`)
  for (const { seed, path, what } of done.faults.slice(0, SHOWN)) print(`case ${seed} of ${path}: ${what}`)
  return done.faults.length > 0 ? 1 : 0
}

/** The pages and texts of a folder and of all folders in it, by name; only their paths are held. Throws `eval/no-texts`. */
function pagesIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : []
  const paths = names.filter((name) => /\.(?:txt|html?)$/.test(name)).map((name) => join(folder, name))
  return paths.length > 0 ? paths.sort() : readTexts(folder).map(({ path }) => path)
}

/** On a terminal only. */
function progress(done: number, of: number): void {
  if (process.stderr.isTTY && (done % 100 === 0 || done === of)) process.stderr.write(`\r${done} of ${of}`)
}
