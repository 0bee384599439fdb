import { readFileSync } from "node:fs"
import { parseDate } from "../model/date.ts"
import { CounterclaimError } from "../model/error.ts"
import { sha256 } from "../model/hash.ts"
import { type Phrases, toPhrases } from "./phrases.ts"

/** Whose side an entity is on; `from` and `to` are ISO dates, both included; null: open. */
export type Party = Readonly<{ entity: string; side: string; from: string | null; to: string | null }>
/** Parties by the words of their names, lower case. */
export type Parties = Phrases<Party>

export const NO_PARTIES: Parties = toPhrases<Party>([])

/** A table with the SHA-256 of its text; null when there is none. */
export type PartyTable = Readonly<{ parties: Parties; sha256: string | null }>

export const NO_TABLE: PartyTable = { parties: NO_PARTIES, sha256: null }

const COLUMNS = ["entity", "side", "from", "to"]

/**
 * Read a table of parties that a person has filled: entity, side, from, to, with tabs between; the first line names the
 * columns, blank lines and those that begin with `#` are passed over, the dates may be left empty.
 * Throws `parties/unreadable` and, for each bad row, `parties/columns`, `parties/empty`, `parties/date`, `parties/order`,
 * `parties/two-sides`.
 */
export function readParties(file: string): PartyTable {
  const text = readText(file)
  return { parties: parseParties(text, file), sha256: sha256(text) }
}

/** The same of a table's text; `file` is what errors name. */
export function parseParties(text: string, file: string): Parties {
  const parties: Party[] = []
  for (const [index, line] of text.split("\n").entries()) {
    const where = `${file}:${index + 1}`
    const cells = line.replace(/\r$/, "").replace(/^\ufeff/, "").split("\t") // biome-ignore format: one line
    if (index === 0) checkHead(cells, where)
    if (index === 0 || line.trim() === "" || line.startsWith("#")) continue
    const party = toParty(cells, where)
    checkSides(party, parties, where)
    parties.push(party)
  }
  return toPhrases(parties.map((party) => [party.entity.toLowerCase().replace(/\s+/g, " "), party] as const))
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8")
  } catch (cause) {
    throw bad("unreadable", "the table of parties cannot be read", file, "name a file that is there", cause)
  }
}

function checkHead(cells: readonly string[], where: string): void {
  if (cells.length === COLUMNS.length && cells.every((cell, at) => cell.trim() === COLUMNS[at])) return
  throw bad("columns", "the first line does not name the columns", where, `write ${COLUMNS.join(", ")}, a tab between`)
}

function toParty(cells: readonly string[], where: string): Party {
  if (cells.length < 2 || cells.length > COLUMNS.length) {
    throw bad("columns", `${cells.length} cells`, where, `write ${COLUMNS.join(", ")}, a tab between`)
  }
  const [entity = "", side = "", from = "", to = ""] = cells.map((cell) => cell.trim())
  if (entity === "" || side === "") {
    throw bad("empty", `there is no ${entity === "" ? "entity" : "side"}`, where, "fill the cell or take the row out")
  }
  const party = { entity, side, from: toDay(from, where), to: toDay(to, where) }
  if (party.from !== null && party.to !== null && party.from.slice(0, party.to.length) > party.to) {
    throw bad("order", `${from} comes after ${to}`, where, "write the earlier date first")
  }
  return party
}

function toDay(cell: string, where: string): string | null {
  if (cell === "") return null
  const date = parseDate(cell)
  if (date && cell.length <= 10) return date.value
  throw bad("date", `"${cell}" is no day of the calendar`, where, "write YYYY-MM-DD, YYYY-MM or YYYY, or nothing")
}

/** One entity is on one side at a time. */
function checkSides(party: Party, earlier: readonly Party[], where: string): void {
  const name = party.entity.toLowerCase()
  const other = earlier.find((one) => one.entity.toLowerCase() === name && one.side !== party.side && meet(one, party))
  if (!other) return
  const what = `${party.entity} is on the side of ${other.side} at that time already`
  throw bad("two-sides", what, where, "give each row the dates that it holds for, or take one out")
}

const meet = (a: Party, b: Party): boolean => isBefore(a.from, b.to) && isBefore(b.from, a.to)

const isBefore = (from: string | null, to: string | null): boolean =>
  from === null || to === null || from.slice(0, to.length) <= to

const CODES = {
  unreadable: "parties/unreadable",
  columns: "parties/columns",
  empty: "parties/empty",
  date: "parties/date",
  order: "parties/order",
  "two-sides": "parties/two-sides",
} as const

const bad = (code: keyof typeof CODES, what: string, where: string, fix: string, cause?: unknown): CounterclaimError =>
  new CounterclaimError({ code: CODES[code], what, where, fix, ...(cause === undefined ? {} : { cause }) })
