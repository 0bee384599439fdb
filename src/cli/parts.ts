import type { Readable } from "node:stream"
import type { JudgedPair } from "../comparing.ts"
import type { Fetcher } from "../fetch/fetcher.ts"
import type { ColumnMap } from "../fetch/table/column-map.ts"
import type { RowFacts } from "../fetch/table/table.ts"
import type { PublishedDate } from "../model/date.ts"
import type { CounterclaimError } from "../model/error.ts"
import type { JudgedCopies } from "../model/judged-copies.ts"
import type { Entry, HeldReading, Ledger } from "../model/ledger.ts"
import type { Snapshot } from "../model/snapshot.ts"
import type { CopyDocument } from "../pipeline.ts"

/** What there is to read. */
export type CliInput = InputPlace &
  Readonly<{ part?: boolean; dated?: boolean; share?: number; ref?: string | null; read(): Promise<Snapshot> }>
export type CliInputFailure = Readonly<{ file: string; error: CounterclaimError; share?: number }>

export type InputPlace = Readonly<{ file: string; place: string; row?: RowFacts }>
export type ReadOptions = Readonly<{ verbatim?: boolean; published?: PublishedDate | null }>

/** The part of the pipeline that `read` uses. */
export type Reader = Readonly<{
  /** How many things it can be given at a time. Default 1. */
  width?: number
  /** Whether a reading that the ledger holds is what it would give again. */
  isCurrent(held: HeldReading): boolean
  read(snapshot: Snapshot, input: InputPlace, options?: ReadOptions): Promise<Entry>
  close(): Promise<void>
}>

export type RunningServer = Readonly<{ url: string; close(): Promise<void> }>

/** The rooms of the house that commands call, so that tests can give others. */
export type Parts = Readonly<{
  /** Every input that the arguments name, in order; what cannot be found stands in its place as a failure. */
  findInputs(args: readonly string[], stdin: Readable, map?: ColumnMap): AsyncIterable<CliInput | CliInputFailure>
  /** Rejects with a usage error when a table is named without `map`, or `map` names a column that it does not have. */
  checkTables(args: readonly string[], map: ColumnMap | undefined): Promise<void>
  /** How many those are; null when they cannot be counted at leisure. */
  countInputs(args: readonly string[]): Promise<number | null>
  /** Reads pages and feeds, robots.txt respected, one host's pace kept. */
  openFetcher(): Promise<Fetcher>
  /** With more than one worker: processes, each with a model of its own. */
  openPipeline(options: { models?: string; parties?: string; workers?: number }): Promise<Reader>
  /** Reading without attribution; needs no model. */
  cleanOnly(snapshot: Snapshot, input: InputPlace, options?: ReadOptions): Promise<Entry>
  /** Every pair of the documents that shares text. */
  findCopies(documents: readonly CopyDocument[], judged: JudgedCopies): Promise<Iterable<JudgedPair>>
  openLedger(location: string, options: { readOnly: boolean }): Promise<Ledger>
  /** What COUNTERCLAIM_LEDGER names, else a place in the user's data folder. */
  defaultLedgerPath(env: Readonly<Record<string, string | undefined>>): Promise<string>
  /** Rejects with code `web/port-taken` when the port is in use. */
  serve(options: { ledger: Ledger; port: number }): Promise<RunningServer>
}>
