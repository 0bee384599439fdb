import type { Command } from "commander"
import { toJsonLine } from "../formats/json-line.ts"
import type { PublishedDate } from "../model/date.ts"
import type { Ledger, SourceView } from "../model/ledger.ts"
import { asOfOption, withLedgerAsOf } from "./as-of.ts"
import { printSources } from "./claim-sources.ts"
import type { Context } from "./context.ts"
import { countsLine, number } from "./counts-line.ts"
import { moreLine } from "./more-line.ts"
import { examples, jsonOption, ledgerOption, limitOption } from "./options.ts"
import { type Cell, rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"
import { withLedger } from "./with-ledger.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{ limit: number; asOf?: PublishedDate; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["sources", "who is said to speak, in most documents first"],
  ['sources "more than 70 killed" --limit 1', "outlets, copies and who relays whom, down to the roots of one claim"],
  ["sources --limit 10 --json", "the first ten, as JSON Lines"],
])

/** `sources`: who is said to speak, over all documents. */
export function addSourcesCommand(program: Command, context: Context): void {
  program
    .command("sources")
    .description(
      "Print the sources of the ledger's claims, as printed; of one claim, the tree of who has it from whom.",
    )
    .argument("[claim...]", "a claim in words: where does it go back to?")
    .addOption(asOfOption())
    .addOption(limitOption(50))
    .addOption(jsonOption("one object a source; of a claim, one a claim with its tree"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((claim: string[], options: Options) =>
      withLedger(context, { ...options, readOnly: true }, (held) =>
        withLedgerAsOf(context, { ledger: held, asOf: options.asOf }, (ledger) =>
          claim.length > 0
            ? printSources(ledger, claim.join(" "), options, context)
            : print(ledger, options, context.screen),
        ),
      ),
    )
}

async function print(ledger: Ledger, { limit, json }: Options, screen: Screen): Promise<void> {
  const found = await ledger.sources({ limit: limit + 1 })
  const sources = found.slice(0, limit)
  if (json) {
    for (const source of sources) await screen.print(toJsonLine(source))
    if (found.length > limit) screen.tell(moreLine(limit))
    return
  }
  if (sources.length > 0) await screen.print(`${table(sources, screen).join("\n")}\n\n`)
  const more = found.length > limit ? `${moreLine(limit)} ` : ""
  const line = `${more}In the ledger: ${countsLine(await ledger.counts())}.`
  await screen.print(`${wrap(line, screen.columns).join("\n")}\n`)
}

function table(sources: readonly SourceView[], { columns, style }: Screen): string[] {
  const row = toRow(columns)
  const head = row("Source", ["Shown", "Doubtful", "Documents"], "Publishers").map((cell) => ({
    ...cell,
    paint: style.dim,
  }))
  const lines = sources.flatMap(({ source, shown, attributions, documents, publishers }) =>
    rowLines(row(source, [shown, attributions - shown, documents].map(number), publishers.join(", "))),
  )
  return [...rowLines(head), ...lines]
}

type Row = (source: string, numbers: readonly string[], publishers: string) => Cell[]

/** Where there is little room, the publishers go first, then the numbers under their source. */
function toRow(columns: number): Row {
  const numbers = (cells: readonly string[]): Cell[] =>
    cells.map((text, index) => ({ text, width: [5, 8, 9][index]!, right: true }))
  const rest = columns - 5 - 8 - 9 - 3 * 2
  if (columns < 46) return (source, cells) => [{ text: `${source} (${cells.join(", ")})`, width: columns }]
  if (columns < 70) return (source, cells) => [{ text: source, width: rest }, ...numbers(cells)]
  const width = Math.floor((rest - 2) * 0.45)
  return (source, cells, publishers) => [
    { text: source, width },
    ...numbers(cells),
    { text: publishers, width: rest - 2 - width },
  ]
}
