import type { Dirent } from "node:fs"
import { stat } from "node:fs/promises"
import { extname, join } from "node:path"
import type { CounterclaimError } from "../model/error.ts"
import { DOCUMENT_ENDINGS } from "./document/read-document.ts"
import { pathFailure } from "./failure.ts"
import { sortedNames } from "./names.ts"
import { isArchive } from "./warc/pages.ts"

/** Of the files that folders are walked for. */
const ARTICLE_ENDINGS: ReadonlySet<string> = new Set([
  ...[".txt", ".text", ".md", ".html", ".htm", ".xhtml"],
  ...DOCUMENT_ENDINGS,
])

/** Whether a file is taken where a folder is walked, by its ending. */
export const isArticle = (name: string): boolean => ARTICLE_ENDINGS.has(extname(name).toLowerCase()) || isArchive(name)

/** Something met below a folder: an article or an archive of them, a file with another ending, or a folder that cannot be listed. */
export type Met = Readonly<
  | { kind: "article"; file: string }
  | { kind: "other"; file: string }
  | { kind: "failure"; file: string; error: CounterclaimError }
>

/**
 * Go through a folder and all below it; `file` is the folder as given with the path below it.
 * Hidden names, `node_modules` and links to folders are passed over: a link may lead in a circle.
 * Does not throw.
 */
export async function* walkFolder(
  folder: string,
  list: (folder: string) => AsyncIterable<Dirent> = sortedNames,
): AsyncGenerator<Met> {
  try {
    for await (const entry of list(folder)) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue
      const file = join(folder, entry.name)
      if (entry.isDirectory()) yield* walkFolder(file, list)
      else if (!isArticle(entry.name)) yield { kind: "other", file }
      else if (!(entry.isSymbolicLink() && (await isFolder(file)))) yield { kind: "article", file }
    }
  } catch (error) {
    yield { kind: "failure", file: folder, error: pathFailure(folder, error) }
  }
}

/** False too for what cannot be asked: reading it will say why. */
const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
