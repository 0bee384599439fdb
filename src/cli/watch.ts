import { type Command, InvalidArgumentError } from "commander"
import { toDocumentJson } from "../formats/json.ts"
import { toJsonLine } from "../formats/json-line.ts"
import type { Ledger } from "../model/ledger.ts"
import type { Context } from "./context.ts"
import { entryBlock } from "./entry-block.ts"
import { examples, jsonOption, ledgerOption } from "./options.ts"
import type { Reader } from "./parts.ts"
import { readingNote } from "./reading-note.ts"
import { untilStopped } from "./until-stopped.ts"
import { watchPlace } from "./watch/watch-place.ts"
import type { Watching } from "./watch/watching.ts"
import { withLedger } from "./with-ledger.ts"

type Options = Readonly<{ every: number; once?: true; json?: true; all?: true; models?: string; ledger?: string }>

const MINUTE = 60_000
const A_WEEK = 7 * 24 * 60

const EXAMPLES = examples([
  ["watch https://lamp.example/feed.xml", "read each new article of a feed, until Ctrl-C"],
  ["watch incoming/ --json", "read wire copy as it is dropped into a folder"],
  ["watch --once https://lamp.example/feed.xml", "what is new since the last time, for cron"],
])

/** `watch`: feeds and hot folders, until stopped. */
export function addWatchCommand(program: Command, context: Context): void {
  program
    .command("watch")
    .description("Read new articles of feeds, and files that are dropped into folders, as they come.")
    .argument("<feed or folder...>", "addresses of feeds (RSS, Atom, RDF, JSON Feed), and folders")
    .option("--every <minutes>", "how often feeds are asked, in minutes", parseMinutes, 15)
    .option("--once", "look once at each and end")
    .addOption(jsonOption("one object a document, as read does"))
    .option("--all", "print the doubtful claims too, each with a question mark")
    .option("--models <dir>", "take the model in this folder instead of the one that comes along")
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action(async (args: string[], options: Options) => context.finish(await watch(args, options, context)))
}

function parseMinutes(text: string): number {
  const minutes = Number(text)
  if (/^\d+(?:\.\d+)?$/.test(text) && minutes >= 1 && minutes <= A_WEEK) return minutes
  throw new InvalidArgumentError(`Give a number of minutes from 1 to ${A_WEEK}.`)
}

async function watch(args: readonly string[], options: Options, context: Context): Promise<number> {
  const { io, parts } = context
  const { models } = options
  const location = options.ledger ?? (await parts.defaultLedgerPath(io.env))
  const { openWatchState } = await import("./watch/watch-state.ts")
  const state = openWatchState(await watchPlace(location, io, parts))
  const pipeline = await untilStopped(io.signal, parts.openPipeline(models === undefined ? {} : { models }))
  try {
    return await withLedger(context, { ledger: location, readOnly: false }, async (ledger) => {
      const fetcher = await parts.openFetcher()
      try {
        return await run(args, options, { context, pipeline, ledger, means: { state, fetcher } })
      } finally {
        await fetcher.close()
        state.close()
      }
    })
  } finally {
    if (!io.signal.aborted) await pipeline.close()
  }
}

type Work = Readonly<{
  context: Context
  pipeline: Reader
  ledger: Ledger
  means: Pick<Watching, "state" | "fetcher">
}>

/** Being stopped is how watching ends well; only a single round can be broken off. */
async function run(args: readonly string[], options: Options, work: Work): Promise<number> {
  const { screen, io } = work.context
  const { watchAll } = await import("./watch/watch-all.ts")
  const { every, once = false } = options
  const failed = await watchAll(args, {
    ...work.means,
    screen,
    signal: io.signal,
    now: () => new Date(),
    everyMs: every * MINUTE,
    once,
    take: taker(options, work),
  })
  return io.signal.aborted || failed === 0 ? 0 : 1
}

/** One article at a time, whatever the number of feeds: the model takes all that the machine has. */
function taker(options: Options, { context, pipeline, ledger }: Work): Watching["take"] {
  const { screen, io } = context
  let before: Promise<unknown> = Promise.resolve()
  return (snapshot, input, published) => {
    const own = before.then(async () => {
      const entry = await untilStopped(io.signal, pipeline.read(snapshot, input, { published }))
      await ledger.add(entry)
      const note = readingNote(entry)
      if (note) screen.tell(`${input.file}: ${note}`)
      await screen.print(
        options.json ? toJsonLine(toDocumentJson(entry, input.file)) : entryBlock(entry, input.file, options, screen),
      )
    })
    before = own.catch(() => {})
    return own
  }
}
