import type { Span } from "../model/span.ts"
import type { Actor } from "./actor.ts"
import type { Mentioned, Reference } from "./candidates.ts"
import { describes } from "./describes.ts"
import type { Evidence } from "./rank.ts"
import { nameOf, type Scene } from "./scene.ts"
import { tokenAt } from "./token.ts"

export type Sighted = Readonly<{
  actor: Actor
  /** The last place where it is mentioned before the reference, outside of what is said. */
  last: Span | null
  wasSource: boolean
  /** Whether it is mentioned in what is said. */
  inside: boolean
}>

/** 1: the gender is the same; -1: it is another; 0: not known. */
export function agrees({ gender }: Reference, actor: Actor): number {
  return gender === null || actor.gender === null ? 0 : gender === actor.gender ? 1 : -1
}

type Seen = Readonly<{ seen: Sighted; order: number; ledger: Mentioned }>

/** What speaks for and against an actor being the one that a word stands for. */
export function evidenceOf(scene: Scene, reference: Reference, { seen, order, ledger }: Seen): Evidence {
  const { actor, last, wasSource, inside } = seen
  const found: Record<string, number> = { [`is-${actor.kind}`]: 1, [nearness(scene, reference.span, last)]: 1 }
  found[order < 0 ? "order-none" : order < 3 ? `order-${order}` : "order-more"] = 1
  const share = actor.mentions.length / Math.max(1, ledger.total)
  found.share = share
  if (actor.mentions.length === 1) found.once = 1
  if (ledger.most(1)[0] === actor) found.most = 1
  if (wasSource) found["was-source"] = 1
  if (inside) found.inside = 1
  if (reference.owner) found.owned = 1
  if (last && sameParagraph(scene, last, reference.span)) found["same-paragraph"] = 1
  if (last && isSubject(scene, last)) found.subject = 1
  if (last && isPossessive(scene, last)) found.possessive = 1
  const agreement = agrees(reference, actor)
  if (agreement !== 0) found[agreement > 0 ? "same-gender" : "other-gender"] = 1
  const turn = reference.before.indexOf(actor)
  if (turn >= 0) found[turn === 0 ? "spoke-last" : turn === 1 ? "spoke-before" : "spoke"] = 1
  if (turn === 0 && found["same-paragraph"]) found["spoke-last-here"] = 1
  if (reference.around?.actor === actor) found[reference.around.direct ? "around-direct" : "around-indirect"] = 1
  if (last) {
    const between = scene.text.slice(last.end, reference.span.start)
    found[paragraphsApart(between)] = 1
    if (isBroken(between)) found.broken = 1
    if (isQuoted(scene, last)) found.quoted = 1
    if (found.subject && found["apart-1"]) found["subject-before"] = 1
    if (opensParagraph(scene, last)) found["opens-paragraph"] = 1
  }
  found.recent = Math.log1p(recent(actor, reference.span.start))
  return reference.noun
    ? { ...found, ...describes(scene, reference.noun, { actor, place: reference.span.start }) }
    : found
}

const paragraphsApart = (between: string): string => {
  const count = between.split(/\n\s*/).length - 1
  return count <= 2 ? `paragraphs-${count}` : count <= 5 ? "paragraphs-few" : "paragraphs-many"
}

/** A line that sets off what follows: a clock time of a live report, stars, a line of capitals. */
const BREAK = /\n\s*(?:\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?[^\n]{0,12}|[^\p{L}\p{N}\n]{1,12}|[\p{Lu}\s\p{P}\d]{6,80})\n/u
const isBroken = (between: string): boolean => between.includes("\n") && BREAK.test(between.slice(-4000))

/** Whether a mention stands between quotation marks. */
const isQuoted = ({ analysis }: Scene, { start }: Span): boolean =>
  analysis.quotations.some((mark) => mark.start <= start && start < mark.end)

function opensParagraph({ text }: Scene, { start }: Span): boolean {
  return /(?:^|\n)[^\n\p{Ll}]{0,12}$/u.test(text.slice(Math.max(0, start - 12), start))
}

/** Units of text within which a mention is recent. */
const RECENT = 1200
const recent = ({ mentions, spoken }: Actor, place: number): number =>
  [...mentions, ...spoken].filter(({ start }) => start < place && start > place - RECENT).length

function nearness({ tokens }: Scene, span: Span, last: Span | null): string {
  if (!last) return "only-after"
  const apart =
    (tokens[tokenAt(tokens, span.start)]?.sentence ?? 0) - (tokens[tokenAt(tokens, last.start)]?.sentence ?? 0)
  return apart <= 3 ? `apart-${Math.max(0, apart)}` : apart <= 6 ? "apart-few" : "apart-many"
}

const sameParagraph = ({ text }: Scene, left: Span, right: Span): boolean =>
  right.start - left.end < 3000 && !text.slice(left.end, right.start).includes("\n")

/** Whether nothing is named before it in its main clause, and it stands near the start of that. */
function isSubject(scene: Scene, mention: Span): boolean {
  const { tokens } = scene
  const at = tokenAt(tokens, mention.start)
  const opens = mainClause(scene, at)
  for (let left = at - 1; left >= opens; left--) if (at - left > 8 || nameOf(scene, left)) return false
  return at >= opens
}

const SUBORDINATORS = new Set(
  "although though while when as after before because since if unless whereas once until despite".split(" "),
)

/** Where the main clause of a token's sentence begins: of "Although Roe came, Hale left" behind the comma. */
function mainClause({ tokens, text }: Scene, at: number): number {
  const sentence = tokens[at]?.sentence
  let from = at
  while (from > 0 && tokens[from - 1]!.sentence === sentence) from--
  if (!SUBORDINATORS.has(tokens[from]?.lower ?? "")) return from
  for (let to = from + 2; tokens[to]?.sentence === sentence; to++)
    if (text.slice(tokens[to - 1]!.end, tokens[to]!.start).startsWith(",")) return to
  return from
}

function isPossessive({ tokens }: Scene, { end }: Span): boolean {
  return tokens[tokenAt(tokens, end - 1)]?.possessive ?? false
}
