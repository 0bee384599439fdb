import { type Attribution, attributionId, type Run, runId } from "../model/attribution.ts"
import { type Document, documentId, type Reading, readingId, type Sighting } from "../model/document.ts"
import { CounterclaimError } from "../model/error.ts"
import { sha256 } from "../model/hash.ts"
import type { Judgement, Origin } from "../model/judgement.ts"
import type { Entry, HeldVersion, Holding, HoldingKey, Problem } from "../model/ledger.ts"
import type { Snapshot } from "../model/snapshot.ts"
import type { Text } from "../model/text.ts"
import { isOriginTrue } from "./chain.ts"
import { findingProblems, isInside } from "./check-findings.ts"
import { problem } from "./problem.ts"

export const snapshotProblems = ({ sha256: id, bytes }: Pick<Snapshot, "sha256" | "bytes">): Problem[] =>
  sha256(bytes) === id
    ? []
    : [problem("snapshot-hash", "its bytes have another SHA-256 than its name", `snapshot ${id}`)]

export const textProblems = ({ id, value }: Text): Problem[] =>
  sha256(value) === id ? [] : [problem("text-hash", "its characters have another SHA-256 than its id", `text ${id}`)]

/** Only an id made of an address can be made again: a file's name is not kept. */
export const documentProblems = ({ id, url }: Document): Problem[] =>
  !url || documentId({ url, publisher: null, file: "" }) === id
    ? []
    : [problem("document-id", `its address gives another id: ${url}`, `document ${id}`)]

export const readingProblems = (reading: Reading): Problem[] =>
  readingId(reading) === reading.id
    ? []
    : [problem("reading-id", "its document, snapshot and reader give another id", `reading ${reading.id}`)]

/** Problems of a run, its attributions and its findings on its text. */
export function runProblems(run: Run, text: string): Problem[] {
  const ids = new Set(run.attributions.map((attribution) => attribution.id))
  const own = [
    ...(runId({ ...run, parties: run.findings.parties }) === run.id
      ? []
      : [problem("run-id", "its text, model, data, date and parties give another id", `run ${run.id}`)]),
    ...(ids.size === run.attributions.length
      ? []
      : [problem("attribution-twice", "it holds one attribution twice", `run ${run.id}`)]),
  ]
  return [
    ...own,
    ...run.attributions.flatMap((attribution) => attributionProblems(attribution, { run, text, ids })),
    ...findingProblems(run, text),
  ]
}

type Surroundings = Readonly<{ run: Run; text: string; ids: ReadonlySet<string> }>

function attributionProblems(attribution: Attribution, { run, text, ids }: Surroundings): Problem[] {
  const { id, source, cue, content, within, confidence } = attribution
  const where = `attribution ${id} of run ${run.id}`
  const spans = [source, cue, ...content].filter((span) => span !== null)
  return [
    ...(attributionId(run.text, attribution) === id
      ? []
      : [problem("attribution-id", "its text, cue and content give another id", where)]),
    ...(spans.every((span) => isInside(span, text.length)) && content.length > 0
      ? []
      : [problem("span", `a span is empty, missing or outside of the text (${text.length} units)`, where)]),
    ...(within === null || (within !== id && ids.has(within))
      ? []
      : [problem("within", `it stands within ${within}, which the run does not hold`, where)]),
    ...(confidence >= 0 && confidence <= 1 ? [] : [problem("confidence", "its confidence is not 0 to 1", where)]),
  ]
}

function referenceProblems({ snapshot, document, reading, text, sighting, run }: Entry): Problem[] {
  const agreed =
    reading.document === document.id &&
    sighting.document === document.id &&
    reading.snapshot === snapshot.sha256 &&
    sighting.snapshot === snapshot.sha256 &&
    reading.text === text.id &&
    (run === null || run.text === text.id)
  return [...(agreed ? [] : [strange(document.id)]), ...timeProblems(sighting)]
}

const timeProblems = ({ at, document }: Sighting): Problem[] =>
  Number.isNaN(Date.parse(at)) ? [problem("time", `"${at}" is no time`, `sighting of ${document}`)] : []

/** Throws `ledger/bad-entry` when the parts of an entry do not belong together or are not what their ids say. */
export function checkEntry(entry: Entry): void {
  const [first] = [
    ...referenceProblems(entry),
    ...snapshotProblems(entry.snapshot),
    ...textProblems(entry.text),
    ...documentProblems(entry.document),
    ...readingProblems(entry.reading),
    ...(entry.run ? runProblems(entry.run, entry.text.value) : []),
  ]
  if (first) throw badEntry(first)
}

const badEntry = ({ what, code, where }: Problem): CounterclaimError =>
  new CounterclaimError({
    code: "ledger/bad-entry",
    what: `the entry cannot be added: ${what} (${code})`,
    where,
    fix: "make snapshots, texts and ids with the functions of the model, on the text that is added",
  })

/** Throws `ledger/bad-entry` as for an entry, or when a holding was never read or never seen. */
export function checkHolding({ document, snapshot, versions, sightings }: Holding): void {
  const isWhole = versions.length > 0 && sightings.length > 0
  const [first] = [
    ...(isWhole ? [] : [problem("holding", "it has no reading or no sighting", `document ${document.id}`)]),
    ...snapshotProblems(snapshot),
    ...documentProblems(document),
    ...sightings.flatMap((sighting) =>
      sightingProblems(sighting, { document: document.id, snapshot: snapshot.sha256 }),
    ),
    ...versions.flatMap((version) => versionProblems(version, { document: document.id, snapshot: snapshot.sha256 })),
  ]
  if (first) throw badEntry(first)
}

const sightingProblems = (sighting: Sighting, { document, snapshot }: HoldingKey): Problem[] => [
  ...(sighting.document === document && sighting.snapshot === snapshot ? [] : [strange(document)]),
  ...timeProblems(sighting),
]

function versionProblems({ reading, text, runs }: HeldVersion, { document, snapshot }: HoldingKey): Problem[] {
  const agreed =
    reading.document === document &&
    reading.snapshot === snapshot &&
    reading.text === text.id &&
    runs.every((run) => run.text === text.id)
  return [
    ...(agreed ? [] : [strange(document)]),
    ...readingProblems(reading),
    ...textProblems(text),
    ...runs.flatMap((run) => runProblems(run, text.value)),
  ]
}

const strange = (where: string): Problem =>
  problem("reference", "its parts name other parts than those beside them", where)

/** Throws `ledger/bad-judgement` when the score is no number, nobody is named, or its origin's hash is not its own. */
export function checkJudgement(judgement: Judgement, origin: Origin | null): void {
  const { left, verdict, score, by } = judgement
  const isFull = (score === null || Number.isFinite(score)) && left && verdict && by
  if (isFull && isOriginTrue({ ...judgement, number: 0, previous: "", hash: "", origin })) return
  throw new CounterclaimError({
    code: "ledger/bad-judgement",
    what: isFull
      ? "it is not the judgement that its origin's hash was made of"
      : "a judgement needs what it is about, a verdict, who made it, and a score that is a number or null",
    where: `judgement on ${left}`,
    fix: isFull
      ? "take it over as it stands in the ledger that it comes from"
      : "fill left, verdict and by; leave score null when there is none",
  })
}
