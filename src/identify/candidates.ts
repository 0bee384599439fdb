import type { Attribution } from "../model/attribution.ts"
import type { Span } from "../model/span.ts"
import { contains, overlaps } from "../model/span.ts"
import type { Actor } from "./actor.ts"
import { lastOwned } from "./belongings.ts"
import type { Evidence } from "./rank.ts"
import type { Noun } from "./read-phrase.ts"
import type { Scene } from "./scene.ts"
import { agrees, evidenceOf, type Sighted } from "./weigh.ts"

/** A pronoun or a noun, and what is known of where it stands. */
export type Reference = Readonly<{
  span: Span
  /** "he", "she", "they", "it", "who", "person", "group", "organisation", "document", "none". */
  kind: string
  gender: "m" | "f" | null
  noun: Noun | null
  /** Whose the one meant is, "his" of "his lawyer": not the one meant. */
  owner: Actor | null
  attribution: Attribution
  /** Who speaks in the attribution around this one, and whether it is a quotation. */
  around: Readonly<{ actor: Actor | null; direct: boolean }> | null
  /** Who spoke in the attributions before, last first. */
  before: readonly Actor[]
}>

export type Candidate = Readonly<{ item: Actor; evidence: Evidence }>

/** How many mentions back and ahead candidates are looked for, and how many of those mentioned most are added. */
const BACK = 60
const AHEAD = 12
const MOST = 3

/** Those whom a pronoun or a noun may stand for, with what speaks for each. */
export function findCandidates(scene: Scene, reference: Reference, ledger: Mentioned): Candidate[] {
  const { span } = reference
  const actors = new Set<Actor>([
    ...ledger.near(span.start, BACK, AHEAD),
    ...ledger.most(MOST),
    ...reference.before.slice(0, 4),
  ])
  if (reference.noun) {
    for (const actor of ledger.described(reference.noun.head)) actors.add(actor)
    for (const actor of lastOwned(scene, reference.noun.head, span.start).slice(0, 3)) actors.add(actor)
  }
  const sighted = [...actors]
    .filter((actor) => actor !== reference.owner && mayBe(reference, actor))
    .map((actor) => sight(reference, actor))
  const byRecency = sighted.filter(({ last }) => last !== null).sort((a, b) => b.last!.end - a.last!.end)
  const compatible = byRecency.filter(({ actor }) => agrees(reference, actor) >= 0)
  return sighted.map((seen) => ({
    item: seen.actor,
    evidence: evidenceOf(scene, reference, { seen, order: compatible.indexOf(seen), ledger }),
  }))
}

const PERSONAL = new Set(["he", "she", "person"])
/** Kinds that cannot be meant are no candidates. */
function mayBe({ kind }: Reference, { kind: actor }: Actor): boolean {
  // "A senior official" may be someone named later, but is never the other senior official.
  if (kind === "some-person") return actor === "person"
  if (PERSONAL.has(kind)) return actor === "person" || actor === "anonymous"
  if (kind === "organisation" || kind === "some-organisation") return actor === "organisation" || actor === "place"
  return true
}

function sight({ span, attribution }: Reference, actor: Actor): Sighted {
  const content = attribution.content
  const isInside = (mention: Span): boolean =>
    content.some((piece) => overlaps(piece, mention)) && !content.some((piece) => contains(piece, span))
  const named = lastBefore(actor.mentions, span.start, isInside)
  const spoken = lastBefore(actor.spoken, span.start, isInside)
  const wasSource = spoken !== null && (named === null || spoken.end >= named.end)
  return { actor, last: wasSource ? spoken : named, wasSource, inside: insideOf(actor.mentions, content, isInside) }
}

function lastBefore(mentions: readonly Span[], place: number, isLeftOut: (mention: Span) => boolean): Span | null {
  for (let at = before(mentions, place) - 1, steps = 0; at >= 0 && steps < 30; at--, steps++)
    if (!isLeftOut(mentions[at]!)) return mentions[at]!
  return null
}

/** How many mentions begin before a place. */
function before(mentions: readonly Span[], place: number): number {
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.start < place) low = middle + 1
    else high = middle
  }
  return low
}

function insideOf(mentions: readonly Span[], content: readonly Span[], isInside: (mention: Span) => boolean): boolean {
  return content.some((piece) => {
    const at = before(mentions, piece.start)
    const mention = mentions[at]
    return mention !== undefined && mention.start < piece.end && isInside(mention)
  })
}

/** Who is mentioned where, over a whole text. */
export type Mentioned = Readonly<{
  total: number
  near(place: number, back: number, ahead: number): readonly Actor[]
  most(count: number): readonly Actor[]
  described(head: string): readonly Actor[]
}>

/** Put the mentions of all who are named in order; the unnamed join as they are found. */
export function mentionedIn(scene: Scene): Mentioned & Readonly<{ add(actor: Actor): void }> {
  const order = scene.actors
    .flatMap((actor) => actor.mentions.map((mention) => ({ start: mention.start, actor })))
    .sort((a, b) => a.start - b.start)
  const most = [...scene.actors]
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .filter(({ kind }) => kind !== "place")
  const byWord = new Map<string, Actor[]>()
  for (const actor of scene.actors)
    for (const word of actor.near) byWord.set(word, [...(byWord.get(word) ?? []), actor].slice(-6))
  const later: { start: number; actor: Actor }[] = []
  return {
    total: order.length,
    near: (place, back, ahead) =>
      [...around(order, place, back, ahead), ...around(later, place, 8, 0)].map(({ actor }) => actor),
    most: (count) => most.slice(0, count),
    described: (head) => byWord.get(head) ?? [],
    add: (actor) => later.push({ start: actor.mentions[0]!.start, actor }),
  }
}

function around<Item extends { start: number }>(
  order: readonly Item[],
  place: number,
  back: number,
  ahead: number,
): Item[] {
  let [low, high] = [0, order.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (order[middle]!.start < place) low = middle + 1
    else high = middle
  }
  return order.slice(Math.max(0, low - back), low + ahead)
}
