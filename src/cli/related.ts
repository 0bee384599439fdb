import type { Command } from "commander"
import type { RelatedRow } from "../asking.ts"
import type { PublishedDate } from "../model/date.ts"
import { asOfOption } from "./as-of.ts"
import type { Context } from "./context.ts"
import { examples, jsonOption, ledgerOption, limitOption } from "./options.ts"
import { printAnswer } from "./print-answer.ts"
import type { Screen } from "./screen.ts"
import { withAsker } from "./with-asker.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{ limit: number; asOf?: PublishedDate; json?: true; ledger?: string }>

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
    .addOption(asOfOption())
    .addOption(limitOption(20))
    .addOption(jsonOption("one object a document"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((document: string, options: Options) =>
      withAsker(context, options, async (asker) => {
        const { rows, ledger } = await asker.related(document)
        const lines = (kept: readonly RelatedRow[], screen: Screen) => kept.flatMap((row) => block(row, screen))
        await printAnswer(rows, { options, ledger, screen: context.screen, none: "Nothing related was found", lines })
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
