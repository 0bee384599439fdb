import { openNames, openRoots, type ReadDocument, type RootedClaim } from "./comparing.ts"
import {
  candidates,
  entitiesOf,
  entitiesOfAll,
  HITS,
  holdingOrMeasuring,
  judgedAcross,
  load,
  sharedTexts,
  withJudged,
} from "./gathering.ts"
import { readNegations } from "./lexicon/negations.ts"
import { loadRelations, type RelationLexicon } from "./lexicon/relations.ts"
import { loadWordCounts } from "./lexicon/word-counts.ts"
import { findAsked, findDocument, findStory, idsOf } from "./looking-up.ts"
import { documentId } from "./model/document.ts"
import { type Judged, toJudged } from "./model/judged.ts"
import { heeding } from "./model/judged-names.ts"
import type { Counts, DocumentHead, DocumentRecord, DocumentView, Entry, Ledger } from "./model/ledger.ts"
import { loadQuestionTables, questionsOf, toClaimDocument, toQuestion } from "./questioning.ts"
import { type Checked, checkClaim, type Question } from "./reconcile/check/check-claim.ts"
import { headOf } from "./reconcile/check/claim-document.ts"
import { type FigureRow, toFigureRows } from "./reconcile/check/figure-rows.ts"
import { findReviews, isReview, type ReviewRow } from "./reconcile/check/find-reviews.ts"
import { mergePeople, type PersonRow } from "./reconcile/check/merge-people.ts"
import { type RelatedLink, type RelatedRow, rankRelated } from "./reconcile/check/rank-related.ts"
import type { RootRow } from "./reconcile/check/root-rows.ts"
import { type StoryRow, sortStories, toStoryRow } from "./reconcile/check/story-rows.ts"
import { toUnread, type Unread } from "./reconcile/check/to-unread.ts"
import { type DisputeRow, holdsWords, sortDisputes } from "./reconcile/disputes/dispute-rows.ts"
import { findDisputes } from "./reconcile/disputes/find-disputes.ts"
import { findIncidents, type Incident } from "./reconcile/incidents/find-incidents.ts"
import type { Claim } from "./reconcile/relations/claim.ts"
import { relate } from "./reconcile/relations/relate.ts"
import { nearestClaims } from "./reconcile/roots/nearest-claims.ts"
import { openStoryKeeper } from "./story-keeper.ts"

/** Questions put to a ledger: its documents, joined with what reconciling makes of them. Nothing is written. */

export type { Checked } from "./reconcile/check/check-claim.ts"
export type { FigureRow } from "./reconcile/check/figure-rows.ts"
export type { ReviewRow } from "./reconcile/check/find-reviews.ts"
export type { PersonRow } from "./reconcile/check/merge-people.ts"
export type { RelatedRow } from "./reconcile/check/rank-related.ts"
export type { RootRow } from "./reconcile/check/root-rows.ts"
export type { StoryRow } from "./reconcile/check/story-rows.ts"
export type { Unread } from "./reconcile/check/to-unread.ts"
export type { DisputeRow } from "./reconcile/disputes/dispute-rows.ts"
export type { Incident } from "./reconcile/incidents/find-incidents.ts"

/** `ledger`: what stands behind the answer; `searched`: documents in it; `compared`: those that were gone through closely. */
export type CheckAnswer = Checked &
  Readonly<{
    questions: readonly string[]
    /** What fact-checkers say of it, likest first. */
    reviews: readonly ReviewRow[]
    readNext: readonly Unread[]
    ledger: Counts
    compared: number
  }>

export type FiguresAnswer = Readonly<{ rows: readonly FigureRow[]; documents: number; ledger: Counts }>
export type StoriesAnswer = Readonly<{ stories: readonly StoryRow[]; ledger: Counts }>
/** `story`: its title and id. `open`: how many figures are of no incident, since no day and no place is named for them. */
export type StoryIncidents = Readonly<{
  story: Pick<StoryRow, "id" | "title">
  incidents: readonly Incident[]
  open: number
}>
export type IncidentsAnswer = Readonly<{ stories: readonly StoryIncidents[]; ledger: Counts }>
export type DisputesAnswer = Readonly<{ disputes: readonly DisputeRow[]; ledger: Counts }>
/** `claims`: those that say what was asked, likest first; `documents`: what their numbers mean. */
export type SourcesAnswer = Readonly<{
  claims: readonly RootedClaim[]
  documents: readonly DocumentHead[]
  ledger: Counts
}>
export type RelatedAnswer = Readonly<{ rows: readonly RelatedRow[]; ledger: Counts }>
export type PeopleAnswer = Readonly<{ rows: readonly PersonRow[]; ledger: Counts }>

export type Asker = Readonly<{
  /** What the ledger's documents say of a headline or a sentence. */
  check(text: string): Promise<CheckAnswer>
  /** The same of a page: of its title, its first sentences, and those with figures. The page itself is left out. */
  checkPage(page: Pick<Entry, "document" | "reading" | "text">): Promise<CheckAnswer>
  /** Where a claim goes back to: outlets, copies, who relays, roots. No claims where fewer than two documents carry it. */
  sources(claim: string): Promise<SourcesAnswer>
  /** Claims of one story that two claimants make against each other; with words: those of which a side holds them all. */
  disputes(words: string): Promise<DisputesAnswer>
  /** What happened, by the figures of a story, or of all stories; stories without an incident are left out. */
  incidents(story: string | null): Promise<IncidentsAnswer>
  /** What else has to do with a document, by its id or address. Rejects with `ask/no-document` when the ledger has none. */
  related(document: string): Promise<RelatedAnswer>
  /** Figures of a story or an incident, by its id, or of the documents that hold all the words; of no words, of all. A row a claimant and figure. */
  figures(about: string): Promise<FiguresAnswer>
  /** The documents by what happened, those of one event together. */
  stories(): Promise<StoriesAnswer>
  /** Persons and organisations of all documents. */
  people(): Promise<PeopleAnswer>
}>

/** Load what asking needs. Throws `lexicon/…` when the tables of the program are damaged. */
export function openAsker(ledger: Ledger): Asker {
  const tables = { ...loadQuestionTables(), counts: loadWordCounts() }
  const negations = readNegations()
  const names = openNames()
  const spelt = (left: string, right: string): number => names(left, right).score
  const judged = async () => toJudged(await ledger.judgements())
  const stories = openStoryKeeper(ledger)
  let rooted: ReturnType<typeof openRoots> | null = null
  let relations: RelationLexicon | null = null
  const ask = (text: string): Question => toQuestion(text, tables)

  /** What claimants are told apart and joined by. */
  const toolsFor = (records: readonly DocumentRecord[], decided: Judged) => ({
    likeness: heeding(decided.names, remembered(spelt)),
    copies: sharedTexts(records, decided),
    counts: tables.counts,
    judged: decided,
  })

  async function answer(questions: readonly Question[], self: string | null): Promise<CheckAnswer> {
    const decided = await judged()
    const found = await candidates(ledger, questions, { counts: tables.counts, self })
    const records = await withJudged(
      ledger,
      found.filter((record) => !isReview(record)),
      { judged: decided, self },
    )
    const reviews = findReviews(questions, found, tables.counts)
    const documents = records.map((record) => toClaimDocument(record, tables, decided))
    const checked = checkClaim(questions, documents, { ...toolsFor(records, decided), negations })
    const readNext = await notHeld(ledger, toUnread(checked))
    const texts = questions.map(({ text }) => text)
    return { questions: texts, ...checked, reviews, readNext, ledger: await ledger.counts(), compared: records.length }
  }

  return {
    check: (text) => answer([ask(text)], null),
    checkPage: (page) => answer(questionsOf(page, tables).map(ask), page.document.id),
    async figures(about) {
      const asked = await findAsked(ledger, stories, about.trim())
      const words = asked ? "" : about
      const records = asked?.records ?? (await holdingOrMeasuring(ledger, words))
      const decided = await judged()
      const documents = records.map((record) => toClaimDocument(record, tables, decided))
      const rows = toFigureRows(documents, { ...toolsFor(records, decided), words, only: asked?.only })
      return { rows, documents: records.length, ledger: await ledger.counts() }
    },
    async sources(claim) {
      const found = await candidates(ledger, [{ text: claim }], { counts: tables.counts, self: null })
      const decided = await judged()
      const records = await withJudged(
        ledger,
        found.filter((record) => !isReview(record)),
        { judged: decided },
      )
      const texts = records.map(toReadDocument)
      rooted ??= openRoots()
      const claims = nearestClaims(claim, rooted(texts, decided), texts)
      return { claims, documents: records.map(headOf), ledger: await ledger.counts() }
    },
    async disputes(words) {
      const decided = await judged()
      relations ??= loadRelations()
      const tools = { negations, relate: (...two: TwoClaims) => relate(...two, relations!) }
      const rows: DisputeRow[] = []
      const among = (views: readonly DocumentView[], records: readonly DocumentRecord[]): DisputeRow[] => {
        const documents = records.map((record) => toClaimDocument(record, tables, decided))
        const { id, title } = toStoryRow(views)
        const found = findDisputes(documents, { ...tools, ...toolsFor(records, decided) })
        return found.map((one) => ({ ...one, story: { id, title } }))
      }
      const all = await stories()
      for (const views of all) rows.push(...among(views, await load(ledger, idsOf(views))))
      // People may have set two claims of two stories against each other; the first one's story stands for both.
      for (const { ids, story } of await judgedAcross(ledger, all, decided)) {
        rows.push(...among(story, await load(ledger, ids)).filter((row) => row.judged))
      }
      const asked = rows.filter((one) => holdsWords(one, words))
      return { disputes: sortDisputes(asked), ledger: await ledger.counts() }
    },
    async stories() {
      return { stories: sortStories((await stories()).map(toStoryRow)), ledger: await ledger.counts() }
    },
    async incidents(story) {
      const found: StoryIncidents[] = []
      for (const views of story === null ? await stories() : [await findStory(stories, story)]) {
        const { incidents, open } = findIncidents(await load(ledger, idsOf(views)))
        const { id, title } = toStoryRow(views)
        if (incidents.length > 0 || story !== null) found.push({ story: { id, title }, incidents, open: open.length })
      }
      found.sort((a, b) => b.incidents.length - a.incidents.length || (a.story.id < b.story.id ? -1 : 1))
      return { stories: found, ledger: await ledger.counts() }
    },
    async related(asked) {
      const record = await findDocument(ledger, asked.trim())
      const self = record.document.id
      const mates = (await stories()).find((views) => idsOf(views).includes(self)) ?? []
      const { roots, against, others } = await answer(questionsOf(record, tables).map(ask), self)
      const decided = await judged()
      const links = [
        ...(await copyLinks(ledger, self, decided)),
        ...mates.map((view): RelatedLink => ({ document: headOf(view), kind: "story", why: "Same story" })),
        ...[...roots, ...against, ...others].flatMap(claimLinks),
        ...(await claimantLinks(ledger, record, decided)),
      ]
      const rows = rankRelated(links.filter(({ document }) => document.id !== self))
      return { rows, ledger: await ledger.counts() }
    },
    async people() {
      const decided = await judged()
      const rows = mergePeople(await entitiesOfAll(ledger, decided), spelt, decided.names)
      return { rows, ledger: await ledger.counts() }
    },
  }
}

type TwoClaims = [left: Claim, right: Claim]

const toReadDocument = ({ document, reading, text, run }: DocumentRecord): ReadDocument => ({
  id: document.id,
  url: document.url,
  publisher: reading.publisher ?? document.publisher,
  published: reading.published,
  text,
  run,
})

/** Those whose address is none of a document of the ledger. */
async function notHeld(ledger: Ledger, unread: readonly Unread[]): Promise<Unread[]> {
  const kept: Unread[] = []
  for (const one of unread) {
    const held = one.url !== null && (await ledger.document(documentId({ url: one.url, publisher: null, file: "" })))
    if (!held) kept.push(one)
  }
  return kept
}

const claimLinks = ({ root, against, prints }: RootRow): RelatedLink[] =>
  prints.map(({ document }) => {
    const why = against ? `Against a claim of it, by ${root}: ${against}` : `Same claim, by ${root}`
    return { document, kind: "claim", why }
  })

/** Documents of which people judged who took the text from whom. */
async function copyLinks(ledger: Ledger, self: string, { copies }: Judged): Promise<RelatedLink[]> {
  const others = copies.pairs.flatMap(([one, other]) => (one === self ? [other] : other === self ? [one] : []))
  return (await load(ledger, others)).flatMap((record): RelatedLink[] => {
    const { from, by } = copies.on(record.document.id, self)!
    const said = { left: "Its origin", right: "A copy of it", third: "Of one origin with it", neither: null }[from]
    return said === null ? [] : [{ document: headOf(record), kind: "copy", why: `${said}, as ${by} judged` }]
  })
}

/** So many of those who speak in a document are looked for in others, those with most claims first. */
const CLAIMANTS = 5

async function claimantLinks(ledger: Ledger, record: DocumentRecord, judged: Judged): Promise<RelatedLink[]> {
  const speaking = entitiesOf(record, judged).filter(({ claims, name }) => claims > 0 && /\p{Lu}/u.test(name))
  const most = speaking.sort((a, b) => b.claims - a.claims || (a.name < b.name ? -1 : 1)).slice(0, CLAIMANTS)
  const found = most.map(async ({ name }) => {
    const views = await ledger.attributions({ source: name, limit: HITS })
    return views.map(({ document }): RelatedLink => ({ document, kind: "claimant", why: `${name} speaks in both` }))
  })
  return (await Promise.all(found)).flat()
}

type Likeness = (left: string, right: string) => number

/** The same, each pair worked out once: an answer asks for the same names again and again. */
function remembered(likeness: Likeness): Likeness {
  const known = new Map<string, number>()
  return (left, right) => {
    const pair = `${left}\0${right}`
    const score = known.get(pair) ?? likeness(left, right)
    known.set(pair, score)
    return score
  }
}
