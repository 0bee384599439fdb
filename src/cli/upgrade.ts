import type { Command } from "commander"
import { toJsonLine } from "../formats/json-line.ts"
import type { Ledger } from "../model/ledger.ts"
import type { Upgraded } from "../upkeep/upgrade.ts"
import type { Context } from "./context.ts"
import { number } from "./counts-line.ts"
import { eachHolding } from "./each-holding.ts"
import { failureLine } from "./each-input.ts"
import { examples, jsonOption, ledgerOption } from "./options.ts"
import { untilStopped } from "./until-stopped.ts"
import { withLedger } from "./with-ledger.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{ dryRun?: true; models?: string; parties?: string; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["upgrade --dry-run", "what rereading with this version of the program would change"],
  ["upgrade", "reread all that an older version read; stopped and started again it goes on"],
])

/** `upgrade`: reread what the ledger keeps with the present reader and model. */
export function addUpgradeCommand(program: Command, context: Context): void {
  program
    .command("upgrade")
    .description("Reread the pages that the ledger keeps with the present reader and model; nothing old is lost.")
    .option("--dry-run", "only tell what would change")
    .option("--models <dir>", "take the model in this folder instead of the one that comes along")
    .option("--parties <file>", "a table of who is on whose side (entity, side, from, to): the side of each figure")
    .addOption(jsonOption("one object: what changed, and which judgements are orphaned"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((options: Options) =>
      withLedger(context, { ...options, readOnly: options.dryRun === true }, async (ledger) => {
        const upgraded = await upgradeAll(ledger, options, context)
        await tell(upgraded, options, context)
        context.finish(upgraded.failures.length > 0 ? 1 : 0)
      }),
    )
}

async function upgradeAll(ledger: Ledger, { models, parties, ...options }: Options, context: Context) {
  const { io, parts } = context
  const { upgrade } = await import("../upkeep/upgrade.ts")
  const opening = parts.openPipeline({
    ...(models !== undefined && { models }),
    ...(parties !== undefined && { parties }),
  })
  const reader = await untilStopped(io.signal, opening)
  const rereader = { ...reader, cleanOnly: parts.cleanOnly }
  try {
    return await eachHolding(context, { ledger, label: "rereading" }, (onHolding) =>
      upgrade(ledger, rereader, { dryRun: options.dryRun === true, onHolding }),
    )
  } finally {
    if (!io.signal.aborted) await reader.close()
  }
}

async function tell(upgraded: Upgraded, { json, dryRun }: Options, { screen }: Context): Promise<void> {
  const { reread, upToDate, claimsNew, claimsGone, carried, orphans, failures } = upgraded
  for (const { url, error } of failures) screen.tell(failureLine(url, error))
  if (json) {
    const named = failures.map(({ document, url, error }) => ({ document, url, error: error.message }))
    return screen.print(toJsonLine({ ...upgraded, failures: named }))
  }
  for (const { judgement, words, document, why } of orphans) {
    const line = `Orphaned: judgement ${judgement} on “${words}” (${document}): ${why}.`
    await screen.print(`${wrap(line, screen.columns).join("\n")}\n`)
  }
  const count = (many: number, noun: string) => `${number(many)} ${noun}${many === 1 ? "" : "s"}`
  const facts = [
    `${count(reread, "version")} ${dryRun ? "would be reread" : "reread"}`,
    `${number(upToDate)} up to date`,
    `${count(claimsNew, "claim")} new, ${number(claimsGone)} gone`,
    ...(carried > 0 ? [`${count(carried, "judgement")} carried to the identical place`] : []),
    ...(orphans.length > 0 ? [`${number(orphans.length)} orphaned`] : []),
    ...(failures.length > 0 ? [`${number(failures.length)} not reread`] : []),
  ]
  await screen.print(`${wrap(`${facts.join("; ")}.`, screen.columns).join("\n")}\n`)
}
