import { type Command, Option } from "commander"
import type { ColumnMap } from "../fetch/table/column-map.ts"
import { toArticleHtml } from "../formats/article-html.ts"
import { toMarkdown } from "../formats/article-markdown.ts"
import { toTextJson } from "../formats/json.ts"
import { toJsonLine } from "../formats/json-line.ts"
import type { PublishedDate } from "../model/date.ts"
import type { Entry } from "../model/ledger.ts"
import type { Context } from "./context.ts"
import { eachInput } from "./each-input.ts"
import { explained } from "./explain.ts"
import { examples, jsonOption, mapOption, publishedOption, verbatimOption } from "./options.ts"
import { plainText } from "./plain.ts"
import { rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"
import { wrap } from "./wrap.ts"

const FORMATS = ["text", "markdown", "html"] as const

type Options = Readonly<{
  json?: true
  format: (typeof FORMATS)[number]
  removed?: true
  explain?: true
  verbatim?: true
  published?: PublishedDate
  map?: ColumnMap
}>

const EXAMPLES = examples([
  ["text page.html", "the article alone, without menus, adverts and comments"],
  ["text page.html --removed", "what was taken out of the page, and why, after it"],
  ["text page.html --format markdown", "headings, lists, tables and links kept"],
  ["text page.html --explain", "each part kept or dropped, and why; where title and date come from"],
  ["text pages/ --json", "text and metadata of a whole folder, as JSON Lines"],
])

/** `text`: reading only. */
export function addTextCommand(program: Command, context: Context): void {
  program
    .command("text")
    .description("Print the clean text of articles with their title, authors and date.")
    .argument("<input...>", "files, folders, web archives, tables, http(s) addresses, or - for standard input")
    .addOption(jsonOption("one object a document").conflicts(["format", "explain"]))
    .addOption(new Option("--format <format>", "how the text is printed").choices(FORMATS).default("text"))
    .addOption(
      new Option("--explain", "print each part of the page, kept or dropped, with reason and score").conflicts([
        "format",
        "removed",
      ]),
    )
    .option("--removed", "print what was taken out as well")
    .addOption(publishedOption())
    .addOption(verbatimOption())
    .addOption(mapOption())
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: string[], options: Options, command: Command) => {
      if (options.removed && options.format !== "text") {
        command.error(`error: option '--removed' cannot be used with option '--format ${options.format}'`)
      }
      context.finish(await text(inputs, options, context))
    })
}

async function text(inputs: readonly string[], options: Options, context: Context): Promise<number> {
  const { parts, screen } = context
  const { verbatim = false, published = null } = options
  let first = true
  const { failed } = await eachInput(inputs, context, {
    map: options.map,
    make: (snapshot, input) => parts.cleanOnly(snapshot, input, { verbatim, published }),
    async take(entry, { file, ref }) {
      if (!entry.reading.article) screen.tell(`${file}: no article (${entry.reading.notArticle ?? "reason unknown"})`)
      const page = () => `${first ? "" : "\n"}${article(entry, options, screen).join("\n")}\n`
      await screen.print(options.json ? toJsonLine(toTextJson(entry, file, ref)) : page())
      first = false
    },
  })
  return failed > 0 ? 1 : 0
}

/** Head, text and, when asked for, what was removed. The text keeps its own lines: it may be going into a file. */
function article(entry: Entry, { removed, explain, format }: Options, screen: Screen): string[] {
  if (explain) return [...head(entry, screen), ...explained(entry, screen)]
  if (format !== "text") return [plainText(format === "html" ? toArticleHtml(entry) : toMarkdown(entry))]
  const lines = [...head(entry, screen), plainText(entry.text.value).trimEnd()]
  return removed ? [...lines, "", ...removedLines(entry, screen)] : lines
}

function head({ document, reading }: Entry, { columns, style }: Screen): string[] {
  const { title, publisher, bylines, published, language } = reading
  const facts = [publisher, bylines.join(", "), published?.value, language, document.url].filter(Boolean).join(" · ")
  const lines = [
    ...(title ? wrap(title, columns).map(style.bold) : []),
    ...(facts ? wrap(facts, columns).map(style.dim) : []),
  ]
  return lines.length > 0 ? [...lines, ""] : []
}

function removedLines({ reading }: Entry, { columns, style }: Screen): string[] {
  if (reading.removed.length === 0) return [style.dim("Nothing was removed.")]
  const width = Math.min(24, Math.floor(columns / 3))
  const rows = reading.removed.map(({ text, reason }) => [
    { text: reason, width, paint: style.yellow },
    { text, width: columns - width - 4, paint: style.dim },
  ])
  return [style.bold("Removed:"), ...rows.flatMap((cells) => rowLines(cells, "  "))]
}
