import { askedId, noDocument } from "./model/asked-document.ts"
import type { Attribution } from "./model/attribution.ts"
import type { PublishedDate } from "./model/date.ts"
import type { DocumentId } from "./model/document.ts"
import type { HeldVersion, Holding, Ledger } from "./model/ledger.ts"
import { spanText } from "./model/span.ts"
import { type Change, findChanges } from "./reconcile/versions/find-changes.ts"

/** The versions of one page that a ledger holds, and what changed from each to the next. */

export type { Change, Piece } from "./reconcile/versions/find-changes.ts"

export const VERSION_FACTS = ["title", "publisher", "bylines", "published", "modified", "article"] as const
export type VersionFact = (typeof VERSION_FACTS)[number]

/** A fact that a version gives otherwise than the one before; null: it gives none. */
export type FactChange = Readonly<{ fact: VersionFact; before: string | null; after: string | null }>

/** A claim in its words. */
export type WordedClaim = Readonly<{ source: string | null; cue: string | null; content: string }>

/** `came`, `gone`: claims that stand in the one version only. */
export type VersionChanges = Readonly<{
  facts: readonly FactChange[]
  text: readonly Change[]
  came: readonly WordedClaim[]
  gone: readonly WordedClaim[]
}>

export type Version = Readonly<{
  /** SHA-256 of the page's bytes, of the earliest where several read alike. */
  snapshot: string
  title: string | null
  published: PublishedDate | null
  /** Null while it stands; else why nothing is claimed by it: withdrawn, held back, no article. */
  notArticle: string | null
  /** Earliest and latest sighting, ISO 8601 in UTC. */
  firstSeen: string
  lastSeen: string
  /** Since the version before; null: the earliest seen. */
  changes: VersionChanges | null
}>

const MANY = 100

/**
 * The versions of a document, earliest seen at the top, by its id or address. Snapshots that read alike are one.
 * Throws `ask/no-document` when the ledger does not hold it.
 */
export async function versionsOf(ledger: Ledger, wanted: string): Promise<Version[]> {
  const held = (await holdingsOf(ledger, askedId(wanted)))
    .map(toStand)
    .sort((a, b) => (a.firstSeen < b.firstSeen ? -1 : 1))
  if (held.length === 0) throw noDocument(wanted)
  const versions: Version[] = []
  let before: Stand | null = null
  for (const stand of held) {
    const changes: VersionChanges | null = before && changesBetween(before.version, stand.version)
    const last = versions.at(-1)
    if (last && changes && isNothing(changes)) {
      versions[versions.length - 1] = { ...last, lastSeen: laterOf(last.lastSeen, stand.lastSeen) }
      continue
    }
    versions.push(toVersion(stand, changes))
    before = stand
  }
  return versions
}

async function holdingsOf(ledger: Ledger, document: DocumentId): Promise<Holding[]> {
  const found: Holding[] = []
  let after = { document, snapshot: "" }
  for (;;) {
    const page = await ledger.holdings({ after, limit: MANY })
    const own = page.filter((holding) => holding.document.id === document)
    found.push(...own)
    if (own.length < MANY) return found
    after = { document, snapshot: own.at(-1)!.snapshot.sha256 }
  }
}

type Stand = Readonly<{ snapshot: string; version: HeldVersion; firstSeen: string; lastSeen: string }>

/** As the newest reader has it. */
function toStand({ snapshot, versions, sightings }: Holding): Stand {
  const seen = sightings.map(({ at }) => at).sort()
  return { snapshot: snapshot.sha256, version: versions.at(-1)!, firstSeen: seen[0]!, lastSeen: seen.at(-1)! }
}

const toVersion = ({ snapshot, version: { reading }, ...seen }: Stand, changes: VersionChanges | null): Version => ({
  snapshot,
  title: reading.title,
  published: reading.published,
  notArticle: reading.notArticle,
  firstSeen: seen.firstSeen,
  lastSeen: seen.lastSeen,
  changes,
})

function changesBetween(before: HeldVersion, after: HeldVersion): VersionChanges {
  const [old, now] = [claimsOf(before), claimsOf(after)]
  const [oldKeys, nowKeys] = [old.map(keyOf), now.map(keyOf)]
  return {
    facts: factChanges(before, after),
    text: findChanges(before.text.value, after.text.value),
    came: now.filter((claim) => !oldKeys.includes(keyOf(claim))),
    gone: old.filter((claim) => !nowKeys.includes(keyOf(claim))),
  }
}

const isNothing = ({ facts, text }: VersionChanges): boolean => facts.length === 0 && text.length === 0

function factChanges(before: HeldVersion, after: HeldVersion): FactChange[] {
  const [old, now] = [factsOf(before), factsOf(after)]
  return VERSION_FACTS.filter((fact) => old[fact] !== now[fact]).map((fact) => ({
    fact,
    before: old[fact],
    after: now[fact],
  }))
}

const factsOf = ({ reading }: HeldVersion): Record<VersionFact, string | null> => ({
  title: reading.title,
  publisher: reading.publisher,
  bylines: reading.bylines.join(", ") || null,
  published: reading.published?.value ?? null,
  modified: reading.modified?.value ?? null,
  article: reading.article ? "yes" : `no: ${reading.notArticle ?? "nothing to read"}`,
})

/** Of the run of the newest model and data. None of a version that is withdrawn. */
function claimsOf({ reading, text, runs }: HeldVersion): WordedClaim[] {
  const [run] = [...runs].sort((a, b) => b.model.version - a.model.version || b.data - a.data)
  return reading.article ? (run?.attributions ?? []).map((claim) => worded(text.value, claim)) : []
}

const worded = (text: string, { source, cue, content }: Attribution): WordedClaim => ({
  source: source && wordsAt(text, source),
  cue: cue && wordsAt(text, cue),
  content: content.map((span) => wordsAt(text, span)).join(" … "),
})

const wordsAt = (...given: Parameters<typeof spanText>): string => spanText(...given).replace(/\s+/g, " ")

const keyOf = ({ source, cue, content }: WordedClaim): string => JSON.stringify([source, cue, content])

const laterOf = (left: string, right: string): string => (left < right ? right : left)
