import { type PublishedDate, parseDate } from "../model/date.ts"
import type { FactEvidence } from "../model/document.ts"
import { type DayCandidate, dateFeatures, dayCandidates } from "./date-features.ts"
import { readDateModel } from "./date-model.ts"
import { type DatePlace, datePlaces, isWeak, type KnownDates, META_MODIFIED } from "./date-places.ts"
import { type Candidate, type Chosen, toEvidence } from "./fact-evidence.ts"
import { headlineAt } from "./headline-at.ts"
import type { LinkedData } from "./json-ld.ts"
import type { MetaTable } from "./meta.ts"
import type { Page } from "./page.ts"
import { probability } from "./trees.ts"
import { findWrittenDate } from "./written-date.ts"

const EARLIEST = "1990"
const A_DAY = 86_400_000

/**
 * When the page was published. Every place that gives a possible date (JSON-LD, meta tags, microdata, the address, `<time>`,
 * dates in lines) stands for its day, and no day is one more candidate; the likeliest is taken, by trees over who gives it, who
 * agrees and where it is printed (`training/clean/README.md`). Its surest place gives the time of day.
 */
export function choosePublished(
  page: Page,
  meta: MetaTable,
  data: LinkedData,
  known: KnownDates,
): Chosen<PublishedDate | null> {
  const all = datePlaces(page, meta, data, known)
  const days = dayCandidates(possiblePlaces(all, known))
  const { day, places } = likeliest(page, data, known, days)
  return { value: places[0] ? parseDate(places[0].value) : null, evidence: evidenceOf(all, day, known) }
}

function likeliest(page: Page, data: LinkedData, known: KnownDates, days: readonly DayCandidate[]): DayCandidate {
  if (days.length === 1) return days[0]!
  const start = Math.max(0, headlineAt(page, known.title))
  const trees = readDateModel()
  const chances = dateFeatures(page, days, data, start).map((row) => probability(trees, row))
  return days[chances.indexOf(Math.max(...chances))]!
}

/** The places whose date can be one: neither in the future, seen from when the page was fetched, nor before the web. */
export const possiblePlaces = (places: readonly DatePlace[], known: Pick<KnownDates, "fetched">): DatePlace[] =>
  places.filter(({ value }) => impossible(value, latestOf(known)) === null)

function impossible(value: string, latest: string): string | null {
  if (value === "") return "no date"
  if (value > latest) return "in the future"
  return value < EARLIEST ? "before the web" : null
}

function latestOf({ fetched }: Pick<KnownDates, "fetched">): string {
  const time = Date.parse(fetched)
  return Number.isNaN(time) ? "9999" : new Date(time + A_DAY).toISOString()
}

/** Places that are told of beside the one that was taken. */
const TOLD = 7

function evidenceOf(all: readonly DatePlace[], day: string | null, known: KnownDates): FactEvidence[] {
  const latest = latestOf(known)
  const why = ({ value }: DatePlace) =>
    impossible(value, latest) ??
    (day === null ? "too little speaks for it" : value.slice(0, 10) === day ? null : "more speaks for another day")
  const taken = all.find((place) => why(place) === null)
  // Dates of other things on the page are nobody's word on when it was published.
  const others = all.filter((place) => place !== taken && place.kind !== "data modified" && !isWeak(place.kind))
  const told = new Set(taken ? [taken, ...others.slice(0, TOLD)] : others.slice(0, TOLD))
  const candidates = all.filter((place) => told.has(place)).map((place) => ({ ...place, value: place.said, place }))
  const reasons = new Map<Candidate, string | null>(candidates.map((candidate) => [candidate, why(candidate.place)]))
  return toEvidence("published", candidates, (candidate) => reasons.get(candidate) ?? null)
}

/** When the page says that it was last changed: JSON-LD, else meta tags, else microdata. */
export function chooseModified(
  page: Page,
  meta: MetaTable,
  data: LinkedData,
  known: KnownDates,
): Chosen<PublishedDate | null> {
  const latest = latestOf(known)
  const candidates = modified(page, meta, data)
  const dated = candidates.map(({ value }) => findWrittenDate(value))
  const value = dated.find((date) => date && impossible(date.value, latest) === null) ?? null
  const why = (candidate: Candidate) => {
    const date = dated[candidates.indexOf(candidate)]
    const against = impossible(date?.value ?? "", latest)
    return against ?? (date?.value.slice(0, 10) === value?.value.slice(0, 10) ? null : "a surer place says otherwise")
  }
  return { value, evidence: toEvidence("modified", candidates, why) }
}

const modified = (page: Page, meta: MetaTable, data: LinkedData): Candidate[] => [
  ...(data.modified ? [{ from: "JSON-LD dateModified", value: data.modified }] : []),
  ...META_MODIFIED.flatMap((name) =>
    meta
      .all(name)
      .slice(0, 1)
      .map((value) => ({ from: `meta ${name}`, value })),
  ),
  ...page.marks
    .filter(({ kind }) => kind === "modified")
    .slice(0, 10)
    .flatMap(({ value, text }) => [value, text].filter((said) => said !== ""))
    .map((value) => ({ from: "microdata", value })),
]
