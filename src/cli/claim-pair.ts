import { type PublishedDate, parseDate } from "../model/date.ts"
import { CounterclaimError } from "../model/error.ts"
import type { Span } from "../model/span.ts"
import { toText } from "../model/text.ts"

/** One claim of a pair: `focus` are its words in `text`. */
export type ClaimSide = Readonly<{
  text: string
  focus: Span
  publisher: string | null
  published: PublishedDate | null
}>

export type ClaimPair = Readonly<{ id: string; left: ClaimSide; right: ClaimSide; where: string }>

/**
 * A line of `relate --pairs`. Other fields than `id`, `left`, `right` and `focus` are not read. Throws
 * `relate/no-pair` when it is no JSON or a field is missing, `relate/no-focus` when the words of a claim do not stand
 * in its text, `relate/no-date` when a date is none.
 */
export function parseClaimPair(line: string, where: string): ClaimPair {
  const row = record(parse(line, where))
  const { id } = row
  if (typeof id !== "string" && typeof id !== "number") throw noPair(where, "the pair has no `id`")
  return { id: `${id}`, left: toSide(row, "left", where), right: toSide(row, "right", where), where }
}

type Fields = Readonly<Record<string, unknown>>

function parse(line: string, where: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw noPair(where, "the line is no JSON")
  }
}

const record = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {})

function toSide(row: Fields, name: "left" | "right", where: string): ClaimSide {
  const side = record(row[name])
  if (typeof side.text !== "string") throw noPair(where, `\`${name}\` has no \`text\``)
  const text = toText(side.text).value
  const { publisher } = side
  return {
    text,
    focus: toFocus(text, record(row.focus)[name], name, where),
    publisher: typeof publisher === "string" && publisher !== "" ? publisher : null,
    published: toPublished(side.published, name, where),
  }
}

function toFocus(text: string, words: unknown, name: string, where: string): Span {
  if (typeof words !== "string" || words === "") throw noPair(where, `\`focus\` has no words for \`${name}\``)
  const start = text.indexOf(toText(words).value)
  if (start >= 0) return { start, end: start + words.length }
  throw new CounterclaimError({
    code: "relate/no-focus",
    what: `the words of the claim on the ${name}, "${words}", do not stand in its text`,
    where,
    fix: "copy them from the text, letter by letter",
  })
}

function toPublished(value: unknown, name: string, where: string): PublishedDate | null {
  if (value === undefined || value === null || value === "") return null
  const date = typeof value === "string" ? parseDate(value) : null
  if (date) return date
  throw new CounterclaimError({
    code: "relate/no-date",
    what: `\`published\` of \`${name}\` is no date`,
    where,
    fix: "write it as 2023-05-24, or leave it out",
  })
}

const noPair = (where: string, what: string): CounterclaimError =>
  new CounterclaimError({
    code: "relate/no-pair",
    what,
    where,
    fix: 'write {"id":…,"left":{"published","publisher","text"},"right":{…},"focus":{"left","right"}} on one line',
  })
