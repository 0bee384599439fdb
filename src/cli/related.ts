import type { Command } from "commander"
import type { RelatedRow } from "../asking.ts"
import { toJsonLine } from "../formats/json-line.ts"
import { closingLine } from "./closing-line.ts"
import type { Context } from "./context.ts"
import { examples, jsonOption, ledgerOption, limitOption } from "./options.ts"
import type { Screen } from "./screen.ts"
import { withLedger } from "./with-ledger.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{ limit: number; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["related https://example.org/report.html", "what else in the ledger has to do with this document, and why"],
  ["related d-0123456789abcdef0123 --json", "the same by the document's id, as JSON Lines"],
])

/** `related`: documents of one story, with one claim, or of one claimant. */
export function addRelatedCommand(program: Command, context: Context): void {
  program
    .command("related")
    .description("Print documents that have to do with one of the ledger: same story, same claim, same claimant.")
    .argument("<document>", "the id or the address of a document of the ledger")
    .addOption(limitOption(20))
    .addOption(jsonOption("one object a document"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((document: string, options: Options) =>
      withLedger(context, { ...options, readOnly: true }, async (ledger) => {
        const { openAsker } = await import("../asking.ts")
        const { rows, ledger: counts } = await openAsker(ledger).related(document)
        const kept = rows.slice(0, options.limit)
        const { screen } = context
        if (options.json) for (const row of kept) await screen.print(toJsonLine(row))
        else {
          const notes = [
            rows.length === 0 ? `Nothing related was found: ${counts.documents} documents searched.` : "",
            rows.length > kept.length ? `There are more: --limit ${options.limit * 10}.` : "",
            closingLine(counts, counts),
          ]
          const closing = wrap(notes.filter(Boolean).join(" "), screen.columns)
          await screen.print(`${[...kept.flatMap((row) => block(row, screen)), ...closing].join("\n")}\n`)
        }
      }),
    )
}

function block({ document, because }: RelatedRow, { columns, style }: Screen): string[] {
  const { title, publisher, published, id } = document
  const facts = [publisher ?? "publisher unknown", published?.value.slice(0, 10) ?? "no date", id].join(" · ")
  return [
    ...wrap(title ?? id, columns).map(style.bold),
    ...wrap(facts, columns).map(style.dim),
    ...because.flatMap((why) => wrap(why, columns - 4).map((line) => `    ${line}`)),
    "",
  ]
}
