import { openNames, openStoryIndex } from "./comparing.ts"
import { copiesOf, entitiesOfAll, load, sharedTexts } from "./gathering.ts"
import { readNegations } from "./lexicon/negations.ts"
import { loadRelations } from "./lexicon/relations.ts"
import { loadStoryWeights } from "./lexicon/story-weights.ts"
import { loadWordCounts } from "./lexicon/word-counts.ts"
import { type Judged, toJudged } from "./model/judged.ts"
import { heeding } from "./model/judged-names.ts"
import { latestJudgements, subjectKey } from "./model/latest-judgements.ts"
import type { DocumentHead, DocumentRecord, DocumentView, Ledger } from "./model/ledger.ts"
import { loadQuestionTables, toClaimDocument } from "./questioning.ts"
import { headOf } from "./reconcile/check/claim-document.ts"
import { type NameSuggestion, suggestNames } from "./reconcile/check/suggest-names.ts"
import { openStoryReview } from "./reconcile/judged/open-story-review.ts"
import { type ClaimSuggestion, suggestClaims } from "./reconcile/judged/suggest-claims.ts"
import { type CopyQuestion, suggestCopies } from "./reconcile/judged/suggest-copies.ts"
import type { StoryPair } from "./reconcile/judged/suggest-stories.ts"
import type { Claim } from "./reconcile/relations/claim.ts"
import { relate } from "./reconcile/relations/relate.ts"
import { articlesOf, openStoryKeeper, storyJudgements, toStoryDocument } from "./story-keeper.ts"

/** What of a ledger a person should look at: links of which the program is least sure. Nothing is written. */

export type { NameSuggestion } from "./reconcile/check/suggest-names.ts"
export type { ClaimSuggestion } from "./reconcile/judged/suggest-claims.ts"

export const SUGGESTED = ["names", "claims", "stories", "copies"] as const
export type Suggested = (typeof SUGGESTED)[number]

export type StorySuggestion = Omit<StoryPair, "left" | "right"> & Readonly<{ left: DocumentHead; right: DocumentHead }>

export type CopySuggestion = Omit<CopyQuestion, "left" | "right"> &
  Readonly<{ left: DocumentHead; right: DocumentHead }>

export type Suggestion =
  | (Readonly<{ about: "names" }> & NameSuggestion)
  | (Readonly<{ about: "claims" }> & ClaimSuggestion)
  | (Readonly<{ about: "stories" }> & StorySuggestion)
  | (Readonly<{ about: "copies" }> & CopySuggestion)

/**
 * Links that nobody has judged and that could as well be as not be, most doubtful first; `kinds` in the order of
 * `SUGGESTED`. Names of persons and organisations; claims of one story; stories; who took a text from whom, within a
 * story. Empty when nothing is in doubt.
 */
export async function suggestLinks(ledger: Ledger, kinds: readonly Suggested[] = SUGGESTED): Promise<Suggestion[]> {
  const judged = toJudged(await ledger.judgements())
  const asked = { ledger, judged, likeness: openLikeness() }
  const found: Suggestion[] = []
  if (kinds.includes("names")) found.push(...(await namesIn(asked)))
  if (kinds.includes("claims")) found.push(...(await claimsIn(asked)))
  if (kinds.includes("stories")) found.push(...(await storiesIn(ledger)))
  if (kinds.includes("copies")) found.push(...(await copiesIn(asked)))
  return found
}

type Asked = Readonly<{ ledger: Ledger; judged: Judged; likeness: (left: string, right: string) => number }>

function openLikeness() {
  const names = openNames()
  return (left: string, right: string): number => names(left, right).score
}

async function namesIn({ ledger, judged, likeness }: Asked): Promise<Suggestion[]> {
  const found = suggestNames(await entitiesOfAll(ledger, judged), likeness, judged.names)
  return found.map((suggestion) => ({ about: "names", ...suggestion }))
}

async function claimsIn({ ledger, judged, likeness }: Asked): Promise<Suggestion[]> {
  const tables = loadQuestionTables()
  const relations = loadRelations()
  const tools = {
    likeness: heeding(judged.names, likeness),
    negations: readNegations(),
    counts: loadWordCounts(),
    relate: (left: Claim, right: Claim) => relate(left, right, relations),
    judged,
  }
  const found: ClaimSuggestion[] = []
  for (const views of await openStoryKeeper(ledger)()) {
    const records = await load(
      ledger,
      views.map(({ document }) => document.id),
    )
    const documents = records.map((record) => toClaimDocument(record, tables, judged))
    found.push(...suggestClaims(documents, { ...tools, copies: sharedTexts(records, judged) }))
  }
  const doubt = ({ question, likeness: alike, score }: ClaimSuggestion) =>
    question === "one claim" ? Math.abs(alike - 0.6) : (score ?? 0)
  const sorted = found.sort((a, b) =>
    a.question === b.question ? doubt(a) - doubt(b) : a.question < b.question ? 1 : -1,
  )
  return sorted.map((suggestion) => ({ about: "claims", ...suggestion }))
}

/** Documents are read by date and forgotten where no later one can touch them: memory does not grow with the ledger. */
async function storiesIn(ledger: Ledger): Promise<Suggestion[]> {
  const decided = new Set(latestJudgements(await ledger.judgements()).map(subjectKey))
  const isJudged = (left: string, right: string): boolean => decided.has(subjectKey({ left, right }))
  const index = openStoryIndex(undefined, await storyJudgements(ledger))
  const review = openStoryReview(index, { weights: loadStoryWeights(), isJudged })
  for (const { document } of await articlesOf(ledger)) {
    const [record] = await load(ledger, [document.id])
    if (record) review.add(document.id, toStoryDocument(record))
  }
  const found: Suggestion[] = []
  for (const { left, right, ...rest } of review.finish()) {
    const [one, other] = await load(ledger, [left, right])
    found.push({ about: "stories", ...rest, left: headOf(one!), right: headOf(other!) })
  }
  return found
}

/** Copies are of one story, or they are found nowhere: a text that is taken over is about the same. */
async function copiesIn({ ledger, judged }: Asked): Promise<Suggestion[]> {
  const found: CopySuggestion[] = []
  for (const views of await openStoryKeeper(ledger)()) found.push(...(await undetermined(ledger, views, judged)))
  const share = ({ containment }: CopySuggestion): number => Math.max(containment.left, containment.right)
  return found.sort((a, b) => share(b) - share(a)).map((suggestion) => ({ about: "copies", ...suggestion }))
}

async function undetermined(ledger: Ledger, views: readonly DocumentView[], judged: Judged): Promise<CopySuggestion[]> {
  if (views.length < 2) return []
  const records = await load(
    ledger,
    views.map(({ document }) => document.id),
  )
  // By the day of print, or else of being seen; the earlier one is asked about as the origin.
  const key = ({ reading, firstSeen, document }: DocumentRecord): string =>
    `${(reading.published?.value ?? firstSeen).slice(0, 10)} ${firstSeen} ${document.id}`
  records.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const printed = records.map(({ document, text }) => ({ id: document.id, text: text.value }))
  return suggestCopies([...copiesOf(records)], printed, judged.copies).map(({ left, right, ...rest }) => ({
    ...{ ...rest, left: headOf(records[left]!), right: headOf(records[right]!) },
  }))
}
