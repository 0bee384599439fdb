import { figureWords } from "../../formats/figure-words.ts"
import type { FigureJson, FindingsJson } from "../../formats/findings-json.ts"
import type { Span } from "../../model/span.ts"
import type { DocumentData } from "../answers.ts"
import type { Fact } from "./fact.ts"
import { evidenceFacts, figureFacts, isUnresolvedPlace, type Known, placeFacts, timeFacts } from "./finding-facts.ts"
import { type Numbered, numbered } from "./numbered.ts"
import type { MarkedSpan } from "./segments.ts"
import { speakerFacts } from "./speaker-facts.ts"

/** Something marked in the text, with what a note tells of it. Notes are numbered from 1, those of attributions first. */
export type Noted = Readonly<{
  note: number
  /** In the page: `in-ID` where it stands in the text, `note-ID` its note. */
  id: string
  kind: "attribution" | "figure" | "time" | "place" | "evidence"
  /** The words as printed. */
  words: string
  /** Where the note belongs in the text. */
  span: Span
  unresolved: boolean
  facts: readonly Fact[]
}>

/** Everything of a document that the reader draws. */
export type Reading = Readonly<{
  attributions: readonly Numbered[]
  notes: readonly Noted[]
  known: Known
  findings: FindingsJson
}>

/** Number the attributions and the findings of a document, and work out what is told of each. */
export function readingOf({ attributions, findings }: Pick<DocumentData, "attributions" | "findings">): Reading {
  const all = numbered(attributions)
  const known: Known = {
    entities: new Map(findings.entities.map((entity) => [entity.id, entity])),
    attributions: new Map(all.map((one) => [one.attribution.id, one])),
    figures: new Map(findings.figures.map((figure) => [figure.id, figure])),
  }
  const notes = [...all.map((one) => attributionNote(one, known)), ...findingNotes(findings, known)]
  return { attributions: all, findings, known, notes: notes.map((note, i) => ({ ...note, note: i + 1 })) }
}

type Unnumbered = Omit<Noted, "note">

function attributionNote({ attribution, at }: Numbered, { entities }: Known): Unnumbered {
  const { id, source, cue, speaker } = attribution
  return {
    ...{ id, kind: "attribution", words: (source ?? cue)?.text ?? "", span: { start: at - 1, end: at } },
    ...{ unresolved: source !== null && speaker === null, facts: speakerFacts(attribution, entities) },
  }
}

/** What one part of the page calls a finding without an id of its own: the place where it begins. */
export const localId = (kind: "time" | "place" | "evidence", { start }: Span): string => `${kind}-${start}`

const findingNotes = ({ figures, times, places, evidence }: FindingsJson, known: Known): Unnumbered[] => [
  ...figures.map((figure) => ({
    ...{ id: figure.id, kind: "figure" as const, words: figure.text, span: figure },
    ...{
      unresolved: isOpen(figure),
      facts: [{ name: "reads", value: figureWords(figure) }, ...figureFacts(figure, known)],
    },
  })),
  ...times.map((time) => ({
    ...{ id: localId("time", time), kind: "time" as const, words: time.text, span: time },
    ...{ unresolved: time.value === null, facts: timeFacts(time) },
  })),
  ...places.map((place) => ({
    ...{ id: localId("place", place), kind: "place" as const, words: place.text, span: place },
    ...{ unresolved: isUnresolvedPlace(place), facts: placeFacts(place) },
  })),
  ...evidence.map((one) => ({
    ...{ id: localId("evidence", one.item), kind: "evidence" as const, words: one.item.text, span: one.item },
    ...{ unresolved: one.stance === "open", facts: evidenceFacts(one, known) },
  })),
]

const isOpen = ({ low, high }: FigureJson): boolean => low === null && high === null

/** The mark of each finding. Attributions have marks of their own. */
export const noteSpans = (notes: readonly Noted[]): MarkedSpan[] =>
  notes.flatMap(({ kind, span: { start, end }, note, unresolved, id }) =>
    kind === "attribution"
      ? []
      : [{ start, end, role: kind, number: note, doubtful: false, unresolved, note: { number: note, id } }],
  )
