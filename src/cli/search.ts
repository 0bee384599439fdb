import type { Command } from "commander"
import { toJsonLine } from "../formats/json-line.ts"
import type { PublishedDate } from "../model/date.ts"
import type { Found, Ledger } from "../model/ledger.ts"
import { asOfOption, withLedgerAsOf } from "./as-of.ts"
import { headLines } from "./claim-lines.ts"
import type { Context } from "./context.ts"
import { countsLine } from "./counts-line.ts"
import { moreLine } from "./more-line.ts"
import { examples, jsonOption, ledgerOption, limitOption } from "./options.ts"
import { rowLines } from "./row-lines.ts"
import type { Screen } from "./screen.ts"
import { withLedger } from "./with-ledger.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{ limit: number; asOf?: PublishedDate; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["search ferry delay", "texts and claims in which both words stand, best match first"],
  ["search harbour --limit 5 --json", "the five best, as JSON Lines"],
])

/** `search`: full text, over texts and claims. */
export function addSearchCommand(program: Command, context: Context): void {
  program
    .command("search")
    .description("Search the texts and the claims of the ledger.")
    .argument("<words...>", "plain words, all of which must be there")
    .addOption(asOfOption())
    .addOption(limitOption(20))
    .addOption(jsonOption("one object a place"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((words: string[], options: Options) =>
      withLedger(context, { ...options, readOnly: true }, (held) =>
        withLedgerAsOf(context, { ledger: held, asOf: options.asOf }, (ledger) =>
          print(ledger, words.join(" "), { options, screen: context.screen }),
        ),
      ),
    )
}

type How = Readonly<{ options: Options; screen: Screen }>

async function print(ledger: Ledger, words: string, { options, screen }: How): Promise<void> {
  const all = await ledger.search(words, { limit: options.limit + 1 })
  const found = all.slice(0, options.limit)
  const more = all.length > found.length ? moreLine(options.limit) : ""
  if (options.json) {
    for (const place of found) await screen.print(toJsonLine(place))
    if (more) screen.tell(more)
    return
  }
  for (const place of found) await screen.print(`${placeLines(place, screen).join("\n")}\n\n`)
  const note = found.length === 0 ? "Nothing found. " : more && `${more} `
  const line = `${note}In the ledger: ${countsLine(await ledger.counts())}.`
  await screen.print(`${wrap(line, screen.columns).join("\n")}\n`)
}

function placeLines({ document, attribution, excerpt }: Found, screen: Screen): string[] {
  const { columns, style } = screen
  const place = { text: attribution ? "claim" : "text", width: 5, paint: attribution ? style.green : style.dim }
  return [
    ...headLines(document, document.url ?? document.id, screen),
    ...rowLines([place, { text: excerpt, width: columns - 10 }], "   "),
  ]
}
