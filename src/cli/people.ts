import type { Command } from "commander"
import type { PersonRow } from "../asking.ts"
import { toJsonLine } from "../formats/json-line.ts"
import type { PublishedDate } from "../model/date.ts"
import { asOfOption, withLedgerAsOf } from "./as-of.ts"
import { closingLine } from "./closing-line.ts"
import type { Context } from "./context.ts"
import { number } from "./counts-line.ts"
import { examples, jsonOption, ledgerOption, limitOption } from "./options.ts"
import { type Cell, rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"
import { withLedger } from "./with-ledger.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{ limit: number; asOf?: PublishedDate; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["people", "persons and organisations, whoever is said to say most first"],
  ["people --limit 10 --json", "the first ten, as JSON Lines, with their roles and other spellings"],
])

/** `people`: persons and organisations over all documents. */
export function addPeopleCommand(program: Command, context: Context): void {
  program
    .command("people")
    .description("Print persons and organisations, spellings of one name together, with how many claims they make.")
    .addOption(asOfOption())
    .addOption(limitOption(50))
    .addOption(jsonOption("one object a person or organisation"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((options: Options) =>
      withLedger(context, { ...options, readOnly: true }, (held) =>
        withLedgerAsOf(context, { ledger: held, asOf: options.asOf }, async (ledger) => {
          const { openAsker } = await import("../asking.ts")
          const { rows, ledger: counts } = await openAsker(ledger).people()
          const kept = rows.slice(0, options.limit)
          const { screen } = context
          if (options.json) for (const row of kept) await screen.print(toJsonLine(row))
          else {
            const more = rows.length > kept.length ? `There are more: --limit ${options.limit * 10}. ` : ""
            const none =
              rows.length === 0 && counts.documents > 0
                ? `No name was found: ${counts.documents} documents searched. `
                : ""
            const closing = wrap(`${none}${more}${closingLine(counts, counts)}`, screen.columns)
            const lines = [...table(kept, screen), ...(kept.length > 0 ? [""] : []), ...closing]
            await screen.print(`${lines.join("\n")}\n`)
          }
        }),
      ),
    )
}

const [KIND, NUMBER] = [12, 9]

function table(rows: readonly PersonRow[], { columns, style }: Screen): string[] {
  if (rows.length === 0) return []
  const head = rowLines(cells(["Name", "Kind", "Claims", "Documents", "Known as"], columns)).map(style.dim)
  return [
    ...head,
    ...rows.flatMap(({ name, kind, claims, documents, roles, aliases }) =>
      rowLines(
        cells([name, kind, number(claims), number(documents), [...roles.slice(0, 2), ...aliases].join("; ")], columns),
      ),
    ),
  ]
}

/** Where there is little room, all stands in one cell. */
function cells([name, kind, claims, documents, known]: readonly string[], columns: number): Cell[] {
  if (columns < 70) return [{ text: `${name}, ${kind}: ${claims}, ${documents}`, width: columns }]
  const rest = columns - KIND - 2 * NUMBER - 4 * 2
  const width = Math.floor(rest * 0.45)
  return [
    { text: name!, width },
    { text: kind!, width: KIND },
    { text: claims!, width: NUMBER, right: true },
    { text: documents!, width: NUMBER, right: true },
    { text: known!, width: rest - width },
  ]
}
