import { execFileSync } from "node:child_process"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "./root.ts"

/** The commit that is measured, and whether files differ from it; null outside of a repository. */
export type Commit = Readonly<{ commit: string; changed: boolean }>

export function findCommit(): Commit | null {
  try {
    const git = (...args: string[]): string => execFileSync("git", args, { cwd: ROOT, encoding: "utf8", stdio: "pipe" })
    return { commit: git("rev-parse", "--short=12", "HEAD").trim(), changed: git("status", "--porcelain") !== "" }
  } catch {
    return null
  }
}

/** File a result as `eval/results/DATE-COMMIT-NAME.json` and give back the path. A second one of a day and commit replaces the first. */
export function fileResult(name: string, result: object, folder = join(ROOT, "eval", "results")): string {
  const commit = findCommit()
  const date = new Date().toISOString().slice(0, 10)
  const path = join(folder, `${date}-${commit?.commit ?? "unknown"}-${name}.json`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, `${JSON.stringify({ date, ...commit, ...result }, null, 2)}\n`)
  return path
}
