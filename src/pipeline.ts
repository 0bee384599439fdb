import { analyse, findParagraphs } from "./analyse/analyse.ts"
import { findSentences } from "./analyse/sentences.ts"
import { attribute } from "./attribute/attribute.ts"
import { doubtfulActs } from "./attribute/doubtful-acts.ts"
import { clean, READER_VERSION } from "./clean/clean.ts"
import type { Trees } from "./clean/trees.ts"
import { findTimes } from "./date/find-times.ts"
import { timesOfClaim } from "./date/said.ts"
import { type ActReader, openActReader } from "./encode/act-reader.ts"
import type { Encoder } from "./encode/encoder.ts"
import { openEncoder } from "./encode/encoder.ts"
import type { RowFacts } from "./fetch/table/table.ts"
import { identify } from "./identify/identify.ts"
import { loadAbbreviations } from "./lexicon/abbreviations.ts"
import { type ActWeights, loadActWeights } from "./lexicon/act-weights.ts"
import { readAgencies } from "./lexicon/agencies.ts"
import { type CarryLexicon, loadCarry } from "./lexicon/carry.ts"
import { readCredits } from "./lexicon/credits.ts"
import { type CueLexicon, loadCues } from "./lexicon/cues.ts"
import { dataPath } from "./lexicon/data.ts"
import { type EvidenceLexicon, loadEvidence } from "./lexicon/evidence.ts"
import { NO_TABLE, type PartyTable, readParties } from "./lexicon/parties.ts"
import { loadPlaces, type PlaceLexicon } from "./lexicon/places.ts"
import { loadQuantities, type QuantityLexicon } from "./lexicon/quantities.ts"
import { loadSpeakers, type SpeakerLexicon } from "./lexicon/speakers.ts"
import { loadTimes, type TimeLexicon } from "./lexicon/times.ts"
import { DATA_VERSION } from "./lexicon/version.ts"
import { findPlaces } from "./locate/find-places.ts"
import type { Analysis } from "./model/analysis.ts"
import type { Attribution, Run } from "./model/attribution.ts"
import { type RunId, runId, runWithoutParties } from "./model/attribution.ts"
import type { PublishedDate } from "./model/date.ts"
import type { Reading } from "./model/document.ts"
import type { ModelVersion } from "./model/encoding.ts"
import { CounterclaimError } from "./model/error.ts"
import type { Figure } from "./model/figure.ts"
import type { Entry, HeldReading } from "./model/ledger.ts"
import type { Snapshot } from "./model/snapshot.ts"
import type { Span } from "./model/span.ts"
import type { Text } from "./model/text.ts"
import type { TimeExpression } from "./model/time.ts"
import { findFigures } from "./quantify/find-figures.ts"
import { type CopyDocument, type CopyOptions, type CopyPair, findCopies } from "./reconcile/copies/find-copies.ts"
import { findEvidence } from "./substantiate/find-evidence.ts"

export type { CopyDocument, CopyOptions, CopyPair } from "./reconcile/copies/find-copies.ts"

/**
 * `file` as the user gave it; `place`: the absolute path or the address, which tells documents apart;
 * `row`: what a table says of its row, whose text is then taken as it is.
 */
export type InputName = Readonly<{ file: string; place: string; row?: RowFacts }>

export type ReadOptions = Readonly<{
  /** Take the text exactly as given: nothing removed, spans index the file. */
  verbatim?: boolean
  /** The date of publication where the input names none. */
  published?: PublishedDate | null
  /** Other weights to choose a page's blocks by than the shipped ones. */
  blockModel?: Trees
}>

export type Pipeline = Readonly<{
  model: ModelVersion
  /** SHA-256 of its table of parties; null when it has none. */
  parties: string | null
  /** The whole way from a snapshot to what the ledger holds. Rejects with what `cleanOnly` throws, and `input/too-long`. */
  read(snapshot: Snapshot, input: InputName, options?: ReadOptions): Promise<Entry>
  /** `isCurrent` for this pipeline's model. */
  isCurrent(held: HeldReading): boolean
  close(): Promise<void>
}>

/** Longest text that is read for attributions, in UTF-16 units: what the model says of it must fit into memory. */
const LONGEST = 2_000_000

/** `models`: folder of other weights than the shipped ones; `parties`: a table of who is on whose side. */
export type PipelineOptions = Readonly<{ models?: string | undefined; parties?: string | undefined }>

/** The language that attributions can be read in. A text whose language cannot be told is taken to be in it. */
const READABLE = "en"

/**
 * The steps in order, with the weights of a folder (default: the shipped ones).
 * Rejects with `model/…` when the weights are not there or damaged, `parties/…` when the table of parties is.
 */
export async function openPipeline({ models, parties }: PipelineOptions = {}): Promise<Pipeline> {
  const sides = parties === undefined ? NO_TABLE : readParties(parties)
  const encoder = await openEncoder(models ?? dataPath("models/attribution"))
  const lexicon = { ...loadLexicon(), parties: sides }
  const made = { model: encoder.model, parties: sides.sha256 }
  const acts = await openActReader(dataPath("models/acts"), lexicon.cues)
  return {
    ...made,
    async read(snapshot, input, options) {
      const entry = cleanOnly(snapshot, input, options)
      checkLength(entry.text, input)
      if (!isReadable(entry.reading)) return entry
      return { ...entry, run: await runOn(entry.text, entry.reading.published, { encoder, acts }, lexicon) }
    },
    isCurrent: (held) => isCurrent(held, made),
    close: async () => void (await Promise.all([encoder.close(), acts.close()])),
  }
}

/**
 * Reading only: document and text of a snapshot, `run` null; no model is loaded.
 * Throws `input/…` when the bytes hold no text.
 */
export function cleanOnly(snapshot: Snapshot, input: InputName, options: ReadOptions = {}): Entry {
  const asRow = input.row && { verbatim: true, facts: input.row }
  const cleaned = clean(snapshot, { file: input.place, ...options, ...asRow })
  const sighting = {
    document: cleaned.document.id,
    snapshot: snapshot.sha256,
    url: snapshot.url ?? input.place,
    at: snapshot.fetched,
  }
  return { snapshot, ...cleaned, sighting, run: null }
}

/** `findCopies` with the shipped tables. */
export const copiesAmong = (documents: readonly CopyDocument[], options: CopyOptions = {}): Iterable<CopyPair> =>
  findCopies(documents, { credits: readCredits(), agencies: readAgencies() }, options)

/** Sentences of any text, as the steps cut them; none in an empty one. Throws `lexicon/…` when its list is damaged. */
export function openSentences(): (text: Text) => Span[] {
  const abbreviations = loadAbbreviations()
  return ({ value }) => findParagraphs(value).flatMap((paragraph) => findSentences(value, paragraph, abbreviations))
}

/** Whether attributions are read: an article, in English as far as is known. */
export const isReadable = ({ article, language }: Reading): boolean =>
  article && (language === null || language === READABLE)

/**
 * Whether a reading, with the runs of its text, is what this version of the program would give again with this model and,
 * where there is one, this table of parties: without one, sides that are held stay.
 */
export const isCurrent = (
  { reading, runs }: HeldReading,
  { model, parties }: Pick<Pipeline, "model" | "parties">,
): boolean => reading.reader === READER_VERSION && (!isReadable(reading) || hasRun(reading, runs, { model, parties }))

function hasRun(
  { text, published: anchor }: Reading,
  runs: readonly RunId[],
  { model, parties }: Pick<Pipeline, "model" | "parties">,
): boolean {
  if (parties !== null) return runs.includes(runId({ text, model, data: DATA_VERSION, anchor, parties }))
  const wanted = runId({ text, model, data: DATA_VERSION, anchor })
  return runs.some((id) => runWithoutParties(id) === wanted)
}

function checkLength({ value }: Text, { file }: InputName): void {
  if (value.length <= LONGEST) return
  throw new CounterclaimError({
    code: "input/too-long",
    what: `${(value.length / 1e6).toFixed(1)} million characters are more than one article`,
    where: file,
    fix: `split it into texts of at most ${LONGEST / 1e6} million`,
  })
}

type Lexicon = Readonly<{
  abbreviations: ReadonlySet<string>
  cues: CueLexicon
  acts: ActWeights
  carry: CarryLexicon
  places: () => PlaceLexicon
  times: TimeLexicon
  quantities: QuantityLexicon
  parties: PartyTable
  evidence: EvidenceLexicon
  speakers: SpeakerLexicon
}>

const loadLexicon = (): Omit<Lexicon, "parties"> => ({
  abbreviations: loadAbbreviations(),
  cues: loadCues(),
  acts: loadActWeights(),
  carry: loadCarry(),
  places: lazily(loadPlaces),
  times: loadTimes(),
  quantities: loadQuantities(),
  evidence: loadEvidence(),
  speakers: loadSpeakers(),
})

/** The gazetteer takes half a second to load, which a run without articles need not wait for. */
function lazily<Value>(load: () => Value): () => Value {
  let value: Value | null = null
  return () => {
    value ??= load()
    return value
  }
}

const sourcesOf = (attributions: readonly Attribution[]): Span[] => attributions.flatMap(({ source }) => source ?? [])

type Known = Readonly<{ attributions: readonly Attribution[]; times: readonly TimeExpression[]; analysis: Analysis }>

/** Where a figure's own words name no time of saying, the claim's time beside its cue, if there is one. */
function withSaid(figure: Figure, { attributions, times, analysis }: Known): Figure {
  const claim = attributions.find(({ id }) => id === figure.attribution)
  if (figure.said !== null || !claim) return figure
  return { ...figure, said: timesOfClaim(claim, times, analysis).said?.value ?? null }
}

type Models = Readonly<{ encoder: Encoder; acts: ActReader }>

/** `anchor`: the date of publication, which times are resolved against. */
async function runOn(text: Text, anchor: PublishedDate | null, models: Models, lexicon: Lexicon): Promise<Run> {
  const { encode, model, thresholds } = models.encoder
  const encoding = await encode(text)
  const analysis = analyse(text, encoding, lexicon.abbreviations)
  const tables = { ...lexicon, acts: { ...lexicon.acts, known: new Map<string, Float32Array>() } }
  const told = attribute(analysis, encoding, { thresholds, ...tables })
  const found = await models.acts.read(text, told, doubtfulActs(text, told, tables))
  const { entities, speakers } = identify(analysis, found, { lexicon: lexicon.speakers })
  const attributions = found.map((attribution) => ({ ...attribution, ...speakers.get(attribution.id) }))
  const times = findTimes(analysis, anchor, lexicon.times)
  const places = findPlaces(analysis, { lexicon: lexicon.places(), sources: sourcesOf(attributions) })
  const surroundings = {
    attributions,
    times,
    places,
    parties: lexicon.parties.parties,
    published: anchor?.value ?? null,
  }
  const counted = findFigures(analysis, surroundings, lexicon.quantities)
  const figures = counted.map((figure) => withSaid(figure, { attributions, times, analysis }))
  const evidence = findEvidence(analysis, attributions, lexicon.evidence)
  const { sha256 } = lexicon.parties
  const table = sha256 === null ? {} : { parties: sha256 }
  const id = runId({ text: text.id, model, data: DATA_VERSION, anchor, ...table })
  const findings = { entities, figures, times, places, evidence, ...table }
  return { id, text: text.id, model, data: DATA_VERSION, anchor, attributions, findings }
}
