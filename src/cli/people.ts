import type { Command } from "commander"
import type { PersonRow } from "../asking.ts"
import type { PublishedDate } from "../model/date.ts"
import { asOfOption } from "./as-of.ts"
import type { Context } from "./context.ts"
import { number } from "./counts-line.ts"
import { examples, jsonOption, ledgerOption, limitOption } from "./options.ts"
import { printAnswer } from "./print-answer.ts"
import { type Cell, rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"
import { withAsker } from "./with-asker.ts"

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
      withAsker(context, options, async (asker) => {
        const { rows, ledger } = await asker.people()
        await printAnswer(rows, { options, ledger, screen: context.screen, none: "No name was found", lines: table })
      }),
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
    "",
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
