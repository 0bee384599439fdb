import type { Command } from "commander"
import type { StoryRow } from "../asking.ts"
import { toJsonLine } from "../formats/json-line.ts"
import type { PublishedDate } from "../model/date.ts"
import { asOfOption, withLedgerAsOf } from "./as-of.ts"
import { closingLine } from "./closing-line.ts"
import type { Context } from "./context.ts"
import { examples, jsonOption, ledgerOption, limitOption } from "./options.ts"
import { rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"
import { withLedger } from "./with-ledger.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{ limit: number; asOf?: PublishedDate; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["stories", "the ledger's documents by what happened, most documents first"],
  ["stories --limit 5 --json", "five of them, as JSON Lines, with their documents"],
])

/** `stories`: the ledger's documents, those on one event together. */
export function addStoriesCommand(program: Command, context: Context): void {
  program
    .command("stories")
    .description("Print the stories of the ledger: which documents report one event, by whom and when.")
    .addOption(asOfOption())
    .addOption(limitOption(50))
    .addOption(jsonOption("one object a story"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((options: Options) =>
      withLedger(context, { ...options, readOnly: true }, (held) =>
        withLedgerAsOf(context, { ledger: held, asOf: options.asOf }, async (ledger) => {
          const { openAsker } = await import("../asking.ts")
          const { stories, ledger: counts } = await openAsker(ledger).stories()
          const kept = stories.slice(0, options.limit)
          const { screen } = context
          if (options.json) for (const story of kept) await screen.print(toJsonLine(story))
          else {
            const more = stories.length > kept.length ? `There are more: --limit ${options.limit * 10}. ` : ""
            const closing = wrap(`${more}${closingLine(counts, counts)}`, screen.columns)
            await screen.print(`${[...kept.flatMap((story) => block(story, screen)), ...closing].join("\n")}\n`)
          }
        }),
      ),
    )
}

/** Title; then dates, outlets and id; then its documents. */
function block({ id, title, outlets, earliest, latest, documents }: StoryRow, { columns, style }: Screen): string[] {
  const days = [...new Set([earliest, latest].map(({ value }) => value.slice(0, 10)))].join(" to ")
  const count = (many: number, noun: string) => `${many} ${noun}${many === 1 ? "" : "s"}`
  const facts = `${days} · ${count(documents.length, "document")}, ${count(outlets.length, "outlet")} · ${id}`
  const rows = documents.flatMap(({ title: own, publisher, id: document }) =>
    rowLines([{ text: `${publisher ?? "publisher unknown"}: ${own ?? document}`, width: columns - 4 }], "    "),
  )
  const several = documents.length > 1 ? rows : []
  return [
    ...wrap(title ?? documents[0]!.id, columns).map(style.bold),
    ...wrap(facts, columns).map(style.dim),
    ...several,
    "",
  ]
}
