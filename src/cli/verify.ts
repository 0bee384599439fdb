import type { Command } from "commander"
import { toJsonLine } from "../formats/json-line.ts"
import type { Ledger } from "../model/ledger.ts"
import type { Context } from "./context.ts"
import { number } from "./counts-line.ts"
import { examples, jsonOption, ledgerOption } from "./options.ts"
import { plainLine } from "./plain.ts"
import type { Screen } from "./screen.ts"
import { withLedger } from "./with-ledger.ts"

type Options = Readonly<{ json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["verify", "check the whole ledger; exit status 1 when something is wrong"],
  ["verify --ledger old.sqlite --json", "the problems of another ledger, as JSON Lines"],
])

/** `verify`: is all in the ledger as it must be? */
export function addVerifyCommand(program: Command, context: Context): void {
  program
    .command("verify")
    .description("Check the hashes, positions, chains and references of the ledger.")
    .addOption(jsonOption("one object a problem"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: Options) => {
      const status = await withLedger(context, { ...options, readOnly: true }, (ledger) =>
        verify(ledger, options, context.screen),
      )
      context.finish(status)
    })
}

async function verify(ledger: Ledger, { json }: Options, screen: Screen): Promise<number> {
  const problems = await ledger.verify()
  for (const problem of problems) {
    const { where, what, code } = problem
    await screen.print(json ? toJsonLine(problem) : `${plainLine(`${where}: ${what} (${code})`)}\n`)
  }
  if (!json) {
    const { documents } = await ledger.counts()
    const result =
      problems.length === 0 ? "no problem" : `${number(problems.length)} problem${problems.length === 1 ? "" : "s"}`
    await screen.print(`${number(documents)} document${documents === 1 ? "" : "s"} checked, ${result}.\n`)
  }
  return problems.length === 0 ? 0 : 1
}
