import type { Command } from "commander"
import { toJsonLine } from "../formats/json-line.ts"
import type { Ledger } from "../model/ledger.ts"
import type { Stock } from "../upkeep/stock.ts"
import type { TakenIn } from "../upkeep/take-in.ts"
import type { Context } from "./context.ts"
import { number } from "./counts-line.ts"
import { eachHolding } from "./each-holding.ts"
import { examples, jsonOption, ledgerOption } from "./options.ts"
import { withLedger } from "./with-ledger.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{ dryRun?: true; leaveClashing?: true; json?: true; ledger?: string }>

const EXAMPLES = examples([
  ["import part2.sqlite --ledger part1.sqlite", "all of another ledger into this one; what both hold is counted once"],
  ["import ledger-2031-03-12.jsonl.gz --dry-run", "what a backup would bring"],
])

/** `import`: another ledger into this one. */
export function addImportCommand(program: Command, context: Context): void {
  program
    .command("import")
    .description("Take all of another ledger, or of a backup, into this one; what both hold is counted once.")
    .argument("<ledger or backup>", "another ledger, or a file that counterclaim backup wrote")
    .option("--dry-run", "only tell what would be added, and what clashes")
    .option("--leave-clashing", "leave out what says another thing under an id that is held, and take the rest")
    .addOption(jsonOption("one object: what was added, and what clashes"))
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action(async (from: string, options: Options) => {
      const taken = await withStock(from, context, (stock, other) =>
        withLedger(context, { ...options, readOnly: false }, (ledger) =>
          importAll(ledger, stock, { options, context, other, from }),
        ),
      )
      await tell(taken, options, context)
      context.finish(taken.left > 0 ? 1 : 0)
    })
}

/** The other ledger or backup, checked, before this ledger is opened. */
async function withStock<Result>(
  from: string,
  { parts }: Context,
  use: (stock: Stock, other: Ledger | null) => Promise<Result>,
): Promise<Result> {
  const [{ isBackup, stockOfBackup }, { stockOfLedger }] = await Promise.all([
    import("../upkeep/read-backup.ts"),
    import("../upkeep/stock.ts"),
  ])
  if (await isBackup(from)) return use(await stockOfBackup(from), null)
  const other = await parts.openLedger(from, { readOnly: true })
  try {
    return await use(stockOfLedger(other), other)
  } finally {
    await other.close()
  }
}

type How = Readonly<{ options: Options; context: Context; other: Ledger | null; from: string }>

async function importAll(ledger: Ledger, stock: Stock, { options, context, other, from }: How): Promise<TakenIn> {
  const { takeIn } = await import("../upkeep/take-in.ts")
  const { dryRun = false, leaveClashing = false } = options
  return eachHolding(context, { ledger: other, label: from }, (onHolding) =>
    takeIn(ledger, stock, { dryRun, leaveClashing, onHolding }),
  )
}

async function tell(taken: TakenIn, { json, dryRun }: Options, { screen }: Context): Promise<void> {
  const { documents, versions, sightings, judgements, left, clashes } = taken
  for (const { kind, id, fields } of clashes)
    screen.tell(`${kind} ${id} says another thing here: ${fields.join(", ")}; it was left out`)
  if (json) return screen.print(toJsonLine(taken))
  const count = (many: number, noun: string) => `${number(many)} ${noun}${many === 1 ? "" : "s"}`
  const added = [
    count(documents, "document"),
    `something of ${count(versions, "version")}`,
    count(sightings, "sighting"),
    count(judgements, "judgement"),
  ].join(", ")
  const rest = left > 0 ? ` ${count(left, "version")} left out.` : ""
  await screen.print(`${wrap(`${dryRun ? "Would be added" : "Added"}: ${added}.${rest}`, screen.columns).join("\n")}\n`)
}
