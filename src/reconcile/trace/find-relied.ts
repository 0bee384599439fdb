import type { RootWords } from "../../lexicon/root-words.ts"
import type { Attribution } from "../../model/attribution.ts"
import type { Link, TextBlock } from "../../model/document.ts"
import type { Entity } from "../../model/entity.ts"
import type { Span } from "../../model/span.ts"
import { findAgencyMarks } from "../copies/find-credits.ts"
import { toClaimant, toldOf } from "../roots/claimant.ts"

/** A page with what was read in it. Lists may be empty. */
export type RelyingPage = Readonly<{
  /** Its own address; null: unknown. */
  url: string | null
  text: string
  blocks: readonly TextBlock[]
  sentences: readonly Span[]
  attributions: readonly Attribution[]
  entities: readonly Entity[]
}>

/**
 * What a page leans on: by a link, by a name, or by both.
 * `credit`: an outlet is named as the one who reported; `claim`: the link stands in a sentence in which somebody is said
 * to say something; `link`: it leads to another site, and that is all.
 */
export type Relied = Readonly<{
  kind: "credit" | "claim" | "link"
  /** Where it leads; null: only named. */
  url: string | null
  /** The outlet's name, the claimant, or the words that link. */
  name: string
  /** The sentence, or the mark in the dateline. */
  at: Span
}>

export type RelyingTables = Readonly<{ roots: RootWords; agencies: ReadonlySet<string> }>

const RANK = { credit: 0, claim: 1, link: 2 } as const

/**
 * The pages and outlets that a page relies on: what is credited first, then what claims link to, then links to other
 * sites, each in the order of the text and each once. None in a page without attributions and links. Does not throw.
 */
export function findRelied(page: RelyingPage, tables: RelyingTables): Relied[] {
  const links = page.blocks.flatMap((block) => block.links).filter((link) => isElsewhere(link.href, page.url))
  const told = page.attributions.flatMap((attribution) => toldBy(attribution, page, links, tables.roots))
  const marks = findAgencyMarks(page.text, tables.agencies).map((name) => marked(page.text, name))
  const bare = links
    .filter((link) => hostOf(link.href) !== hostOf(page.url))
    .map(
      (link): Relied => ({ kind: "link", url: link.href, name: wordsOf(page.text, link), at: sentenceOf(page, link) }),
    )
  return once([...told, ...marks, ...bare].sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.at.start - b.at.start))
}

/** What an attribution leans on: its outlet with the link that stands nearest to it, and the links of its sentence. */
function toldBy(attribution: Attribution, page: RelyingPage, links: readonly Link[], words: RootWords): Relied[] {
  const place = attribution.source ?? attribution.cue ?? attribution.content[0]
  if (!place) return []
  const at = sentenceOf(page, place)
  const entities = new Map(page.entities.map((entity) => [entity.id, entity]))
  const { kind, label } = toClaimant(toldOf(page.text, attribution, entities), words)
  const near = links.filter((link) => link.start < at.end && link.end > at.start)
  if (kind !== "press") return near.map(({ href }) => ({ kind: "claim", url: href, name: label, at }))
  return [{ kind: "credit", url: nearest(near, place)?.href ?? null, name: label, at }]
}

const nearest = (links: readonly Link[], { start, end }: Span): Link | undefined =>
  [...links].sort((a, b) => distance(a, start, end) - distance(b, start, end))[0]

const distance = (link: Link, start: number, end: number): number => Math.max(0, link.start - end, start - link.end)

function marked(text: string, name: string): Relied {
  const start = text.toLowerCase().indexOf(`(${name})`) + 1
  const at = { start, end: start + name.length }
  return { kind: "credit", url: null, name: wordsOf(text, at), at }
}

const sentenceOf = ({ sentences }: RelyingPage, place: Span): Span =>
  sentences.find(({ start, end }) => start <= place.start && place.start < end) ?? {
    start: place.start,
    end: place.end,
  }

const wordsOf = (text: string, { start, end }: Span): string => text.slice(start, end).replace(/\s+/g, " ").trim()

/** A name without a link adds nothing where the same name came with one. */
function once(found: readonly Relied[]): Relied[] {
  const linked = new Set(found.flatMap(({ url, name }) => (url === null ? [] : [name.toLowerCase()])))
  const seen = new Set<string>()
  return found.filter(({ url, name }) => {
    if (url === null && linked.has(name.toLowerCase())) return false
    const key = url === null ? name.toLowerCase() : withoutPart(url)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** An address without the part of the page that it points to. */
export const withoutPart = (url: string): string => url.split("#", 1)[0]!

function isElsewhere(href: string, own: string | null): boolean {
  return /^https?:/i.test(href) && (own === null || withoutPart(href) !== withoutPart(own))
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : null
}
