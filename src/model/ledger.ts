import type { Act, Attribution, AttributionId, Run, RunId } from "./attribution.ts"
import type { PublishedDate } from "./date.ts"
import type { Document, DocumentId, Reading, Sighting } from "./document.ts"
import type { Entity } from "./entity.ts"
import type { Judgement, LoggedJudgement, Origin } from "./judgement.ts"
import type { Snapshot } from "./snapshot.ts"
import type { Text } from "./text.ts"

/** All that reading one input gave. `run` is null when nothing was attributed (no article, another language). */
export type Entry = Readonly<{
  snapshot: Snapshot
  document: Document
  reading: Reading
  text: Text
  sighting: Sighting
  run: Run | null
}>

/** What of an entry the ledger did not hold before. A sighting is always added. */
export type Added = Readonly<{ document: boolean; reading: boolean; text: boolean; run: boolean }>

/**
 * A document as it stands now. Current is the reading of the snapshot last seen, by the newest reader; its current
 * run is, among those of its text whose times were resolved against its date (else among those of no date), the one of
 * the newest model (`version`), then of the newest data.
 */
export type DocumentView = Readonly<{
  document: Document
  reading: Reading
  /** Earliest and latest sighting, ISO 8601 in UTC. */
  firstSeen: string
  lastSeen: string
  sightings: number
  /** Attributions of the current run; both 0 when there is none. */
  shown: number
  doubtful: number
  /** Whether attributions were read at all. */
  attributed: boolean
}>

export type DocumentRecord = DocumentView &
  Readonly<{ text: Text; run: Run | null; readings: readonly Reading[]; seen: readonly Sighting[] }>

/** The head of a document, to stand beside something that was found in it. */
export type DocumentHead = Readonly<{
  id: DocumentId
  url: string | null
  title: string | null
  publisher: string | null
  published: PublishedDate | null
}>

/** Whom a source's words stand for. */
export type SpeakerView = Pick<Entity, "name" | "kind" | "roles">

/** An attribution of a document's current run, with its words. */
export type AttributionView = Readonly<{
  attribution: Attribution
  document: DocumentHead
  /** Of `attribution.speaker` and `attribution.onBehalfOf`; null where these are. */
  speaker: SpeakerView | null
  onBehalfOf: SpeakerView | null
  sourceText: string | null
  cueText: string | null
  /** One a span of `attribution.content`. */
  contentText: readonly string[]
}>

export type AttributionQuery = Readonly<{
  /** Words that must all stand in the content (full-text); absent: any. */
  words?: string
  /** Part of the source's words, whatever the case. */
  source?: string
  act?: Act
  document?: DocumentId
  /** Only those in the part that is right nine times in ten. Default: all. */
  shownOnly?: boolean
  /** Default 100. */
  limit?: number
  /** How many to pass over. Default 0. */
  offset?: number
}>

/** One source as printed (white space folded), over all documents. Letter case tells none apart. */
export type SourceView = Readonly<{
  source: string
  attributions: number
  shown: number
  documents: number
  publishers: readonly string[]
}>

export type Page = Readonly<{ limit?: number; offset?: number }>
export type HoldingPage = Readonly<{ after?: HoldingKey; limit?: number }>

/** A place where searched words stand: in a document's text, or in the content of an attribution. */
export type Found = Readonly<{
  document: DocumentHead
  attribution: AttributionId | null
  /** A part of the text around the first hit. */
  excerpt: string
}>

/** What stands behind every answer. `documents` counts those in the ledger, `attributed` those that were read for attributions. */
export type Counts = Readonly<{ documents: number; attributed: number; shown: number; doubtful: number }>

/** What the ledger holds of a snapshot that was seen somewhere. */
export type HeldReading = Readonly<{
  reading: Reading
  /** Of the reading's text. */
  runs: readonly RunId[]
  /** When it was seen there, as the sightings say it. */
  seen: readonly string[]
}>

/** One snapshot as the one document that was read from it. */
export type HoldingKey = Readonly<{ document: DocumentId; snapshot: string }>

/** What one version of the reader made of a snapshot, and the runs of its text. */
export type HeldVersion = Readonly<{
  reading: Reading
  text: Text
  /** By id. */
  runs: readonly Run[]
}>

/**
 * All that the ledger holds of one snapshot of one document. A text that stands in several holdings comes with its runs in
 * each: every holding can be understood, and added elsewhere, without the others.
 */
export type Holding = Readonly<{
  document: Document
  snapshot: Snapshot
  /** By reader. */
  versions: readonly HeldVersion[]
  /** By time, then as written, then by address. */
  sightings: readonly Sighting[]
}>

/** Two records of one id that say different things; `fields`: in which. */
export type Clash = Readonly<{
  kind: "document" | "reading" | "run"
  id: string
  fields: readonly string[]
}>

/** What of a holding the ledger did not hold before. Where something clashes nothing is added, and the numbers are 0. */
export type Merged = Readonly<{
  documents: number
  readings: number
  texts: number
  runs: number
  sightings: number
  clashes: readonly Clash[]
}>

/** Something in the ledger that is not as it must be. */
export type Problem = Readonly<{ code: string; what: string; where: string }>

/**
 * The ledger's one interface; every store behind it passes test/ledger/contract.ts.
 * Lists come back empty when there is nothing, single things null. All reject with
 * `CounterclaimError` when the store is unreadable, read-only, full or of a newer version.
 */
export interface Ledger {
  /** Add all of an entry or nothing of it. What is known already is left as it is. */
  add(entry: Entry): Promise<Added>
  /**
   * Everything, in the order of the documents' ids, then of the snapshots' (by code points), from behind a key on.
   * Default limit 100.
   */
  holdings(page?: HoldingPage): Promise<readonly Holding[]>
  /**
   * Add what of another ledger's holding is not held yet, or nothing of it. However often it is done, a sighting stands
   * here as many times as in the one of the two that has it more often. Records of one id that say different things are
   * told as clashes; a document's publisher is left as it is. `dryRun`: only tell what would be added.
   */
  merge(holding: Holding, options?: Readonly<{ dryRun?: boolean }>): Promise<Merged>
  /**
   * Judgements are numbered and chained on the way in. One that is taken over says where it stood; it is given back as it
   * is when it was made here or was taken over before.
   */
  judge(judgement: Judgement, origin?: Origin | null): Promise<LoggedJudgement>
  /** In the order of their numbers. */
  judgements(): Promise<readonly LoggedJudgement[]>
  counts(): Promise<Counts>
  /** Last seen first, then by id. */
  documents(page?: Page): Promise<readonly DocumentView[]>
  document(id: DocumentId): Promise<DocumentRecord | null>
  /** By publication date (latest first, undated last), then document, then place in the text. */
  attributions(query?: AttributionQuery): Promise<readonly AttributionView[]>
  /** One row a document whose current run holds it; an attribution of an older run gives none. */
  attribution(id: AttributionId): Promise<readonly AttributionView[]>
  /** Most documents first, then most attributions, then by name. */
  sources(page?: Page): Promise<readonly SourceView[]>
  /** Best match first. The words are plain words: nothing in them is an operator. */
  search(words: string, page?: Page): Promise<readonly Found[]>
  snapshot(sha256: string): Promise<Snapshot | null>
  /** What is held of a snapshot as seen at an address or in a file (`Sighting.url`), by reading id. */
  held(snapshot: string, url: string): Promise<readonly HeldReading[]>
  /** Hashes, spans, chains and references checked; empty when all is well. */
  verify(): Promise<readonly Problem[]>
  close(): Promise<void>
}
