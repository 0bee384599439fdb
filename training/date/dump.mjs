// Times whose own words tell whether they lie ahead, and the features of the words around them, for fit.py.
// usage: node training/date/dump.mjs DOCUMENTS.jsonl [TIMEML-FOLDER] > examples.jsonl
// DOCUMENTS: one a line, {"doc", "date": the day of publication, "text"}
import { readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { toAnchor } from "../../dist/date/anchor.js"
import { dayNumber } from "../../dist/date/calendar.js"
import { tenseFeatures } from "../../dist/date/tense-features.js"
import { toTokens } from "../../dist/date/tokens.js"
import { loadTimes } from "../../dist/lexicon/times.js"
import { parseDate } from "../../dist/model/date.js"

const lexicon = loadTimes()
const MONTHS = new Set(["month", "doubtful-month", "short-month"])
const MOVED = new Set(["unit", "weekday", "month", "doubtful-month", "season", "doubtful-season", "weekend"])
const OPENING = new Set(["the", "this", "that", "article"])
/** A day of a month without its year is taken for the nearest one within so many days. */
const PLAIN = 110
/** Whether it is a weekday is learned from TimeML alone: "last Tuesday" says nothing of how many Tuesdays lie ahead. */
const print = (row) => console.log(JSON.stringify({ ...row, features: row.features.filter((name) => row.set === "timeml" || !name.startsWith("own")) })) // biome-ignore format: one step

for (const line of readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean)) {
  const { doc, date, text } = JSON.parse(line)
  const tokens = toTokens(text, lexicon).list
  const { day: written, year } = toAnchor(parseDate(date)) ?? { day: null }
  const add = (set, from, to, ahead) => print({ doc, set, ahead, features: tenseFeatures(tokens, from, to) })
  tokens.forEach((token, at) => {
    const printed = text.slice(token.start, token.end)
    if (token.kind === "day-word" && token.value !== "0") add("told", at, at + 1, token.value === "1")
    const moved =
      /^(?:last|next)$/i.test(printed) && MOVED.has(tokens[at + 1]?.kind) && !OPENING.has(tokens[at - 1]?.kind)
    if (moved && !(printed === "Last" && tokens[at + 1].value === "D")) add("told", at, at + 2, token.kind === "next")
    if (MONTHS.has(token.kind) && written !== null) addDay(add, { tokens, at, year, written })
  })
}

function addDay(add, { tokens, at, year, written }) {
  const named = tokens[at].kind === "short-month" && tokens[at + 1]?.kind === "dot" ? at + 2 : at + 1
  const number = tokens[named]
  if (number?.kind !== "day-number" && !(number?.kind === "ordinal" && /^\d/.test(number.value))) return
  const comma = tokens[named + 1]?.kind === "comma" ? 1 : 0
  const told = tokens[named + 1 + comma]?.kind === "year-number" ? Number(tokens[named + 1 + comma].value) : null
  const days = (told === null ? [year - 1, year, year + 1] : [told])
    .map((of) => dayNumber(of, Number(tokens[at].value), Number.parseInt(number.value, 10)))
    .filter((day) => day !== null)
    .sort((a, b) => Math.abs(a - written) - Math.abs(b - written))
  if (days.length === 0 || days[0] === written || Math.abs(days[0] - written) > (told === null ? PLAIN : 250)) return
  add("dated", at, told === null ? named + 1 : named + 2 + comma, days[0] > written)
}

// Times of a TimeML corpus that are a weekday, a month or a day of one, their years not named.
const folder = process.argv[3]
const TOLD = new Set(["year-number", "last", "next", "previous", "following", "that", "this", "unit", "day-word"])
for (const file of folder ? readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".tml")) : []) {
  const xml = readFileSync(join(folder, file), "utf8")
  const { year, month, day } = toAnchor(parseDate(/<DCT>[\s\S]*?value="([^"]*)"/.exec(xml)?.[1] ?? "")) ?? {}
  const { text, times } = marked(xml)
  const tokens = toTokens(text, lexicon).list
  for (const { start, end, value } of day == null ? [] : times) {
    const from = tokens.findIndex((token) => token.start >= start)
    const to = tokens.findIndex((token) => token.start >= end)
    const own = tokens.slice(from, to)
    const meant = toAnchor(parseDate(value))
    const named =
      own.some(({ kind }) => kind === "weekday" || MONTHS.has(kind)) && !own.some(({ kind }) => TOLD.has(kind))
    if (!named || !meant || (meant.month ?? null) === null || from < 0 || to < 0) continue
    const ahead = meant.day === null ? meant.month > month : meant.day > day
    print({ doc: basename(file), set: "timeml", year, ahead, features: tenseFeatures(tokens, from, to) })
  }
}

function marked(xml) {
  const body = /<TEXT[^>]*>([\s\S]*)<\/TEXT>/.exec(xml)?.[1] ?? ""
  const [times, open] = [[], []]
  let text = ""
  for (const [piece, closing, tag, rest = ""] of body.matchAll(/<(\/?)([\w:]+)([^>]*)>|[^<]+/g)) {
    if (tag === undefined) text += piece.replaceAll("&amp;", "&")
    else if (closing) {
      const begun = open.pop()
      if (tag === "TIMEX3") times.push({ ...begun, end: text.length })
    } else if (!rest.endsWith("/")) open.push({ start: text.length, value: /value="([^"]*)"/.exec(rest)?.[1] ?? "" })
  }
  return { text, times }
}
