import type { ColumnMap } from "../fetch/table/column-map.ts"
import { isTable } from "../fetch/table/table.ts"
import { CounterclaimError } from "../model/error.ts"
import type { Entry } from "../model/ledger.ts"
import type { Snapshot } from "../model/snapshot.ts"
import type { Context } from "./context.ts"
import type { CliInput, CliInputFailure } from "./parts.ts"
import { isInShard, type Shard } from "./shard.ts"
import { Stopped, untilStopped } from "./until-stopped.ts"

export type InputWork = Readonly<{
  /** Which columns of tables hold what. */
  map?: ColumnMap | undefined
  /** Only the inputs of this part. */
  shard?: Shard | undefined
  /** How many entries are in the making at a time. Default 1. */
  width?: number | undefined
  /** Whether an input is passed over, as its entry is there already. When it throws, the input counts as failed. */
  isHeld?: ((snapshot: Snapshot, input: CliInput) => Promise<boolean>) | undefined
  /** Make an entry of an input. When it throws, the input counts as failed and the others follow. */
  make(snapshot: Snapshot, input: CliInput): Promise<Entry>
  /** Keep or print the entry. When it throws, all stops. Never broken off in the middle. In the inputs' order. */
  take(entry: Entry, input: CliInput): Promise<void>
}>

/** How many inputs are behind, and how many of them failed or were passed over as held already. */
export type Outcome = Readonly<{ done: number; failed: number; held: number }>

const HELD = Symbol("held")
type Making = Readonly<{ input: CliInput | CliInputFailure; entry: Promise<Entry | Error | typeof HELD> }>

/**
 * Work through all inputs that the arguments name, with a bar; each that fails is named on stderr, and so is a map
 * that no table was read by.
 * Rejects with `Stopped` when the signal comes, dropping what is being made, and with a usage error
 * before anything is read when a table cannot be read as its map says.
 */
export async function eachInput(args: readonly string[], context: Context, work: InputWork): Promise<Outcome> {
  const { io, parts, screen } = context
  await untilStopped(io.signal, parts.checkTables(args, work.map))
  const progress = screen.progress(await untilStopped(io.signal, parts.countInputs(args)))
  const inputs = parts.findInputs(args, io.stdin, work.map)[Symbol.asyncIterator]()
  const outcome = { done: 0, failed: 0, held: 0 }
  let isMapped = args.some(isTable)
  const ahead: Making[] = []
  try {
    for (let ended = false; ; outcome.done++) {
      while (!ended && ahead.length < (work.width ?? 1)) {
        const next = await untilStopped(io.signal, inputs.next())
        if (next.done) {
          ended = true
          break
        }
        isMapped ||= isOfTable(next.value)
        if (isWanted(next.value, work.shard)) ahead.push(making(next.value, context, work))
        else outcome.done++
      }
      const first = ahead.shift()
      if (!first) {
        if (work.map && !isMapped) screen.tell(UNMAPPED)
        return outcome
      }
      progress.show({ ...outcome, label: first.input.file, share: first.input.share })
      const result = await first.entry
      if (result === HELD) outcome.held++
      else if (result instanceof Error) {
        outcome.failed++
        screen.tell(failureLine(first.input.file, result))
      } else if ("read" in first.input) await work.take(result, first.input)
    }
  } finally {
    progress.clear()
    // Not waited for: the next input may be a page that is slow to come.
    void inputs.return?.().catch(() => {})
  }
}

const UNMAPPED =
  "--map changed nothing: it names the columns of tables, and no .csv, .tsv, .jsonl or .parquet file is among the inputs"

/** Whether an input is a row of a table ("table.csv:3"), or a table that could not be read. */
const isOfTable = (input: CliInput | CliInputFailure): boolean =>
  "row" in input || isTable(input.file.replace(/:\d+$/, ""))

const isWanted = (input: CliInput | CliInputFailure, shard: Shard | undefined): boolean =>
  !shard || isInShard(shard, "place" in input ? input.place : input.file)

function making(input: CliInput | CliInputFailure, context: Context, work: InputWork): Making {
  const entry = made(input, context, work)
  // Those behind one that stops everything are never waited for.
  entry.catch(() => {})
  return { input, entry }
}

async function made(
  input: CliInput | CliInputFailure,
  { io }: Context,
  { isHeld, make }: InputWork,
): Promise<Entry | Error | typeof HELD> {
  if ("error" in input) return input.error
  const entry = async () => {
    const snapshot = await input.read()
    return (await isHeld?.(snapshot, input)) ? HELD : make(snapshot, input)
  }
  try {
    return await untilStopped(io.signal, entry())
  } catch (error) {
    if (error instanceof Stopped) throw error
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** "file: what; how to fix". */
export function failureLine(file: string, error: Error): string {
  if (file.trim() === "") return `"${file}": the name of an input is empty; give a file, a folder, an address or -`
  if (!(error instanceof CounterclaimError)) return `${file}: ${error.message}; this is a fault of the program`
  const where = error.where.includes(file) ? error.where : file
  return `${where}: ${error.what}; ${error.fix}`
}
