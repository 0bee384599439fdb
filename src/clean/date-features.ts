import { classBit } from "../lexicon/class-words.ts"
import { DATE_KINDS, type DateKind, type DatePlace, isWeak, NEAR } from "./date-places.ts"
import { WITHIN } from "./element.ts"
import { isNews } from "./is-news.ts"
import type { LinkedData } from "./json-ld.ts"
import type { Page } from "./page.ts"

/** A day that may be the page's, with the places that give it. */
export type DayCandidate = Readonly<{ day: string | null; places: readonly DatePlace[] }>

const FEATURES = [
  "none", "places", "kinds", "first", "said updated", "said published", "printed", "printed near", "nearest",
  "from headline", "before headline", "alone", "far down", "time of day", "clock", "in utc", "next day of data", "next day of data printed",
  "earliest", "latest", "earliest sure", "latest sure", "from first", "from latest", "from modified", "earliest near",
  "news", "article", "english", "american", "german", "candidates", "sure candidates", "near candidates", "has data", "has meta", "has near", "blocks",
  "in list of links", "in comments", "in related", "in date", "in head", "siblings", "from author",
] as const // biome-ignore format: one list
type Feature = (typeof FEATURES)[number]
type Put = (feature: Feature, value: number) => void

/** Names of the features, in their order: of each kind of place whether it gives the day, then the others. */
export const DATE_FEATURES: readonly string[] = [...DATE_KINDS.map((kind) => `by ${kind}`), ...FEATURES]
const AT = new Map(DATE_FEATURES.map((name, i) => [name, i]))

const A_DAY = 86_400_000
const UPDATED = /update|aktualisier|stand|modifi|edited|geändert|mis à jour|actuali[sz]|aggiorn|bijgewerkt|gewijzigd|reviewed|changed|revised|uppdater|oppdater|bearbeitet|last/iu // biome-ignore format: one form
const PUBLISHED = /publi|posted|written|veröffentlicht|erschienen|erstellt|vom|datum|date\b|on$|am$|fecha|geplaatst|first|released|added/iu // biome-ignore format: one form
const UNPRINTED: ReadonlySet<DateKind> = new Set(["data published", "meta published", "data created"])

/** The days that the places give, each once, those of the surest places first, behind no day at all. */
export function dayCandidates(places: readonly DatePlace[]): DayCandidate[] {
  const days = new Map<string, DatePlace[]>()
  for (const place of places) {
    const day = place.value.slice(0, 10)
    const there = days.get(day)
    if (there) there.push(place)
    else if (days.size < MOST_DAYS) days.set(day, [place])
  }
  return [{ day: null, places: [] }, ...[...days].map(([day, given]) => ({ day, places: given }))]
}

const MOST_DAYS = 24

type Context = Readonly<{
  days: readonly DayCandidate[]
  sure: readonly number[]
  near: readonly number[]
  all: readonly number[]
  modified: number | null
  start: number
  blocks: Page["blocks"]
  /** For each block the signature of its element, and how many dates stand in elements of each. */
  signatureOf: (block: number) => number
  siblings: ReadonlyMap<number, number>
  authors: readonly number[]
  page: Readonly<Partial<Record<Feature, number>>>
}>

/**
 * What speaks for each day being that of publication: which places give it, whether others agree, what is printed before it
 * and where. A row of `DATE_FEATURES` for each candidate; no day knows of the page only.
 */
export function dateFeatures(
  page: Page,
  days: readonly DayCandidate[],
  data: LinkedData,
  start: number,
): Float32Array[] {
  const context = contextOf(page, days, data, start)
  return days.map((candidate) => {
    const row = new Float32Array(DATE_FEATURES.length)
    const put: Put = (feature, value) => {
      row[AT.get(feature)!] = value
    }
    for (const [feature, value] of Object.entries(context.page)) put(feature as Feature, value)
    for (const { kind } of candidate.places) row[DATE_KINDS.indexOf(kind)] = 1
    if (candidate.day === null) put("none", 1)
    else {
      putSurroundings(candidate, context, put)
      putPlaces(candidate, context, put)
      putPrinted(candidate, context, put)
      putOthers(candidate.day, candidate, context, put)
    }
    return row
  })
}

const flag = (is: boolean): number => (is ? 1 : 0)
const dayNumber = (day: string): number => Math.round(Date.parse(day) / A_DAY)
const isSure = ({ places }: DayCandidate): boolean => places.some(({ kind }) => !isWeak(kind))
const isNear = ({ block }: DatePlace, start: number): boolean => block !== null && Math.abs(block - start) <= NEAR

function contextOf(page: Page, days: readonly DayCandidate[], data: LinkedData, start: number): Context {
  const dated = days.filter(({ day }) => day !== null)
  const has = (...kinds: DateKind[]) =>
    flag(dated.some(({ places }) => places.some(({ kind }) => kinds.includes(kind))))
  const numbers = (list: readonly DayCandidate[]) => list.map(({ day }) => dayNumber(day!))
  const near = dated.filter(({ places }) => places.some((place) => isNear(place, start)))
  const sure = dated.filter(isSure)
  const changed = dated.find(({ places }) => places.some(({ kind }) => kind.endsWith("modified")))
  const signatureOf = (block: number) => page.containers.signature[page.blocks[block]?.container ?? 0] ?? 0
  const siblings = new Map<number, number>()
  for (const block of new Set(dated.flatMap(({ places }) => places.flatMap(({ block }) => block ?? [])))) {
    const signature = signatureOf(block)
    siblings.set(signature, (siblings.get(signature) ?? 0) + 1)
  }
  const language = page.language?.toLowerCase() ?? ""
  return {
    days,
    sure: numbers(sure),
    near: numbers(near),
    all: numbers(dated),
    modified: changed ? dayNumber(changed.day!) : null,
    start,
    blocks: page.blocks,
    signatureOf,
    siblings,
    authors: page.marks.filter(({ kind }) => kind === "author").map(({ block }) => block),
    page: {
      news: flag(isNews(data.types)),
      article: flag(data.article),
      english: flag(language.startsWith("en")),
      american: flag(/^en[-_]us/.test(language)),
      german: flag(language.startsWith("de")),
      candidates: dated.length,
      "sure candidates": sure.length,
      "near candidates": near.length,
      "has data": has("data published"),
      "has meta": has("meta published"),
      "has near": has("time near", "class near", "labelled", "line near"),
      blocks: Math.min(300, page.blocks.length),
    },
  }
}

function putPlaces({ places, day }: DayCandidate, { days }: Context, put: Put): void {
  put("places", Math.min(12, places.length))
  put("kinds", new Set(places.map(({ kind }) => kind)).size)
  put("first", days.findIndex((other) => other.day === day) - 1)
  const timed = places.find(({ value }) => value.length > 10)
  if (!timed) return
  const hour = Number(timed.value.slice(11, 13))
  put("time of day", 1)
  put("clock", hour)
  put("in utc", flag(/(?:Z|\+00:?00)$/.test(timed.value)))
}

function putPrinted({ places }: DayCandidate, { start, blocks }: Context, put: Put): void {
  const printed = places.filter(({ block }) => block !== null)
  const says = (form: RegExp) => flag(printed.some(({ before }) => form.test(before.slice(-40))))
  put("said updated", says(UPDATED))
  put("said published", says(PUBLISHED))
  put("printed", Math.min(8, printed.length))
  put("printed near", Math.min(8, printed.filter((place) => isNear(place, start)).length))
  const off = printed.map(({ block }) => block! - start)
  const nearest = off.reduce((best, one) => (Math.abs(one) < Math.abs(best) ? one : best), 300)
  put("nearest", Math.min(300, Math.abs(nearest)))
  put("from headline", Math.max(-50, Math.min(300, nearest)))
  put("before headline", flag(nearest < 0))
  put("far down", printed.length === 0 ? 0 : (nearest + start) / Math.max(1, blocks.length))
  put("alone", Math.max(0, ...printed.map(({ alone }) => alone)))
}

const COMMENTS = classBit("comment")
const RELATED = classBit("related") | classBit("recommend") | classBit("sidebar") | classBit("widget")
const DATED = classBit("date") | classBit("meta")
const LINKS = WITHIN.nav | WITHIN.aside | WITHIN.footer | WITHIN.list

/** What the element is about where the day is printed nearest to the headline. */
function putSurroundings({ places }: DayCandidate, { start, blocks, ...context }: Context, put: Put): void {
  const printed = places.flatMap(({ block }) => block ?? []).sort((a, b) => Math.abs(a - start) - Math.abs(b - start))
  const block = blocks[printed[0] ?? -1]
  if (!block) return
  const { within, groups } = block
  put("in list of links", flag((within & LINKS) !== 0))
  put("in head", flag((within & WITHIN.header) !== 0))
  put("in comments", flag((groups & COMMENTS) !== 0))
  put("in related", flag((groups & RELATED) !== 0))
  put("in date", flag((groups & DATED) !== 0))
  put("siblings", Math.min(10, context.siblings.get(context.signatureOf(printed[0]!)) ?? 0))
  put("from author", Math.min(30, ...context.authors.map((author) => Math.abs(author - printed[0]!))))
}

const clip = (days: number): number => Math.max(-2000, Math.min(2000, days))

function putOthers(
  day: string,
  { places }: DayCandidate,
  { days, sure, near, all, modified }: Context,
  put: Put,
): void {
  const at = dayNumber(day)
  put("earliest", flag(at === Math.min(...all)))
  put("latest", flag(at === Math.max(...all)))
  put("earliest sure", flag(at === Math.min(...sure)))
  put("latest sure", flag(at === Math.max(...sure)))
  put("earliest near", flag(at === Math.min(...near)))
  put("from first", clip(at - all[0]!))
  put("from latest", clip(at - Math.max(...all)))
  put("from modified", modified === null ? 3000 : clip(at - modified))
  // A day of the machine's that is in UTC is often the next, or the one before, on the clock of the newsroom.
  const beside = days.filter((other) => other.day !== null && Math.abs(dayNumber(other.day) - at) === 1)
  const isMachine = ({ kind }: DatePlace) => UNPRINTED.has(kind)
  put("next day of data", flag(beside.some((other) => other.places.some(isMachine))))
  put("next day of data printed", flag(places.some(isMachine) && beside.some((other) => other.places.some(({ block }) => block !== null)))) // biome-ignore format: one line
}
