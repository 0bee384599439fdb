import type { Attribution } from "../model/attribution.ts"
import type { AttributionQuery, AttributionView, Counts, DocumentView, Ledger, Page, Problem } from "../model/ledger.ts"
import { spanText } from "../model/span.ts"
import { type Standpoint, toAttributionView } from "./attribution-view.ts"
import { chained } from "./chain.ts"
import {
  checkEntry,
  checkHolding,
  checkJudgement,
  documentProblems,
  readingProblems,
  runProblems,
  snapshotProblems,
  textProblems,
} from "./check.ts"
import { contentWords } from "./content-words.ts"
import { holdingsOf, mergeIntoState } from "./memory-holdings.ts"
import { searchState } from "./memory-search.ts"
import { sourcesOfState } from "./memory-sources.ts"
import {
  addToState,
  by,
  byCodePoints,
  emptyState,
  heldOf,
  recordOf,
  type Standing,
  type State,
  standings,
} from "./memory-state.ts"
import { toPage } from "./page.ts"
import { sourceKey } from "./source-form.ts"
import { storable } from "./storable.ts"
import { closed } from "./store.ts"
import { queryWords, wordsOf } from "./words.ts"

/**
 * A ledger that is gone with the process: for tests and for reading without keeping. Every answer is
 * worked out anew from what was added, so it is slow beyond some hundred documents.
 */
export function memoryLedger(): Ledger {
  const state = emptyState()
  let isOpen = true
  const ask = async <Answer>(work: () => Answer): Promise<Answer> => {
    if (!isOpen) throw closed("the ledger in memory")
    // A copy: what a caller does with an answer must not reach the records.
    return structuredClone(work())
  }
  return {
    add: (given) =>
      ask(() => {
        const entry = storable(given)
        checkEntry(entry)
        return addToState(state, entry)
      }),
    holdings: (page = {}) => ask(() => holdingsOf(state, page)),
    merge: (given, { dryRun = false } = {}) =>
      ask(() => {
        const holding = storable(given)
        checkHolding(holding)
        return mergeIntoState(state, holding, dryRun)
      }),
    judge: (given, origin = null) =>
      ask(() => {
        const judgement = storable(given)
        checkJudgement(judgement, origin)
        const held = origin && state.judgements.find((one) => (one.origin ?? one).hash === origin.hash)
        if (held) return held
        const logged = chained({ ...judgement, origin: structuredClone(origin) }, state.judgements.at(-1) ?? null)
        state.judgements.push(logged)
        return logged
      }),
    judgements: () => ask(() => state.judgements),
    counts: () => ask(() => countsOf(standings(state))),
    documents: (page = {}) => ask(() => documentsOf(state, page)),
    document: (id) =>
      ask(() => {
        const document = state.documents.get(id)
        return document ? recordOf(state, document) : null
      }),
    attributions: (query = {}) => ask(() => attributionsOf(state, query)),
    attribution: (id) =>
      ask(() => attributionsOf(state, { limit: Number.MAX_SAFE_INTEGER }).filter((view) => view.attribution.id === id)),
    sources: (page = {}) => ask(() => sourcesOfState(state, page)),
    search: (words, page = {}) => ask(() => searchState(state, words, page)),
    snapshot: (sha256) => ask(() => state.snapshots.get(sha256) ?? null),
    held: (snapshot, url) => ask(() => heldOf(state, snapshot, url)),
    verify: () => ask(() => problemsOf(state)),
    close: async () => {
      isOpen = false
    },
  }
}

const countsOf = (all: readonly Standing[]): Counts => ({
  documents: all.length,
  attributed: all.filter(({ run }) => run !== null).length,
  shown: all.reduce((sum, { view }) => sum + view.shown, 0),
  doubtful: all.reduce((sum, { view }) => sum + view.doubtful, 0),
})

function documentsOf(state: State, page: Page): DocumentView[] {
  const { limit, offset } = toPage(page)
  return standings(state)
    .map(({ view }) => view)
    .sort(
      by(
        (a, b) => Date.parse(b.lastSeen) - Date.parse(a.lastSeen),
        (a, b) => byCodePoints(a.document.id, b.document.id),
      ),
    )
    .slice(offset, offset + limit)
}

function attributionsOf(state: State, query: AttributionQuery): AttributionView[] {
  const words = query.words === undefined ? null : queryWords(query.words)
  if (words?.length === 0) return []
  const { limit, offset } = toPage(query)
  const matching = standings(state)
    .filter(({ head }) => query.document === undefined || head.id === query.document)
    .flatMap((standing) =>
      standing.attributions
        .filter((attribution) => isAskedFor(attribution, standing.text.value, { ...query, words }))
        .map((attribution) => toAttributionView(attribution, standpointOf(standing))),
    )
  return matching.slice(offset, offset + limit)
}

const standpointOf = ({ head, text, run }: Standing): Standpoint => ({
  document: head,
  text: text.value,
  entities: run?.findings.entities ?? [],
})

type Asked = Omit<AttributionQuery, "words"> & Readonly<{ words: readonly string[] | null }>

function isAskedFor(attribution: Attribution, text: string, { words, source, act, shownOnly }: Asked): boolean {
  if (shownOnly && !attribution.shown) return false
  if (act !== undefined && attribution.act !== act) return false
  const key = attribution.source ? sourceKey(spanText(text, attribution.source)) : ""
  if (source !== undefined && (key === "" || !key.includes(sourceKey(source)))) return false
  if (words === null) return true
  const there = new Set([...wordsOf(contentWords(text, attribution))].map(({ folded }) => folded))
  return words.every((word) => there.has(word))
}

const problemsOf = ({ snapshots, texts, documents, readings, runs }: State): Problem[] => [
  ...[...snapshots.values()].flatMap(snapshotProblems),
  ...[...texts.values()].flatMap(textProblems),
  ...[...documents.values()].flatMap(documentProblems),
  ...[...readings.values()].flatMap(readingProblems),
  ...[...runs.values()].flatMap((run) => runProblems(run, texts.get(run.text)?.value ?? "")),
]
