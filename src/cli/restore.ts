import type { Command } from "commander"
import { toJsonLine } from "../formats/json-line.ts"
import { wordsOf } from "./backup.ts"
import type { Context } from "./context.ts"
import { eachHolding } from "./each-holding.ts"
import { examples, jsonOption, ledgerOption } from "./options.ts"
import { withLedger } from "./with-ledger.ts"

type Options = Readonly<{ json?: true; ledger?: string }>

const EXAMPLES = examples([
  [
    "restore ledger-2031-03-12.jsonl.gz --ledger new.sqlite",
    "a ledger that gives the same answers as the one backed up",
  ],
])

/** `restore`: a backup into an empty ledger. */
export function addRestoreCommand(program: Command, context: Context): void {
  program
    .command("restore")
    .description("Fill an empty ledger from a backup. A damaged backup is refused before anything is changed.")
    .argument("<file>", "a file that counterclaim backup wrote")
    .addOption(jsonOption("one object: what was restored"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((file: string, options: Options) => restoreFile(file, options, context))
}

/** The backup is checked before the ledger is opened: a damaged one leaves no empty ledger behind. */
async function restoreFile(file: string, options: Options, context: Context): Promise<void> {
  const { screen } = context
  const [{ stockOfBackup }, { restore }] = await Promise.all([
    import("../upkeep/read-backup.ts"),
    import("../upkeep/restore.ts"),
  ])
  const stock = await stockOfBackup(file)
  await withLedger(context, { ...options, readOnly: false }, async (ledger) => {
    const restored = await eachHolding(context, { ledger: null, label: file }, (onHolding) =>
      restore(ledger, stock, onHolding),
    )
    await screen.print(options.json ? toJsonLine(restored) : `${wordsOf(restored)} restored.\n`)
  })
}
