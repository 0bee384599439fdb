import type { Entity, EntityKind } from "../../model/entity.ts"
import { type Judged, NOTHING_JUDGED } from "../../model/judged.ts"
import { contains, overlaps, type Span } from "../../model/span.ts"
import { type JudgedGroups, joinJudgedNames, openJudgedGroups } from "../judged/judged-groups.ts"
import { joinJudgedClaims } from "../judged/judged-statements.ts"
import { openApart } from "../judged/open-apart.ts"
import { calledBy } from "../names/called-by.ts"
import type { Statement } from "./claim-document.ts"

export const CLAIMANT_KINDS = ["named", "unnamed", "publisher"] as const
/** `unnamed`: somebody without a name; `publisher`: in its own voice. */
export type ClaimantKind = (typeof CLAIMANT_KINDS)[number]

/** One who says something, in however many documents. */
export type Claimant = Readonly<{ name: string; kind: ClaimantKind; statements: readonly Statement[] }>

/**
 * Two documents that share text, by their places in the list, with the places that they share; `apart`: people judged that
 * neither took it from the other, nor both from a third.
 */
export type SharedText = Readonly<{
  left: number
  right: number
  wholly: boolean
  passages: readonly Readonly<{ left: Span; right: Span }>[]
  apart?: boolean
}>

export type ClaimantsGiven = Readonly<{
  /** How probable it is that two names are one's, 0 to 1. */
  likeness: (left: string, right: string) => number
  copies: readonly SharedText[]
  /** By document; null where nobody says. */
  publishers: readonly (string | null)[]
  /** What people decided; absent: nothing. */
  judged?: Judged
}>

/** `unsure`: pairs of named claimants, by place, who may be one. */
export type Claimants = Readonly<{ claimants: readonly Claimant[]; unsure: readonly (readonly [number, number])[] }>

/** From here on two names are taken for one's. */
const ONE = 0.8
/** From here on they may be. */
const MAYBE = 0.5

/**
 * Who makes the statements, each once: named ones by their names (an institution and who speaks for it are one),
 * unnamed ones and publishers by the texts that they stand in, copies folded. In the order of the statements.
 */
export function findClaimants(statements: readonly Statement[], given: ClaimantsGiven): Claimants {
  const { judged = NOTHING_JUDGED } = given
  const names = statements.map(nameOf)
  const groups = openJudgedGroups(names, judged.names)
  joinJudgedClaims(statements, judged.claims, groups.join)
  joinJudgedNames(names, judged.names, groups.join)
  joinNames(names, given.likeness, groups)
  const areApart = openApart(apartStatements(statements, given), groups.find)
  statements.forEach((right, j) => {
    if (names[j] !== null) return
    const isOne = (left: Statement, i: number): boolean =>
      isSame(left, right, given) || (areCopied(left, right, given) && !areApart(i, j))
    // Not the first one alone: it may be a copy of two that are none of each other.
    for (const [i, left] of statements.slice(0, j).entries()) {
      if (names[i] === null && groups.find(i) !== groups.find(j) && isOne(left, i)) groups.join(i, j)
    }
  })
  const firsts = statements.flatMap((_, i) => (groups.find(i) === i ? [i] : []))
  const claimants = firsts.map((first) => {
    const members = statements.filter((_, i) => groups.find(i) === first)
    const own = statements.flatMap((_, i) => (groups.find(i) === first ? (names[i] ?? []) : []))
    const kind = own.length > 0 ? "named" : statements[first]!.told ? "unnamed" : "publisher"
    const publisher = given.publishers[statements[first]!.document] ?? "(publisher unknown)"
    const name = kind === "named" ? fullest(own) : kind === "publisher" ? publisher : unnamedWords(statements[first]!)
    return { name, kind, statements: members } as const
  })
  return { claimants, unsure: unsurePairs(claimants, given.likeness) }
}

const NAMED: ReadonlySet<EntityKind> = new Set(["person", "organisation", "place"])
const CAPITAL = /\p{Lu}/u

/** Whose name a statement is under: the institution's, where somebody speaks for one. */
function nameOf({ told, behalf, speaker, source }: Statement): string | null {
  if (!told) return null
  const entity: Entity | null = behalf ?? speaker
  if (entity) return NAMED.has(entity.kind) || (entity.kind === "document" && hasName(entity.name)) ? entity.name : null
  // A source that was not resolved, but is printed with a name of its own.
  return source !== null && hasName(source) ? source : null
}

/** A capital beyond the first word, or one word alone that is no pronoun: "He" and "Officials" are nobody's names. */
function hasName(words: string): boolean {
  const [first, ...more] = words.trim().split(/\s+/)
  return (
    more.some((word) => CAPITAL.test(word.charAt(0))) ||
    (more.length === 0 && /^\p{Lu}.{3,}/u.test(first ?? "") && !/s$/.test(first!))
  )
}

const unnamedWords = ({ source, speaker }: Statement): string => {
  const printed = source ?? speaker?.name ?? null
  return printed === null ? "(nobody named)" : calledBy(printed, speaker?.name ?? null)
}

/** Names that are one's, compared each with each; equal ones once. */
function joinNames(
  names: readonly (string | null)[],
  likeness: ClaimantsGiven["likeness"],
  { find, join }: JudgedGroups,
): void {
  const known = new Map<string, number>()
  for (const [index, name] of names.entries()) {
    if (name === null) continue
    const key = name.toLowerCase()
    const same = known.get(key)
    if (same !== undefined) {
      join(same, index)
      continue
    }
    // The next one is tried where people said that two names among them are two's.
    const alike = [...new Set(known.values())].find((at) => {
      if (likeness(names[at]!, name) < ONE) return false
      join(at, index)
      return find(at) === find(index)
    })
    known.set(key, alike ?? index)
  }
}

const fullest = (names: readonly string[]): string =>
  names.reduce((best, name) => (name.length > best.length ? name : best))

/** Whether two statements that nobody is named for are of one source in a document, or in one publisher's own voice. */
function isSame(left: Statement, right: Statement, { publishers }: ClaimantsGiven): boolean {
  if (left.told !== right.told) return false
  const own = !left.told
  if (own && publishers[left.document] !== null && publishers[left.document] === publishers[right.document]) return true
  return left.document === right.document && (own || isSameSource(left, right))
}

/** Whether they are one text, copied. */
const areCopied = (left: Statement, right: Statement, { copies }: ClaimantsGiven): boolean =>
  left.told === right.told &&
  left.document !== right.document &&
  copies.some((pair) => isCopied(left, right, pair) || isCopied(right, left, pair))

/** Statements of documents of which people judged that neither took its text from the other. */
function apartStatements(statements: readonly Statement[], { copies }: ClaimantsGiven) {
  const placesIn = (document: number) => statements.flatMap((one, at) => (one.document === document ? [at] : []))
  return copies.flatMap(({ apart, left, right }) =>
    apart ? placesIn(left).flatMap((one) => placesIn(right).map((other) => ({ left: one, right: other }))) : [],
  )
}

const isSameSource = (left: Statement, right: Statement): boolean =>
  (left.speaker !== null && left.speaker.id === right.speaker?.id) ||
  // Two that are called "who" in a document may be anybody.
  (!RELATIVE.test(left.source ?? "") && (left.source ?? "").toLowerCase() === (right.source ?? "").toLowerCase())

const RELATIVE = /^(?:who|whom|whose|which|that)$/i

function isCopied(left: Statement, right: Statement, pair: SharedText): boolean {
  if (pair.left !== left.document || pair.right !== right.document) return false
  const inPassage = (one: readonly Span[], side: "left" | "right") =>
    pair.passages.some((passage) => one.some((span) => contains(passage[side], span) || overlaps(passage[side], span)))
  return pair.wholly || (inPassage(left.spans, "left") && inPassage(right.spans, "right"))
}

function unsurePairs(claimants: readonly Claimant[], likeness: ClaimantsGiven["likeness"]): [number, number][] {
  return claimants.flatMap((left, i) =>
    claimants.flatMap((right, j): [number, number][] => {
      const both = i < j && left.kind === "named" && right.kind === "named"
      return both && likeness(left.name, right.name) >= MAYBE ? [[i, j]] : []
    }),
  )
}
