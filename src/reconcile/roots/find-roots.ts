import type { ClaimWords } from "../../lexicon/claim-words.ts"
import type { RootWords } from "../../lexicon/root-words.ts"
import type { Attribution, AttributionId } from "../../model/attribution.ts"
import type { Entity } from "../../model/entity.ts"
import type { Figure } from "../../model/figure.ts"
import { type Judged, NOTHING_JUDGED } from "../../model/judged.ts"
import type { Span } from "../../model/span.ts"
import { type CarriedClaim, findClaims } from "../claims/find-claims.ts"
import { judgeSays, type Says } from "../claims/judge-says.ts"
import { readStatements, type StatedText, type Statement } from "../claims/statement.ts"
import type { Carrier } from "../claims/statement-index.ts"
import { heedCarriers, type JudgedCarrier } from "../judged/heed-carriers.ts"
import { type Claimant, toClaimant, toldOf } from "./claimant.ts"
import { countRoots } from "./count-roots.ts"
import { findAttribution } from "./find-attribution.ts"
import { type CopyLink, findOrigins, type Groups, groupCopies, openGroups, settleLinks } from "./groups.ts"
import { mergeClaimants, type Placed } from "./merge-claimants.ts"
import { growTree, type RootBranch } from "./root-tree.ts"

/** What is asked of a document here: its text and what was read in it. Lists may be empty. */
export type RootDocument = Readonly<{
  text: string
  sentences: readonly Span[]
  attributions: readonly Attribution[]
  entities: readonly Entity[]
  figures: readonly Figure[]
  /** The outlet; null or absent: not known. */
  publisher?: string | null
}>

/** One place where a claim was printed. */
export type RootAppearance = Readonly<{
  /** The document, by its place in the list. */
  document: number
  span: Span
  /** On whose word; null: the publisher's own voice. */
  attribution: AttributionId | null
  claimant: string | null
  /** Who passed it on between the claimant and the publisher, nearest to the publisher first. */
  relayedBy: readonly string[]
  says: Says
  /** The root in `roots` that it goes back to; null: not known. */
  root: number | null
  /** The document that this one is a copy of, by its place; null: none. */
  copyOf: number | null
  /** Share of the claim's words that it holds, 0 to 1. */
  share: number
}>

/** A claim that two or more documents carry, with the distinct origins behind it. */
export type RootedClaim = Readonly<{
  /** The claim in the words of the statement that holds most of it. */
  proposition: string
  documents: number
  appearances: readonly RootAppearance[]
  /** Names of the roots that somebody names. */
  roots: readonly string[]
  /** The least and the greatest number of distinct origins. */
  min: number
  max: number
  tree: readonly RootBranch[]
  because: readonly string[]
}>

export type RootTables = Readonly<{ claims: ClaimWords; roots: RootWords }>

/**
 * The claims that two or more documents carry, most carried first, each with its appearances in the documents' order and
 * with its root sources: outlets folded by copies, what is relayed led back to who said it, an institution and its people
 * as one. None for fewer than two documents. Does not throw.
 */
export function findRoots(
  documents: readonly RootDocument[],
  copies: readonly CopyLink[],
  { judged = NOTHING_JUDGED, ...tables }: RootTables & Readonly<{ judged?: Judged }>,
): RootedClaim[] {
  const { texts, printedBy } = foldSame(documents)
  const placed = texts.flatMap(({ document, source }) => placeClaimants(source, document, tables.roots))
  const numbers = mergeClaimants(placed, judged)
  const known = new Map(
    placed.map(({ attribution, document, claimant }, index) => [
      `${document} ${attribution}`,
      { claimant, root: numbers[index]! < 0 ? null : numbers[index]!, name: nameOf(placed, numbers, numbers[index]!) },
    ]),
  )
  const found = [...sameTexts(printedBy), ...copies].filter(({ share }) => share >= tables.claims.weights.foldCopy)
  const links = settleLinks(found)
  const groups = groupCopies(documents.length, links)
  const origins = findOrigins(documents.length, links, groups)
  const ground = { documents, texts, printedBy, known, groups, origins, tables }
  const stated = texts.map((text) => text.stated)
  return heed(findClaims(stated, tables.claims), ground, judged).map((claim) => toRooted(claim, ground))
}

/** The claims as people judged them. */
function heed(claims: readonly CarriedClaim[], { texts, tables }: Ground, { claims: judged }: Judged): CarriedClaim[] {
  if (judged.pairs.length === 0) return [...claims]
  const stated = texts.map((text) => text.stated)
  // The very statements that carry claims, where there are any: what is compared is whether they are the same ones.
  const known = new Map(
    claims.flatMap(({ carriers }) => carriers.map(({ statement }) => [placeOf(statement), statement])),
  )
  const carried = {
    statements: readStatements(stated, tables.claims).map((one) => known.get(placeOf(one)) ?? one),
    attributions: texts.map(({ source }) => source.attributions),
    printed: stated.map(({ printed }) => printed),
    innermost: ({ statement }: Carrier, { core }: CarriedClaim) => {
      const words = statement.words.filter(({ key }) => core.includes(key))
      return findAttribution(words, texts[statement.text]!.source.attributions)?.id ?? null
    },
  }
  return heedCarriers(claims, carried, judged)
}

const placeOf = ({ text, span }: Statement): string => `${text} ${span.start}`

type FoldedText = Readonly<{ document: number; source: RootDocument; stated: StatedText }>
type Known = Readonly<{ claimant: Claimant; root: number | null; name: string }>
type Ground = Readonly<{
  documents: readonly RootDocument[]
  texts: readonly FoldedText[]
  /** The documents that print each text. */
  printedBy: readonly (readonly number[])[]
  known: ReadonlyMap<string, Known>
  groups: Groups
  /** The document that each is a copy of. */
  origins: readonly (number | null)[]
  tables: RootTables
}>

/** Texts that are the same letter for letter are looked at once, whoever printed them. */
function foldSame(documents: readonly RootDocument[]) {
  const byText = new Map<string, number[]>()
  for (const [index, { text }] of documents.entries()) {
    const same = byText.get(text)
    if (same) same.push(index)
    else byText.set(text, [index])
  }
  const printedBy = [...byText.values()]
  const texts = printedBy.map((printed): FoldedText => {
    const source = documents[printed[0]!]!
    const stated = { text: source.text, sentences: source.sentences, printed: printed.length }
    return { document: printed[0]!, source, stated }
  })
  return { texts, printedBy }
}

const sameTexts = (printedBy: readonly (readonly number[])[]): CopyLink[] =>
  printedBy.flatMap(([left, ...others]) =>
    others.map((right) => ({ left: left!, right, share: 1, from: "left" as const })),
  )

type PlacedAttribution = Placed & Readonly<{ attribution: AttributionId }>

function placeClaimants(
  { text, attributions, entities }: RootDocument,
  document: number,
  words: RootWords,
): PlacedAttribution[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  return attributions.map((attribution) => ({
    document,
    attribution: attribution.id,
    claimant: toClaimant(toldOf(text, attribution, byId), words),
  }))
}

/** The fullest label of those that are one root, the institution's own before its people's. */
function nameOf(placed: readonly Placed[], numbers: readonly number[], root: number): string {
  if (root < 0) return ""
  const labels = placed.filter((_, index) => numbers[index] === root).map(({ claimant }) => claimant)
  const bodies = labels.filter(({ body }) => body)
  const from = bodies.length > 0 ? bodies : labels
  return from.reduce((best, one) => (one.words.length > best.words.length ? one : best), from[0]!).label
}

function toRooted(claim: CarriedClaim, ground: Ground): RootedClaim {
  const { texts, printedBy, tables } = ground
  const found = claim.carriers.map((carrier) => trace(carrier, claim, ground))
  const says = judgeSays(
    found.map(({ carrier, words }) => {
      const { source } = texts[carrier.statement.text]!
      return { span: carrier.statement.span, words, figures: source.figures, text: source.text }
    }),
    tables.claims.negations,
  )
  const origins = foldStatements(claim.carriers, ground)
  const voices = found.map(({ root, carrier }, index) => ({
    document: texts[carrier.statement.text]!.document,
    root,
    share: carrier.share,
    origin: origins[index]!,
    publisher: texts[carrier.statement.text]!.source.publisher ?? null,
  }))
  const { sure, own, min, max, because } = countRoots(voices, tables.claims.weights)
  const names = new Map(found.flatMap(({ root, name }) => (root === null ? [] : [[root, name] as const])))
  const order = [...sure, ...[...names.keys()].filter((root) => !sure.includes(root))]
  const appearances = found
    .flatMap(({ carrier, attribution, claimant, relayedBy, root }, index) =>
      printedBy[carrier.statement.text]!.map(
        (document): RootAppearance => ({
          document,
          span: carrier.statement.span,
          attribution,
          claimant,
          relayedBy,
          says: says[index]!,
          root: root === null ? null : order.indexOf(root),
          copyOf: ground.origins[document] ?? null,
          share: carrier.share,
        }),
      ),
    )
    .sort((a, b) => a.document - b.document || a.span.start - b.span.start)
  const roots = order.map((root) => names.get(root)!)
  const tree = growTree(appearances, { roots, sure: sure.length, own })
  const proposition = shortest(claim.carriers, texts)
  return { proposition, documents: claim.documents, appearances, roots, min, max, tree, because }
}

/** On whose word a carrier stands: the innermost one who is named, and who passed it on. */
function trace(carrier: JudgedCarrier, { core }: CarriedClaim, { texts, known }: Ground) {
  const { statement } = carrier
  const { source, document } = texts[statement.text]!
  const words = statement.words.filter(({ key }) => core.includes(key))
  const innermost =
    source.attributions.find(({ id }) => id === carrier.by) ?? findAttribution(words, source.attributions)
  const chain: Known[] = []
  const seen = new Set<AttributionId>()
  for (
    let at = innermost;
    at && !seen.has(at.id);
    at = source.attributions.find(({ id }) => id === at?.within) ?? null
  ) {
    seen.add(at.id)
    chain.push(known.get(`${document} ${at.id}`)!)
  }
  // "He said that the police had told him": whoever has no name within passes on to the next one who has.
  const from = Math.max(
    0,
    chain.findIndex(({ root }) => root !== null),
  )
  const speaker = chain[from]
  return {
    carrier,
    words,
    attribution: innermost?.id ?? null,
    claimant: speaker?.claimant.label ?? null,
    root: speaker?.root ?? null,
    name: speaker?.name ?? "",
    relayedBy: chain
      .slice(from + 1)
      .map(({ claimant }) => claimant.label)
      .reverse(),
  }
}

/** A number for each carrier, the same where documents are copies or the statements one sentence. */
function foldStatements(carriers: readonly Carrier[], { texts, groups, tables }: Ground): number[] {
  const same = openGroups(carriers.length)
  const { foldStatement } = tables.claims.weights
  for (const [index, { statement }] of carriers.entries()) {
    for (let other = index + 1; other < carriers.length; other++) {
      const rival = carriers[other]!.statement
      const isCopy = groups.of(texts[statement.text]!.document) === groups.of(texts[rival.text]!.document)
      if (isCopy || isSameSentence(statement.keys, rival.keys, foldStatement)) same.join(index, other)
    }
  }
  return carriers.map((_, index) => same.of(index))
}

function isSameSentence(a: ReadonlySet<string>, b: ReadonlySet<string>, least: number): boolean {
  let shared = 0
  for (const key of a) if (b.has(key)) shared++
  return shared >= least * Math.max(a.size, b.size)
}

/** The shortest of those that hold the most: a headline or a lead says it best. */
function shortest(carriers: readonly Carrier[], texts: readonly FoldedText[]): string {
  const length = ({ statement: { span } }: Carrier) => span.end - span.start
  const best = [...carriers].sort((a, b) => b.share - a.share || length(a) - length(b))[0]!
  const { text, span } = best.statement
  return texts[text]!.source.text.slice(span.start, span.end).replace(/\s+/g, " ")
}
