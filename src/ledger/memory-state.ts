import { type Attribution, type Run, runWithoutParties } from "../model/attribution.ts"
import type { Document, DocumentId, Reading, Sighting } from "../model/document.ts"
import type { LoggedJudgement } from "../model/judgement.ts"
import type { Added, DocumentHead, DocumentRecord, DocumentView, Entry, HeldReading } from "../model/ledger.ts"
import type { Snapshot } from "../model/snapshot.ts"
import type { Text } from "../model/text.ts"
import { byPlace } from "./attribution-place.ts"
import { publishedMoment } from "./moment.ts"

/** What was added, and nothing worked out from it. */
export type State = Readonly<{
  snapshots: Map<string, Snapshot>
  texts: Map<string, Text>
  documents: Map<string, Document>
  readings: Map<string, Reading>
  runs: Map<string, Run>
  sightings: Sighting[]
  judgements: LoggedJudgement[]
}>

/** A document as it stands, with what its text gave. */
export type Standing = Readonly<{
  view: DocumentView
  head: DocumentHead
  text: Text
  run: Run | null
  /** Of the current run, by their place in the text. */
  attributions: readonly Attribution[]
}>

export const emptyState = (): State => ({
  snapshots: new Map(),
  texts: new Map(),
  documents: new Map(),
  readings: new Map(),
  runs: new Map(),
  sightings: [],
  judgements: [],
})

export function addToState(state: State, { snapshot, document, reading, text, sighting, run }: Entry): Added {
  put(state.snapshots, snapshot.sha256, snapshot)
  state.sightings.push(sighting)
  return {
    document: put(state.documents, document.id, document),
    reading: put(state.readings, reading.id, reading),
    text: put(state.texts, text.id, text),
    run: run !== null && (retakeSides(state, run) ? false : put(state.runs, run.id, run)),
  }
}

/** Whether a run is held, be it but for the table of parties: it stays one, and takes the sides of the newer table. */
function retakeSides(state: State, { id, findings }: Run): boolean {
  const held = findSameRun(state, id)
  if (held && held.id !== id && findings.parties !== undefined) {
    state.runs.delete(held.id)
    state.runs.set(id, { ...held, id, findings })
  }
  return held !== null
}

/** The run of that id, else one that differs in the table of parties alone; null when there is neither. */
export function findSameRun({ runs }: State, id: string): Run | null {
  const own = runWithoutParties(id)
  const alike = [...runs.values()].filter((run) => runWithoutParties(run.id) === own)
  return runs.get(id) ?? alike.sort((a, b) => byCodePoints(a.id, b.id)).at(-1) ?? null
}

export function put<Value>(map: Map<string, Value>, id: string, value: Value): boolean {
  if (map.has(id)) return false
  map.set(id, value)
  return true
}

type Compare<Value> = (a: Value, b: Value) => number

/** Strings by their code points, as SQLite compares them; `<` goes by UTF-16 units. */
export const byCodePoints: Compare<string> = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** By the first of the orders that tells two apart. */
export const by =
  <Value>(...orders: readonly Compare<Value>[]): Compare<Value> =>
  (a, b) =>
    orders.map((order) => order(a, b)).find((found) => found !== 0) ?? 0

const momentOf = ({ at }: Sighting): number => Date.parse(at)

export const seenOf = (state: State, document: DocumentId): Sighting[] =>
  state.sightings
    .filter((sighting) => sighting.document === document)
    .sort(
      by(
        (a, b) => momentOf(a) - momentOf(b),
        (a, b) => byCodePoints(a.at, b.at),
        (a, b) => byCodePoints(a.snapshot, b.snapshot),
        (a, b) => byCodePoints(a.url, b.url),
      ),
    )

/** Readings of a document, the current one first. */
function readingsOf(state: State, document: DocumentId, seen: readonly Sighting[]): Reading[] {
  const lastSeen = (reading: Reading): number =>
    Math.max(...seen.filter((sighting) => sighting.snapshot === reading.snapshot).map(momentOf))
  return [...state.readings.values()]
    .filter((reading) => reading.document === document)
    .sort(
      by(
        (a, b) => lastSeen(b) - lastSeen(a),
        (a, b) => byCodePoints(b.snapshot, a.snapshot),
        (a, b) => b.reader - a.reader,
      ),
    )
}

/** `Ledger.held`. */
export const heldOf = (state: State, snapshot: string, url: string): HeldReading[] =>
  [...state.readings.values()]
    .filter((reading) => reading.snapshot === snapshot)
    .map((reading) => ({
      reading,
      runs: [...state.runs.values()].flatMap(({ id, text }) => (text === reading.text ? [id] : [])).sort(),
      seen: seenOf(state, reading.document)
        .filter((sighting) => sighting.snapshot === snapshot && sighting.url === url)
        .map(({ at }) => at),
    }))
    .filter(({ seen }) => seen.length > 0)
    .sort((a, b) => (a.reading.id < b.reading.id ? -1 : 1))

/** The newest run of each anchor of a text, newest by model, then data, then id. */
export function currentRuns(state: State, text: string): Run[] {
  const newest = new Map<string | null, Run>()
  const ordered = [...state.runs.values()]
    .filter((run) => run.text === text)
    .sort(
      by(
        (a, b) => a.model.version - b.model.version,
        (a, b) => a.data - b.data,
        (a, b) => byCodePoints(a.id, b.id),
      ),
    )
  for (const run of ordered) newest.set(run.anchor?.value ?? null, run)
  return [...newest.values()]
}

/** The current run whose times were resolved against the reading's date, else the one of no date; null when there is neither. */
function runOf(state: State, { article, text, published }: Reading): Run | null {
  const runs = article ? currentRuns(state, text) : []
  const dated = published && runs.find(({ anchor }) => anchor?.value === published.value)
  return dated ?? runs.find(({ anchor }) => anchor === null) ?? null
}

export function recordOf(state: State, document: Document): DocumentRecord {
  const seen = seenOf(state, document.id)
  const readings = readingsOf(state, document.id, seen)
  const reading = readings[0]!
  const run = runOf(state, reading)
  const shown = run?.attributions.filter((attribution) => attribution.shown).length ?? 0
  return {
    document,
    reading,
    firstSeen: seen[0]!.at,
    lastSeen: seen.at(-1)!.at,
    sightings: seen.length,
    shown,
    doubtful: (run?.attributions.length ?? 0) - shown,
    attributed: run !== null,
    text: state.texts.get(reading.text)!,
    run,
    readings,
    seen,
  }
}

export function standingOf(state: State, document: Document): Standing {
  const { text, run, readings: _readings, seen: _seen, ...view } = recordOf(state, document)
  const { title, publisher, published } = view.reading
  const head = { id: document.id, url: document.url, title, publisher: publisher ?? document.publisher, published }
  return { view, head, text, run, attributions: byPlace(run?.attributions ?? []) }
}

/** All documents as they stand, by publication date (latest first, undated last), then by id. */
export const standings = (state: State): Standing[] =>
  [...state.documents.values()]
    .map((document) => standingOf(state, document))
    .sort(
      by(
        (a, b) => Number(moment(b) !== null) - Number(moment(a) !== null),
        (a, b) => (moment(b) ?? 0) - (moment(a) ?? 0),
        (a, b) => byCodePoints(a.head.id, b.head.id),
      ),
    )

const moment = ({ head }: Standing): number | null => publishedMoment(head.published)
