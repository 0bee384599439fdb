import { InvalidArgumentError, Option } from "commander"
import { type ColumnMap, parseColumnMap } from "../fetch/table/column-map.ts"
import { type PublishedDate, parseDate } from "../model/date.ts"
import { CounterclaimError } from "../model/error.ts"
import { parseShard, type Shard } from "./shard.ts"

/** Options that several commands share, so that they are named and explained alike everywhere. */
export const ledgerOption = () =>
  new Option("--ledger <path>", "the ledger, or postgres://… (default: COUNTERCLAIM_LEDGER, else in your data folder)")

export const jsonOption = (what: string) => new Option("--json", `print JSON Lines instead: ${what}`)

export const limitOption = (limit: number) =>
  new Option("--limit <number>", "how many at most").default(limit).argParser(parseCount)

export const verbatimOption = () =>
  new Option("--verbatim", "take the text exactly as it is: nothing is removed, positions are those of the file")

export const publishedOption = () =>
  new Option("--published <date>", "the date of publication where the input has none, as 2024-03-02").argParser(
    parsePublished,
  )

export const mapOption = () =>
  new Option("--map <columns>", "which columns of a table hold what, as text=body,published=date,ref=id").argParser(
    parseMap,
  )

/** Throws commander's error for a wrong argument. */
function parseMap(text: string): ColumnMap {
  try {
    return parseColumnMap(text)
  } catch (error) {
    throw new InvalidArgumentError(error instanceof CounterclaimError ? `${error.what}: ${error.fix}.` : String(error))
  }
}

/** Throws commander's error for a wrong argument. */
export function toShard(text: string): Shard {
  const shard = parseShard(text)
  if (shard) return shard
  throw new InvalidArgumentError("Give a part and how many parts there are, as 3/64.")
}

/** A whole number of 1 or more. Throws commander's error for a wrong argument. */
export function parseCount(text: string): number {
  const count = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(count) && count > 0) return count
  throw new InvalidArgumentError("Give a whole number of 1 or more.")
}

/** Each has a model of its own: more than this brings a machine down before it reads a word. */
const MOST_WORKERS = 128

/** How many processes are to read. Throws commander's error for a wrong argument. */
export function parseWorkers(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) > 0 && Number(text) <= MOST_WORKERS) return Number(text)
  throw new InvalidArgumentError(
    `Give a whole number from 1 to ${MOST_WORKERS}; about as many as there are processor cores.`,
  )
}

/** A port of this machine; 0 takes any that is free. Throws commander's error for a wrong argument. */
export function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new InvalidArgumentError("Give a number from 0 to 65535.")
}

/** An ISO date of any precision. Throws commander's error for a wrong argument. */
export function parsePublished(text: string): PublishedDate {
  const date = parseDate(text)
  if (date) return date
  throw new InvalidArgumentError("Give a day of the calendar as YYYY-MM-DD, or YYYY-MM, YYYY or YYYY-MM-DDThh:mmZ.")
}

/** The end of a command's help. Each example is a line of arguments and what it does. */
export const examples = (lines: readonly (readonly [string, string])[]): string =>
  `\nExamples:\n${lines.map(([line, what]) => `  $ counterclaim ${line}\n      ${what}`).join("\n")}`
