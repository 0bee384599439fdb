import { readFileSync } from "node:fs"
import { basename, join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { parseArgs } from "node:util"
import { cleanOnly, type Entry, toSnapshot } from "counterclaim"
import { holdToFloors } from "../hold-to-floors.ts"
import { readGoldPages } from "../pages/read-gold-pages.ts"
import { usageError } from "../usage-error.ts"
import { agreement } from "./agreement.ts"
import { visibleText } from "./visible-text.ts"

const OPTIONS = { data: { type: "string" }, raise: { type: "boolean" } } as const

/** Where bytes and characters are one thing, both readers are given the same; a page of other bytes is passed over. */
const decoder = new TextDecoder("utf-8", { fatal: true })

/**
 * `eval parse5`: all that the program read of each page, kept or dropped, beside the text that parse5 makes of it. Gives
 * the exit status: 1 when the share of characters that agree is below its floor. Throws `eval/usage`, `eval/no-pages`.
 */
export function parse5Command(args: string[], print: (line: string) => void): number {
  const { data, raise = false } = parseArgs({ args, options: OPTIONS }).values
  if (data === undefined) throw usageError("no folder is given", "npm run eval -- parse5 --data DIR")
  const folder = resolve(data)
  const sum = { pages: 0, passed: 0, same: 0, all: 0, equal: 0 }
  for (const { name } of readGoldPages(folder)) {
    const path = join(folder, "html", `${name}.html`)
    const found = compare(path)
    if (found === null) sum.passed++
    else {
      sum.pages++
      sum.same += found.same
      sum.all += found.all
      if (found.same === found.all) sum.equal++
    }
  }
  const share = sum.all === 0 ? 0 : sum.same / sum.all
  print(`parse5 on ${basename(folder)}: ${sum.pages} pages, ${sum.passed} passed over that are not UTF-8`)
  print(`characters that agree ${share.toFixed(5)}, pages without a difference ${sum.equal}`)
  const figures = { "characters that agree": share }
  return holdToFloors({ key: `parse5/${basename(folder)}`, figures, names: Object.keys(figures), raise }, print)
}

function compare(path: string): Readonly<{ same: number; all: number }> | null {
  const bytes = readFileSync(path)
  const html = decode(bytes)
  if (html === null) return null
  const snapshot = toSnapshot({ bytes, url: pathToFileURL(path).href, headers: {}, fetched: new Date().toISOString() })
  return agreement(visibleText(html), readText(cleanOnly(snapshot, { file: path, place: path })))
}

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

/** Kept and removed parts in the order of the page: what was removed stands at the end of the kept part before it. */
function readText({ reading, text }: Entry): string {
  let joined = ""
  let from = 0
  for (const removed of reading.removed) {
    joined += `${text.value.slice(from, removed.at)}\n${removed.text}\n`
    from = removed.at
  }
  return joined + text.value.slice(from)
}
