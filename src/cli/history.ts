import type { Command } from "commander"
import { toJsonLine } from "../formats/json-line.ts"
import type { PublishedDate } from "../model/date.ts"
import { latestJudgements } from "../model/latest-judgements.ts"
import type { Ledger } from "../model/ledger.ts"
import { asOfOption, endOf } from "./as-of.ts"
import type { Context } from "./context.ts"
import { number } from "./counts-line.ts"
import { judgementLine } from "./judge.ts"
import { examples, jsonOption, ledgerOption } from "./options.ts"
import type { Screen } from "./screen.ts"
import { withLedger } from "./with-ledger.ts"

type Options = Readonly<{ asOf?: PublishedDate; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["history", "who judged what, and which of it counts"],
  ["history --as-of 2031-03-12", "what had been judged by the end of that day"],
])

/** `history`: people's judgements, in the order in which they were added. */
export function addHistoryCommand(program: Command, context: Context): void {
  program
    .command("history")
    .description("Print people's judgements in the order in which they were added, and which of them count.")
    .addOption(asOfOption())
    .addOption(jsonOption("one object a judgement, with its hashes"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((options: Options) =>
      withLedger(context, { ...options, readOnly: true }, (ledger) => print(ledger, options, context.screen)),
    )
}

async function print(ledger: Ledger, { asOf, json }: Options, screen: Screen): Promise<void> {
  const end = asOf ? endOf(asOf) : Number.POSITIVE_INFINITY
  const judgements = (await ledger.judgements()).filter(({ at }) => Date.parse(at) <= end)
  const counting = new Set(latestJudgements(judgements).map((judgement) => judgement.number))
  for (const judgement of judgements) {
    const counts = counting.has(judgement.number)
    const line = `${judgement.at}  ${judgementLine(judgement)}${counts ? "" : "; it does not count any more"}\n`
    await screen.print(json ? toJsonLine({ ...judgement, counts }) : line)
  }
  if (!json) {
    const noun = judgements.length === 1 ? "judgement" : "judgements"
    await screen.print(`${number(judgements.length)} ${noun}, ${number(counting.size)} of them count.\n`)
  }
}
