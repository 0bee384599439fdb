import type { Entry } from "../model/ledger.ts"
import { type BlockWords, hasOwnTitle, rowsOf, runsOf, withLinks, wordsOfBlocks } from "./article-lines.ts"

/** The article as one `<article>` element of plain HTML: no classes, styles or scripts. Ends without a line end. */
export function toArticleHtml(entry: Entry): string {
  const { title, language } = entry.reading
  const own = hasOwnTitle(entry) ? [`<h1>${escaped(title!)}</h1>`] : []
  const lang = language === null ? "" : ` lang="${escaped(language)}"`
  return [`<article${lang}>`, ...own, ...runsOf(wordsOfBlocks(entry)).map(runHtml), "</article>"].join("\n")
}

function runHtml(run: readonly BlockWords[]): string {
  const [first] = run
  const { kind, level } = first!.block
  if (kind === "cell") return tableHtml(run)
  if (kind === "item" || kind === "numbered") return listHtml(run)
  if (kind === "quotation") return element("blockquote", run.map((one) => element("p", words(one))).join("\n"))
  if (kind === "heading") return element(`h${level}`, words(first!))
  if (kind === "preformatted") return element("pre", escaped(first!.text))
  return kind === "caption" ? element("figcaption", words(first!)) : element("p", words(first!))
}

/** Lists in lists: one is opened for each level that an item stands deeper, and closed on the way back. */
function listHtml(items: readonly BlockWords[]): string {
  const open: string[] = []
  let html = ""
  for (const item of items) {
    const depth = Math.min(item.block.level, open.length + 1)
    while (open.length > depth) html += `</li></${open.pop()}>`
    if (open.length === depth) html += "</li>\n"
    else {
      open.push(item.block.kind === "numbered" ? "ol" : "ul")
      html += `<${open.at(-1)}>\n`
    }
    html += `<li>${words(item)}`
  }
  while (open.length > 0) html += `</li>\n</${open.pop()}>`
  return html
}

function tableHtml(cells: readonly BlockWords[]): string {
  const rows = rowsOf(cells).map((row) => {
    let column = 1
    let html = ""
    for (const cell of row) {
      html += "<td></td>".repeat(cell.block.level - column) + element("td", words(cell))
      column = cell.block.level + 1
    }
    return element("tr", html)
  })
  return element("table", rows.join("\n"))
}

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`

const words = (block: BlockWords): string =>
  withLinks(block, { plain: escaped, link: (text, href) => `<a href="${escaped(href)}">${text}</a>` }).replaceAll(
    "\n",
    "<br>\n",
  )

const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => MARKS[mark]!)
