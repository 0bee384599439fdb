import type { Holding, HoldingPage, Merged } from "../model/ledger.ts"
import { documentClash, missingSightings, readingClash, runClash, uniqueById } from "./clash.ts"
import { by, byCodePoints, findSameRun, put, type State, seenOf } from "./memory-state.ts"
import { toPage } from "./page.ts"

/** `Ledger.holdings`. */
export function holdingsOf(state: State, { after, limit }: HoldingPage): Holding[] {
  const keys = [...state.readings.values()].map(({ document, snapshot }) => `${document} ${snapshot}`)
  const last = after ? `${after.document} ${after.snapshot}` : ""
  return [...new Set(keys)]
    .filter((key) => byCodePoints(key, last) > 0)
    .sort(byCodePoints)
    .slice(0, toPage({ limit: limit ?? 100 }).limit)
    .map((key) => key.split(" ") as [string, string])
    .map(([document, snapshot]) => holdingOf(state, document, snapshot))
}

function holdingOf(state: State, document: string, snapshot: string): Holding {
  const readings = [...state.readings.values()].filter((one) => one.document === document && one.snapshot === snapshot)
  const runs = [...state.runs.values()].sort(by((a, b) => byCodePoints(a.id, b.id)))
  return {
    document: state.documents.get(document)!,
    snapshot: state.snapshots.get(snapshot)!,
    versions: readings
      .sort((a, b) => a.reader - b.reader)
      .map((reading) => ({
        reading,
        text: state.texts.get(reading.text)!,
        runs: runs.filter(({ text }) => text === reading.text),
      })),
    sightings: seenOf(state, document).filter((one) => one.snapshot === snapshot),
  }
}

/** `Ledger.merge` of a checked holding. */
export function mergeIntoState(state: State, holding: Holding, dryRun: boolean): Merged {
  const { document, snapshot, versions, sightings } = holding
  const runs = uniqueById(versions.flatMap((version) => version.runs))
  const clashes = [
    documentClash(state.documents.get(document.id) ?? null, document),
    ...versions.map(({ reading }) => readingClash(state.readings.get(reading.id) ?? null, reading)),
    ...runs.map((run) => runClash(findSameRun(state, run.id), run)),
  ].filter((clash) => clash !== null)
  const nothing = { documents: 0, readings: 0, texts: 0, runs: 0, sightings: 0, clashes }
  if (clashes.length > 0) return nothing
  const held = state.sightings.filter((one) => one.document === document.id && one.snapshot === snapshot.sha256)
  const seen = missingSightings(held, sightings)
  const target = dryRun ? copyOf(state) : state
  put(target.snapshots, snapshot.sha256, snapshot)
  target.sightings.push(...seen)
  return {
    documents: Number(put(target.documents, document.id, document)),
    readings: count(versions, ({ reading }) => put(target.readings, reading.id, reading)),
    texts: count(versions, ({ text }) => put(target.texts, text.id, text)),
    runs: count(runs, (run) => put(target.runs, run.id, run)),
    sightings: seen.length,
    clashes,
  }
}

const count = <Item>(items: readonly Item[], isNew: (item: Item) => boolean): number => items.filter(isNew).length

const copyOf = (state: State): State => ({
  snapshots: new Map(state.snapshots),
  texts: new Map(state.texts),
  documents: new Map(state.documents),
  readings: new Map(state.readings),
  runs: new Map(state.runs),
  sightings: [...state.sightings],
  judgements: state.judgements,
})
