import type { Command } from "commander"
import { toJsonLine } from "../formats/json-line.ts"
import type { Ledger } from "../model/ledger.ts"
import type { Context } from "./context.ts"
import { number } from "./counts-line.ts"
import { eachHolding } from "./each-holding.ts"
import { examples, jsonOption, ledgerOption } from "./options.ts"
import { withLedger } from "./with-ledger.ts"

type Options = Readonly<{ json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["backup ledger-2031-03-12.jsonl.gz", "all of the ledger in one file"],
  ["restore ledger-2031-03-12.jsonl.gz --ledger new.sqlite", "and back, into a new ledger"],
])

/** `backup`: everything into one file. */
export function addBackupCommand(program: Command, context: Context): void {
  program
    .command("backup")
    .description("Write all that the ledger holds into one file that can be checked, restored and imported.")
    .argument("<file>", "a file that is not there yet")
    .addOption(jsonOption("one object: what was written"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((file: string, options: Options) =>
      withLedger(context, { ...options, readOnly: true }, (ledger) => backup(ledger, file, { options, context })),
    )
}

async function backup(ledger: Ledger, file: string, how: { options: Options; context: Context }): Promise<void> {
  const { screen } = how.context
  const [{ stockOfLedger }, { writeBackup }] = await Promise.all([
    import("../upkeep/stock.ts"),
    import("../upkeep/write-backup.ts"),
  ])
  const { holdings, judgements, sha256 } = await eachHolding(how.context, { ledger, label: file }, (onHolding) =>
    writeBackup(stockOfLedger(ledger), file, { now: new Date(), onHolding }),
  )
  const { documents } = await ledger.counts()
  if (how.options.json) await screen.print(toJsonLine({ file, documents, versions: holdings, judgements, sha256 }))
  else await screen.print(`${wordsOf({ documents, versions: holdings, judgements })} written.\n`)
}

type Amount = Readonly<{ documents: number; versions?: number; judgements: number }>

/** "12 documents in 15 versions, 3 judgements". */
export function wordsOf({ documents, versions, judgements }: Amount): string {
  const count = (many: number, noun: string) => `${number(many)} ${noun}${many === 1 ? "" : "s"}`
  const seen = versions === undefined ? "" : ` in ${count(versions, "version")}`
  return `${count(documents, "document")}${seen}, ${count(judgements, "judgement")}`
}
