import type { Entry } from "../model/ledger.ts"
import { type BlockWords, hasOwnTitle, rowsOf, runsOf, withLinks, wordsOfBlocks } from "./article-lines.ts"

/** The article in Markdown (CommonMark, tables as GitHub has them), its headline first. Ends without a line end. */
export function toMarkdown(entry: Entry): string {
  const title = hasOwnTitle(entry) ? [`# ${escaped(entry.reading.title!.replace(/\s+/g, " "))}`] : []
  return [...title, ...runsOf(wordsOfBlocks(entry)).map(runText)].join("\n\n")
}

function runText(run: readonly BlockWords[]): string {
  const [first] = run
  const { kind, level } = first!.block
  if (kind === "cell") return tableText(run)
  if (kind === "item" || kind === "numbered") return listText(run)
  if (kind === "quotation") return run.map((one) => `> ${lines(one, "\n> ")}`).join("\n>\n")
  if (kind === "heading") return `${"#".repeat(level)} ${lines(first!, " ")}`
  if (kind === "preformatted") return fenced(first!.text)
  return kind === "caption" ? `*${lines(first!, " ")}*` : lines(first!, "\\\n")
}

function listText(items: readonly BlockWords[]): string {
  const numbers: number[] = []
  return items
    .map((item) => {
      const { kind, level } = item.block
      const depth = Math.min(level, numbers.length + 1)
      numbers.length = depth
      numbers[depth - 1] = (numbers[depth - 1] ?? 0) + 1
      // Four spaces: deep enough below "10." too.
      const indent = "    ".repeat(depth - 1)
      return `${indent}${kind === "numbered" ? `${numbers[depth - 1]}.` : "-"} ${lines(item, `\\\n${indent}  `)}`
    })
    .join("\n")
}

function tableText(cells: readonly BlockWords[]): string {
  const width = cells.reduce((most, { block }) => Math.max(most, block.level), 0)
  const [head, ...rows] = rowsOf(cells).map((row) => {
    const columns = Array.from({ length: width }, () => "")
    for (const cell of row) columns[cell.block.level - 1] = lines(cell, "<br>").replaceAll("|", "\\|")
    return `| ${columns.join(" | ")} |`
  })
  return [head!, `|${" --- |".repeat(width)}`, ...rows].join("\n")
}

/** One fence longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([marks]) => marks.length))
  const fence = "`".repeat(longest + 1)
  return `${fence}\n${text}\n${fence}`
}

const lines = (block: BlockWords, joiner: string): string =>
  withLinks(block, {
    plain: escaped,
    link: (words, href) => `[${words}](<${href.replace(/[<>\n]/g, (mark) => encodeURIComponent(mark))}>)`,
  })
    .split("\n")
    .map((line) => line.replace(/^(\s*)([-+>#]|\d+[.)])(?=\s|$)/, escapeStart))
    .join(joiner)

const escapeStart = (_: string, space: string, mark: string): string =>
  `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>&]/g, (mark) => `\\${mark}`)
