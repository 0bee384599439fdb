import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { CounterclaimError } from "counterclaim"

export type BenchFile = Readonly<{ path: string; bytes: Uint8Array }>

/**
 * The texts and pages (.txt, .html) of a folder or, where it has one, of its folder `text`, by name.
 * Throws `eval/no-texts` when there is none.
 */
export function readTexts(folder: string): BenchFile[] {
  const inner = existsSync(join(folder, "text")) ? join(folder, "text") : folder
  const names = existsSync(inner) ? readdirSync(inner).filter((name) => /\.(?:txt|html?)$/.test(name)) : []
  const files = names.sort().map((name) => ({ path: join(inner, name), bytes: readFileSync(join(inner, name)) }))
  if (files.length > 0) return files
  throw new CounterclaimError({
    code: "eval/no-texts",
    what: "no .txt or .html file",
    where: folder,
    fix: "give a folder of articles: npm run bench -- --data DIR",
  })
}
