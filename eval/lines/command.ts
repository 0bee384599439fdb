import { readFileSync } from "node:fs"
import { basename, join, resolve } from "node:path"
import { parseArgs } from "node:util"
import { CounterclaimError, cleanOnly, type Entry, toSnapshot } from "counterclaim"
import type { Figures } from "../floors.ts"
import { holdToFloors } from "../hold-to-floors.ts"
import type { GoldPage } from "../pages/gold-page.ts"
import { readGoldPages } from "../pages/read-gold-pages.ts"
import { fileResult } from "../results.ts"
import { usageError } from "../usage-error.ts"
import { isRunning } from "./is-running.ts"
import { labelLines } from "./label-lines.ts"

const OPTIONS = { data: { type: "string" }, raise: { type: "boolean" }, file: { type: "boolean" } } as const

/** Kept and dropped lines of what is known to belong to the article, and of what is known to be furniture. */
type Count = { article: number; lost: number; furniture: number; dropped: number }

/**
 * `eval lines`: each page as the plain text of all its lines, as other tools print it, given to the program again; which
 * lines are left; of all pages, and of those whose gold text is a running one. Gives the exit status: 1 when a figure misses its floor. Throws `eval/usage`, `eval/no-pages`.
 */
export function linesCommand(args: string[], print: (line: string) => void): number {
  const { values: given } = parseArgs({ args, options: OPTIONS })
  if (given.data === undefined) throw usageError("no folder is given", "npm run eval -- lines --data DIR")
  const folder = resolve(given.data)
  const pages = readGoldPages(folder)
  const [count, running] = [emptyCount(), emptyCount()]
  for (const page of pages) {
    const one = countPage(page, join(folder, "html", `${page.name}.html`))
    add(count, one)
    if (isRunning(page.body)) add(running, one)
  }
  const figures: Figures = {
    "furniture dropped": count.dropped / count.furniture,
    "article lost": count.lost / count.article,
    ...(running.article > 0 && running.furniture > 0
      ? {
          "furniture dropped, running text": running.dropped / running.furniture,
          "article lost, running text": running.lost / running.article,
        }
      : {}),
  }
  const name = basename(folder)
  print(`lines of ${pages.length} pages of ${name} as plain texts`)
  print(`furniture dropped ${figures["furniture dropped"]!.toFixed(4)} of ${count.furniture} lines`)
  print(`article lost ${figures["article lost"]!.toFixed(5)} of ${count.article} lines`)
  if (running.article > 0) {
    print(
      `running text: furniture dropped ${(running.dropped / running.furniture).toFixed(4)} of ${running.furniture} lines`,
    )
    print(`running text: article lost ${(running.lost / running.article).toFixed(5)} of ${running.article} lines`)
  }
  if (given.file)
    print(`filed as ${fileResult(`lines-${name}`, { data: { name, pages: pages.length }, count, running, figures })}`)
  const names = Object.keys(figures)
  return holdToFloors({ key: `lines/${name}`, figures, names, ceilings: ["article lost", "article lost, running text"], raise: given.raise ?? false }, print) // biome-ignore format: one call
}

const emptyCount = (): Count => ({ article: 0, lost: 0, furniture: 0, dropped: 0 })

function add(to: Count, one: Count): void {
  for (const name of ["article", "lost", "furniture", "dropped"] as const) to[name] += one[name]
}

function countPage(page: GoldPage, path: string): Count {
  const count = emptyCount()
  const lines = allText(read(readFileSync(path), path)).split(/\s*\n\s*/).filter((line) => line !== "") // biome-ignore format: one line
  if (lines.length === 0) return count
  const again = readAgain(lines, path)
  if (again === null) return count
  const left = countOf(again.split(/\s*\n\s*/))
  for (const [i, label] of labelLines(lines, page).entries()) {
    const line = lines[i]!
    if (label === null) continue
    const isLeft = (left.get(line) ?? 0) > 0
    count[label]++
    if (label === "article" && !isLeft) count.lost++
    if (label === "furniture" && !isLeft) count.dropped++
  }
  return count
}

/** Null: refused, as a page of broken characters is. */
function readAgain(lines: readonly string[], path: string): string | null {
  try {
    return read(new TextEncoder().encode(lines.join("\n\n")), `${path}.txt`).text.value
  } catch (error) {
    if (error instanceof CounterclaimError) return null
    throw error
  }
}

const countOf = (lines: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}

function read(bytes: Uint8Array, path: string): Entry {
  const snapshot = toSnapshot({ bytes, url: null, headers: {}, fetched: new Date().toISOString() })
  return cleanOnly(snapshot, { file: path, place: path })
}

/** All lines of a page in its order, those that the program leaves out as well. */
function allText({ reading, text }: Entry): string {
  let joined = ""
  let from = 0
  for (const removed of reading.removed) {
    joined += `${text.value.slice(from, removed.at)}\n${removed.text}\n`
    from = removed.at
  }
  return joined + text.value.slice(from)
}
