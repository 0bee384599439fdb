import type { ColumnMap } from "../fetch/table/column-map.ts"
import { CounterclaimError } from "../model/error.ts"
import type { Entry } from "../model/ledger.ts"
import type { Snapshot } from "../model/snapshot.ts"
import type { Context } from "./context.ts"
import type { CliInput, CliInputFailure } from "./parts.ts"
import { Stopped, untilStopped } from "./until-stopped.ts"

export type InputWork = Readonly<{
  /** Which columns of tables hold what. */
  map?: ColumnMap | undefined
  /** Make an entry of an input. When it throws, the input counts as failed and the others follow. */
  make(snapshot: Snapshot, input: CliInput): Promise<Entry>
  /** Keep or print the entry. When it throws, all stops. Never broken off in the middle. */
  take(entry: Entry, input: CliInput): Promise<void>
}>

/**
 * Work through all inputs that the arguments name, with a bar; each that fails is named on stderr.
 * Gives how many failed. Rejects with `Stopped` when the signal comes, dropping what is being made, and
 * with a usage error before anything is read when a table cannot be read as its map says.
 */
export async function eachInput(args: readonly string[], context: Context, work: InputWork): Promise<number> {
  const { io, parts, screen } = context
  await untilStopped(io.signal, parts.checkTables(args, work.map))
  const progress = screen.progress(await untilStopped(io.signal, parts.countInputs(args)))
  const inputs = parts.findInputs(args, io.stdin, work.map)[Symbol.asyncIterator]()
  let failed = 0
  try {
    for (let done = 0; ; done++) {
      const next = await untilStopped(io.signal, inputs.next())
      if (next.done) return failed
      progress.show(done, next.value.file)
      if (!(await one(next.value, context, work))) failed++
    }
  } finally {
    progress.clear()
    // Not waited for: the next input may be a page that is slow to come.
    void inputs.return?.().catch(() => {})
  }
}

async function one(input: CliInput | CliInputFailure, context: Context, work: InputWork): Promise<boolean> {
  const entry = await made(input, context, work)
  if (entry instanceof Error) context.screen.tell(failureLine(input.file, entry))
  else if ("read" in input) await work.take(entry, input)
  return !(entry instanceof Error)
}

async function made(input: CliInput | CliInputFailure, { io }: Context, work: InputWork): Promise<Entry | Error> {
  if ("error" in input) return input.error
  const making = input.read().then((snapshot) => work.make(snapshot, input))
  try {
    return await untilStopped(io.signal, making)
  } catch (error) {
    if (error instanceof Stopped) throw error
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** "file: what; how to fix". */
export function failureLine(file: string, error: Error): string {
  if (!(error instanceof CounterclaimError)) return `${file}: ${error.message}; this is a fault of the program`
  const where = error.where.includes(file) ? error.where : file
  return `${where}: ${error.what}; ${error.fix}`
}
