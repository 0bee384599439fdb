import { type Command, Option } from "commander"
import type { ColumnMap } from "../fetch/table/column-map.ts"
import { toDocumentJson } from "../formats/json.ts"
import { toJsonLine } from "../formats/json-line.ts"
import type { PublishedDate } from "../model/date.ts"
import type { Added, Entry, Ledger } from "../model/ledger.ts"
import type { Context } from "./context.ts"
import { countsLine } from "./counts-line.ts"
import { eachInput } from "./each-input.ts"
import { entryBlock } from "./entry-block.ts"
import { heldBefore } from "./held.ts"
import {
  examples,
  jsonOption,
  ledgerOption,
  mapOption,
  parseWorkers,
  publishedOption,
  toShard,
  verbatimOption,
} from "./options.ts"
import type { Reader } from "./parts.ts"
import { readingNote } from "./reading-note.ts"
import type { Screen } from "./screen.ts"
import type { Shard } from "./shard.ts"
import { untilStopped } from "./until-stopped.ts"
import { withLedger } from "./with-ledger.ts"
import { wrap } from "./wrap.ts"

type Options = Readonly<{
  json?: true
  all?: true
  dryRun?: true
  verbatim?: true
  published?: PublishedDate
  map?: ColumnMap
  shard?: Shard
  workers?: number
  again?: true
  models?: string
  parties?: string
  ledger?: string
}>

const EXAMPLES = examples([
  ["read report.html", "add a saved page to the ledger and print its claims"],
  ["read --published 2024-03-02 notes.txt", "give the date that the text itself does not"],
  ["read articles/ --json > claims.jsonl", "a whole folder, as JSON Lines"],
  ["read articles.csv --map text=body,published=date,ref=id", "each row of a table, by these columns"],
  ["read crawl.warc.gz --workers 4 --shard 3/64", "one part of a large archive; stopped and started again it goes on"],
  ["read --dry-run --all - < report.txt", "try a text without keeping it, doubtful claims included"],
])

/** `read`: the main job, from inputs to claims in the ledger. */
export function addReadCommand(program: Command, context: Context): void {
  program
    .command("read")
    .description("Read articles, find who says what in them, and add that to the ledger.")
    .argument("<input...>", "files, folders, web archives, tables, http(s) addresses, or - for standard input")
    .addOption(jsonOption("one object a document, with every claim and its place in the text"))
    .option("--all", "print the doubtful claims too, each with a question mark")
    .option("--dry-run", "add nothing to the ledger")
    .addOption(publishedOption())
    .addOption(verbatimOption())
    .addOption(mapOption())
    .addOption(new Option("--shard <part>", "read one part of the inputs only, as 3/64").argParser(toShard))
    .addOption(new Option("--workers <number>", "read in so many processes").default(1).argParser(parseWorkers))
    .option("--again", "read what the ledger holds already, too, where it is found in a folder, an archive or a table")
    .option("--models <dir>", "take the model in this folder instead of the one that comes along")
    .option("--parties <file>", "a table of who is on whose side (entity, side, from, to): the side of each figure")
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: string[], options: Options) => context.finish(await read(inputs, options, context)))
}

async function read(inputs: readonly string[], options: Options, context: Context): Promise<number> {
  const { io, parts } = context
  const { models, parties, workers = 1 } = options
  const opening = parts.openPipeline({
    ...(models !== undefined && { models }),
    ...(parties !== undefined && { parties }),
    ...(workers > 1 && { workers }),
  })
  const pipeline = await untilStopped(io.signal, opening)
  try {
    if (options.dryRun) return await readAll(inputs, { options, context, pipeline, ledger: null })
    return await withLedger(context, { ...options, readOnly: false }, (ledger) =>
      readAll(inputs, { options, context, pipeline, ledger }),
    )
  } finally {
    if (!io.signal.aborted) await pipeline.close()
  }
}

type Work = Readonly<{ options: Options; context: Context; pipeline: Reader; ledger: Ledger | null }>

async function readAll(inputs: readonly string[], { options, context, pipeline, ledger }: Work): Promise<number> {
  const { screen } = context
  const { verbatim = false, published = null } = options
  const tally = new Tally()
  const { failed, held } = await eachInput(inputs, context, {
    map: options.map,
    shard: options.shard,
    width: pipeline.width,
    isHeld: ledger && !options.again ? heldBefore(new Date(), ledger, pipeline) : undefined,
    make: (snapshot, input) => pipeline.read(snapshot, input, { verbatim, published }),
    async take(entry, { file, ref }) {
      tally.count(entry, ledger && (await ledger.add(entry)))
      const note = readingNote(entry)
      if (note) screen.tell(`${file}: ${note}`)
      await screen.print(
        options.json ? toJsonLine(toDocumentJson(entry, file, ref)) : entryBlock(entry, file, options, screen),
      )
    },
  })
  if (held > 0)
    screen.tell(`${held} passed over: the ledger holds them as they would be read now; --again reads them too`)
  if (!options.json) await screen.print(closing(tally, options, screen))
  return failed > 0 ? 1 : 0
}

/** What was read in this call. */
class Tally {
  shown = 0
  doubtful = 0
  documents = 0
  attributed = 0
  known = 0

  count({ run }: Entry, added: Added | null): void {
    const shown = run?.attributions.filter((attribution) => attribution.shown).length ?? 0
    this.shown += shown
    this.doubtful += (run?.attributions.length ?? 0) - shown
    this.documents++
    if (run) this.attributed++
    if (added && !Object.values(added).includes(true)) this.known++
  }
}

function closing(tally: Tally, { all }: Options, { columns }: Screen): string {
  const known = tally.known > 0 ? ` ${tally.known} of them the ledger held already.` : ""
  const hint = tally.doubtful > 0 && !all ? " --all shows the doubtful ones too." : ""
  return `${wrap(`${countsLine(tally)}.${known}${hint}`, columns).join("\n")}\n`
}
