import type { Dirent } from "node:fs"
import { stat } from "node:fs/promises"
import { resolve } from "node:path"
import { CounterclaimError } from "../model/error.ts"
import type { Snapshot } from "../model/snapshot.ts"
import { mayHoldReviews, reviewsIn } from "./claim-reviews.ts"
import { readDocument } from "./document/read-document.ts"
import { pathFailure } from "./failure.ts"
import { namesIn, sortedNames } from "./names.ts"
import { readStdin } from "./stdin.ts"
import type { ColumnMap } from "./table/column-map.ts"
import { isTable, type RowFacts, tableRows } from "./table/table.ts"
import { parseUrl } from "./url.ts"
import { walkFolder } from "./walk.ts"
import { archivePages, isArchive } from "./warc/pages.ts"

/** One thing to read. */
export type Input = Readonly<{
  /** As given; below a folder, the folder as given with the path below it. */
  file: string
  /** Absolute path or address, "-" for standard input: what document ids are made of. */
  place: string
  /** Found in a folder, an archive or a table, not named itself. */
  part?: boolean
  /** Its snapshot's time is that of the archive, not that of the clock. */
  dated?: boolean
  /** How much of all lies behind, 0 to 1, where an archive or a table tells. */
  share?: number
  /** The caller's own name for a row of a table. */
  ref?: string | null
  /** What a table says of its row; the text is then taken as it is. */
  row?: RowFacts
  /** Throws `CounterclaimError`, `input/…` or `fetch/…`. */
  read(): Promise<Snapshot>
}>

/** An argument, or a folder below one, that gives nothing to read. */
export type InputFailure = Readonly<{ file: string; error: CounterclaimError; share?: number }>

export type InputOptions = Readonly<{
  stdin: NodeJS.ReadableStream
  /** How an address is read; `openFetcher(…).fetchPage`. */
  fetchPage: (url: string) => Promise<Snapshot>
  /** The clock of the snapshots. */
  now: () => Date
  /** Which columns of tables hold what; without it they are failures. */
  map?: ColumnMap | undefined
  /** Told of each file in a folder that is passed over for its ending. */
  onPassedOver?: (file: string) => void
}>

type Inside = (file: string, options: InputOptions) => AsyncIterable<Input | InputFailure>
type Walk = InputOptions & Readonly<{ list: (folder: string) => AsyncIterable<Dirent>; inside: Inside }>

/**
 * All inputs that the arguments name, in their order: files, folders, http(s) addresses, "-".
 * Nothing is read before `read()`; a folder of a million files costs flat memory. Does not throw: what
 * fails stands in its place as a failure, and the others follow.
 */
export const findInputs = (args: readonly string[], options: InputOptions): AsyncGenerator<Input | InputFailure> =>
  find(args, { ...options, list: sortedNames, inside: inputsInside })

/**
 * How many inputs and failures `findInputs` gives for the same arguments, without reading one.
 * Null as soon as there are more than `limit`, or one is an archive or a table: what is in them is not counted.
 */
export async function countInputs(args: readonly string[], limit = Number.POSITIVE_INFINITY): Promise<number | null> {
  const unread = () => Promise.reject(new Error("counting reads nothing"))
  let count = 0
  const options = { stdin: process.stdin, fetchPage: unread, now: () => new Date(0), list: namesIn, inside: uncounted }
  try {
    for await (const _ of find(args, options)) if (++count > limit) return null
    return count
  } catch (error) {
    if (error === UNCOUNTED) return null
    throw error
  }
}

async function* find(args: readonly string[], options: Walk): AsyncGenerator<Input | InputFailure> {
  let stdinTaken = false
  for (const [i, arg] of args.entries()) {
    if (arg === "-") {
      yield stdinTaken ? { file: arg, error: stdinTwice() } : fromStdin(options)
      stdinTaken = true
    } else if (/^[a-z][a-z0-9+.-]*:\/\//i.test(arg)) yield fromUrl(arg, options)
    else for await (const input of fromPath(arg, options)) yield withShare(input, i, args.length)
  }
}

/** Of one archive or table its share of all arguments; what lies in a folder is measured by nobody. */
const withShare = (input: Input | InputFailure, before: number, all: number): Input | InputFailure =>
  input.share === undefined ? input : { ...input, share: (before + input.share) / all }

const fromStdin = ({ stdin, now }: Walk): Input => ({ file: "-", place: "-", read: () => readStdin(stdin, now) })

const stdinTwice = (): CounterclaimError =>
  new CounterclaimError({
    code: "input/stdin-twice",
    what: "standard input can be read only once",
    where: "-",
    fix: 'give "-" once',
  })

function fromUrl(arg: string, { fetchPage }: Walk): Input | InputFailure {
  try {
    const { href } = parseUrl(arg)
    return { file: arg, place: href, read: () => fetchPage(href) }
  } catch (error) {
    return { file: arg, error: pathFailure(arg, error) }
  }
}

async function* fromPath(arg: string, options: Walk): AsyncGenerator<Input | InputFailure> {
  const folder = await stat(arg).then(
    (stats) => stats.isDirectory(),
    (error: unknown) => pathFailure(arg, error),
  )
  if (folder instanceof CounterclaimError) yield { file: arg, error: folder }
  else if (folder) yield* fromFolder(arg, options)
  else yield* fromFile(arg, options)
}

async function* fromFile(file: string, options: Walk): AsyncGenerator<Input | InputFailure> {
  if (isArchive(file) || isTable(file) || mayHoldReviews(file)) yield* options.inside(file, options)
  else yield { file, place: resolve(file), read: () => readDocument(file, resolve(file), options.now) }
}

const inputsInside: Inside = (file, { now, map }) =>
  isTable(file)
    ? tableRows({ file, map, now })
    : mayHoldReviews(file)
      ? reviewsIn(file, now)
      : archivePages({ file, place: resolve(file), now })

const UNCOUNTED = new Error("what is in an archive or a table is not counted")
const uncounted: Inside = () => {
  throw UNCOUNTED
}

async function* fromFolder(folder: string, options: Walk): AsyncGenerator<Input | InputFailure> {
  let found = 0
  let others = 0
  for await (const met of walkFolder(folder, options.list)) {
    if (met.kind === "other") {
      others++
      options.onPassedOver?.(met.file)
      continue
    }
    found++
    if (met.kind === "failure") yield { file: met.file, error: met.error }
    else for await (const { share: _, ...input } of fromFile(met.file, options)) yield { ...input, part: true }
  }
  if (found === 0) yield { file: folder, error: noArticles(folder, others) }
}

const noArticles = (folder: string, others: number): CounterclaimError =>
  new CounterclaimError({
    code: "input/no-articles",
    what: others === 0 ? "there is no file in this folder" : `no article among the ${others} files of this folder`,
    where: folder,
    fix: "give a folder with .txt, .text, .md, .html, .htm, .xhtml, .eml, .pdf, .warc, .warc.gz or .wacz files, or name the files themselves",
  })
