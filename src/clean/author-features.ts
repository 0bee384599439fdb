import {
  BEFORE,
  type KnownPage,
  LONGEST_LINE,
  NEAR,
  PLACE_KINDS,
  type PlaceKind,
  WEAK_PLACES,
} from "./author-places.ts"
import { type AuthorSet, foldName, isGiven, isStrong } from "./author-sets.ts"
import { isAgency, isPersonName } from "./byline.ts"
import { headlineAt } from "./headline-at.ts"
import { isNews } from "./is-news.ts"
import type { LinkedData } from "./json-ld.ts"
import type { Page } from "./page.ts"
import { sameName } from "./same-name.ts"
import { findWrittenDate } from "./written-date.ts"

const FEATURES = [
  "none", "places", "weak places", "shared", "against", "narrower", "wider", "loose", "first line",
  "count", "whole names", "one word", "agency", "not a name", "given name", "publisher", "in publisher", "digits",
  "small letters", "capitals", "longest",
  "near", "near by", "near alone", "nearest", "before", "elsewhere", "times", "date near",
  "news", "says article", "data", "headline", "any given", "any near", "candidates",
] as const // biome-ignore format: one list
type Feature = (typeof FEATURES)[number]
type Put = (feature: Feature, value: number) => void

/** Names of the features, in their order: of each kind of place whether it gives the set, then the others. */
export const AUTHOR_FEATURES: readonly string[] = [...PLACE_KINDS.map((kind) => `by ${kind}`), ...FEATURES]
const AT = new Map(AUTHOR_FEATURES.map((name, i) => [name, i]))

/** Where one name stands in the page. */
type Standing = Readonly<{ folded: string; lines: readonly number[]; isElsewhere: boolean }>

type Context = Readonly<{
  head: readonly string[]
  folded: readonly string[]
  headline: number
  dateAt: number
  publisher: string | null
  standing: ReadonlyMap<string, Standing>
  page: Readonly<Partial<Record<Feature, number>>>
}>

/**
 * What speaks for each set being the page's authors: which places give it, whether others agree, what its names look
 * like, where they are printed. A row of `AUTHOR_FEATURES` for each set; the empty one knows of the page only.
 */
export function authorFeatures(
  page: Page,
  sets: readonly AuthorSet[],
  data: LinkedData,
  known: KnownPage,
): Float32Array[] {
  const context = contextOf(page, sets, data, known)
  return sets.map((set) => {
    const row = new Float32Array(AUTHOR_FEATURES.length)
    const put: Put = (feature, value) => {
      row[AT.get(feature)!] = value
    }
    for (const [feature, value] of Object.entries(context.page)) put(feature as Feature, value)
    for (const kind of set.kinds) row[PLACE_KINDS.indexOf(kind)] = 1
    if (set.names.length === 0) put("none", 1)
    else {
      putAgreement(set, sets, put)
      putShape(set, context, put)
      putPosition(set, context, put)
    }
    return row
  })
}

function contextOf(page: Page, sets: readonly AuthorSet[], data: LinkedData, known: KnownPage): Context {
  const at = headlineAt(page, known.title)
  const start = Math.max(0, at)
  const from = Math.max(0, start - BEFORE)
  const short = (text: string) => (text.length <= LONGEST_LINE ? text : "")
  const head = page.blocks.slice(from, start + NEAR).map(({ text }) => short(text))
  const rest = page.blocks.slice(start + NEAR).map(({ text }) => short(text)).join("\n") // biome-ignore format: one line
  const folded = head.map(foldName)
  const standing = new Map<string, Standing>()
  for (const name of sets.flatMap(({ names }) => names)) {
    if (standing.has(name)) continue
    const key = foldName(name)
    const lines = folded.flatMap((line, i) => (line.includes(key) ? [i] : []))
    standing.set(name, { folded: key, lines, isElsewhere: rest.includes(name) })
  }
  const strict = sets.filter((set) => set.names.length > 0 && !set.isLoose && isStrong(set))
  const isPrinted = (name: string) => standing.get(name)!.lines.length > 0
  const flag = (is: boolean) => (is ? 1 : 0)
  return {
    head,
    folded,
    headline: start - from,
    publisher: known.publisher,
    standing,
    dateAt: head.findIndex((line) => line.length <= 80 && /\d/.test(line) && findWrittenDate(line) !== null),
    page: {
      news: flag(isNews(data.types)),
      "says article": flag(data.article),
      data: flag(data.authors.length > 0),
      headline: flag(at >= 0),
      "any given": flag(strict.some(({ names }) => names.every(isGiven))),
      "any near": flag(strict.some(({ names }) => names.every(isPrinted))),
      candidates: sets.filter((set) => isStrong(set)).length,
    },
  }
}

function putAgreement(set: AuthorSet, all: readonly AuthorSet[], put: Put): void {
  const own = new Set(set.names.map(foldName))
  const found = { shared: new Set<PlaceKind>(), against: new Set<PlaceKind>(), narrower: new Set<PlaceKind>(), wider: new Set<PlaceKind>() } // biome-ignore format: one line
  for (const other of all) {
    if (other === set || other.names.length === 0) continue
    const shared = other.names.filter((name) => own.has(foldName(name))).length
    const add = (kinds: Set<PlaceKind>) => {
      for (const kind of other.kinds) if (!WEAK_PLACES.has(kind)) kinds.add(kind)
    }
    if (shared > 0) add(found.shared)
    // What is no name as it stands says nothing against one that is.
    if (other.isLoose && !set.isLoose) continue
    if (shared === 0) add(found.against)
    if (shared === own.size && other.names.length > own.size) add(found.narrower)
    if (shared === other.names.length && other.names.length < own.size) add(found.wider)
  }
  const weak = [...set.kinds].filter((kind) => WEAK_PLACES.has(kind)).length
  put("places", set.kinds.size - weak)
  put("weak places", weak)
  for (const [feature, kinds] of Object.entries(found)) put(feature as keyof typeof found, kinds.size)
  put("loose", set.isLoose ? 1 : 0)
  put("first line", set.isFirst ? 1 : 0)
}

const share = (names: readonly string[], is: (name: string) => boolean): number =>
  names.filter(is).length / names.length

/** One word alone is as often a place or a section as a name; where words are not set apart it is a name. */
const isWhole = (name: string): boolean => name.includes(" ") || /^\p{Lo}{2,8}$/u.test(name)

function putShape({ names }: AuthorSet, { publisher }: Context, put: Put): void {
  put("count", Math.min(5, names.length))
  put(
    "whole names",
    share(names, (name) => isWhole(name) && isPersonName(name)),
  )
  put(
    "one word",
    share(names, (name) => !isWhole(name)),
  )
  put("agency", share(names, isAgency))
  put(
    "not a name",
    share(names, (name) => !isPersonName(name)),
  )
  put("given name", share(names, isGiven))
  put(
    "publisher",
    share(names, (name) => foldName(name) === foldName(publisher ?? "")),
  )
  put(
    "in publisher",
    share(names, (name) => sameName(name, publisher)),
  )
  put(
    "digits",
    share(names, (name) => /[\d@_]/.test(name)),
  )
  put(
    "small letters",
    share(names, (name) => /^\p{Ll}/u.test(name)),
  )
  put(
    "capitals",
    share(names, (name) => name.length > 3 && name === name.toUpperCase() && name !== name.toLowerCase()),
  )
  put("longest", Math.max(...names.map((name) => name.split(" ").length)))
}

/** Far from any date, in blocks. */
const NO_DATE = 20

function putPosition({ names }: AuthorSet, { head, folded, headline, dateAt, standing }: Context, put: Put): void {
  const printed = names.map((name) => standing.get(name)!)
  const near = printed.filter(({ lines }) => lines.length > 0)
  put("near", near.length / names.length)
  put("elsewhere", printed.filter(({ isElsewhere }) => isElsewhere).length / names.length)
  if (near.length === 0) return
  const first = Math.min(...near.map(({ lines }) => lines[0]!))
  const inLine = near.filter(({ lines }) => lines.includes(first))
  const letters = inLine.reduce((sum, name) => sum + name.folded.length, 0)
  put("near alone", Math.min(1, letters / Math.max(1, folded[first]!.length)))
  put("near by", isSigned(head[first]!, names) ? 1 : 0)
  put("nearest", first - headline)
  put("before", first < headline ? 1 : 0)
  put("times", printed[0]!.lines.length)
  put("date near", dateAt < 0 ? NO_DATE : Math.abs(dateAt - first))
}

const BEHIND_BY = /(?:^|[^\p{L}])(?:by|von|vom|par|por|di|da|door|av|af|text|autor|author|escribe|words)\s*:?\s*$/iu

/** Whether a line has one of the names behind a word for "by". */
const isSigned = (line: string, names: readonly string[]): boolean =>
  names.some((name) => {
    const at = line.indexOf(name)
    return at > 0 && BEHIND_BY.test(line.slice(Math.max(0, at - 20), at))
  })
