import type { Readable } from "node:stream"
import type { Fetcher } from "../fetch/fetcher.ts"
import type { ColumnMap } from "../fetch/table/column-map.ts"
import type { CliInput, CliInputFailure, Parts, Reader } from "./parts.ts"

/** More than this many inputs are not counted before the work: a folder is gone through in a second or so. */
const COUNTED = 200_000

/** The rooms of the house, each opened when a command first needs it: `--help` loads no model and no web server. */
export const realParts: Parts = {
  findInputs,
  checkTables: async (args, map) => (await import("../fetch/table/table.ts")).checkTables(args, map),
  countInputs: async (args) => (await import("../fetch/inputs.ts")).countInputs(args, COUNTED),
  openFetcher: async () => (await import("../fetch/fetcher.ts")).openFetcher(),
  openPipeline,
  cleanOnly: async (...given) => (await import("../pipeline.ts")).cleanOnly(...given),
  findCopies: async (documents, judged) => (await import("../comparing.ts")).copiesAsJudged(documents, judged),
  openLedger: async (location, options) => (await import("../ledger/open.ts")).openLedger(location, options),
  defaultLedgerPath: async (env) => (await import("../ledger/place.ts")).defaultLedgerPath(env),
  serve: async (options) => (await import("../web/server.ts")).serve(options),
}

async function openPipeline({
  workers = 1,
  ...pipeline
}: {
  models?: string
  parties?: string
  workers?: number
}): Promise<Reader> {
  const { openPipeline: open, isCurrent } = await import("../pipeline.ts")
  if (workers === 1) return open(pipeline)
  const pool = await (await import("./workers/pool.ts")).openPool({ workers, pipeline })
  return { ...pool, isCurrent: (held) => isCurrent(held, pool) }
}

async function* findInputs(
  args: readonly string[],
  stdin: Readable,
  map?: ColumnMap,
): AsyncGenerator<CliInput | CliInputFailure> {
  const { findInputs: find } = await import("../fetch/inputs.ts")
  // Opened for the first address: to load what speaks HTTP takes longer than to read a short file.
  const opened: Promise<Fetcher>[] = []
  const fetchPage = async (url: string) => {
    if (opened.length === 0) opened.push(realParts.openFetcher())
    return (await opened[0]!).fetchPage(url)
  }
  try {
    yield* find(args, { stdin, fetchPage, now: () => new Date(), map })
  } finally {
    // One that did not open has said so where the address was read.
    for (const fetcher of await Promise.allSettled(opened))
      if (fetcher.status === "fulfilled") await fetcher.value.close()
  }
}
