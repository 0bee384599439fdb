export type {
  NameComparison,
  ReadDocument,
  RelatedSide,
  Relation,
  StoryDocument,
  StoryIds,
  StoryIndex,
  StoryJudgement,
} from "./comparing.ts"
export { openNames, openRelations, openRoots, openStories, openStoryIndex } from "./comparing.ts"
export type { WordCounts } from "./lexicon/word-counts.ts"
export { loadWordCounts } from "./lexicon/word-counts.ts"
/** The public names of Counterclaim. */

export { readBlockModel } from "./clean/block-model.ts"
export type { Trees } from "./clean/trees.ts"
export type { Act, Attribution, AttributionId, QuotationKind, Run } from "./model/attribution.ts"
export { ACTS, QUOTATION_KINDS } from "./model/attribution.ts"
export type { DatePrecision, PublishedDate } from "./model/date.ts"
export { parseDate } from "./model/date.ts"
export type { Document, Reading, Removed, Sighting } from "./model/document.ts"
export type { ModelVersion } from "./model/encoding.ts"
export { CounterclaimError } from "./model/error.ts"
export type { Judgement, LoggedJudgement } from "./model/judgement.ts"
export type * from "./model/ledger.ts"
export type { Snapshot } from "./model/snapshot.ts"
export { toSnapshot } from "./model/snapshot.ts"
export type { Span } from "./model/span.ts"
export { spanText } from "./model/span.ts"
export type { Text } from "./model/text.ts"
export { toText } from "./model/text.ts"
export type { InputName, Pipeline, ReadOptions } from "./pipeline.ts"
export { cleanOnly, copiesAmong, isReadable, openPipeline } from "./pipeline.ts"
export type { ClaimMatch, ClaimText } from "./reconcile/check/match-claims.ts"
export { openClaims } from "./reconcile/check/match-claims.ts"
export type { CarriedClaim } from "./reconcile/claims/find-claims.ts"
export { findClaims } from "./reconcile/claims/find-claims.ts"
export type { StatedText, Statement } from "./reconcile/claims/statement.ts"
export type { Carrier } from "./reconcile/claims/statement-index.ts"
export type { SharedPassage } from "./reconcile/copies/align.ts"
export type { Reuse, Sides } from "./reconcile/copies/compare.ts"
export { compare } from "./reconcile/copies/compare.ts"
export type { Candidate, CopyIndex, CopyIndexOptions } from "./reconcile/copies/copy-index.ts"
export { openCopyIndex } from "./reconcile/copies/copy-index.ts"
export type { Derived } from "./reconcile/copies/derived.ts"
export type { Direction, Printed } from "./reconcile/copies/direct.ts"
export type { CopyDocument, CopyPair } from "./reconcile/copies/find-copies.ts"
export type { Fingerprint } from "./reconcile/copies/fingerprint.ts"
export { fingerprint } from "./reconcile/copies/fingerprint.ts"
export type { Claimant, ClaimantKind } from "./reconcile/roots/claimant.ts"
export type { RootAppearance, RootDocument, RootedClaim, RootTables } from "./reconcile/roots/find-roots.ts"
export { findRoots } from "./reconcile/roots/find-roots.ts"
export type { CopyLink } from "./reconcile/roots/groups.ts"
export type { RootBranch } from "./reconcile/roots/root-tree.ts"
