import { findSentences } from "./analyse/sentences.ts"
import { loadAbbreviations } from "./lexicon/abbreviations.ts"
import { loadCarry } from "./lexicon/carry.ts"
import { loadCues } from "./lexicon/cues.ts"
import { loadQuantities, type QuantityLexicon } from "./lexicon/quantities.ts"
import type { Figure } from "./model/figure.ts"
import { type Judged, NOTHING_JUDGED } from "./model/judged.ts"
import type { DocumentRecord, Entry } from "./model/ledger.ts"
import { type Span, spanText } from "./model/span.ts"
import { toText } from "./model/text.ts"
import { findFigures } from "./quantify/find-figures.ts"
import type { Question } from "./reconcile/check/check-claim.ts"
import type { ClaimDocument } from "./reconcile/check/claim-document.ts"
import { type TitleTables, titleVoice } from "./reconcile/check/title-voice.ts"

/** Questions, and documents made ready for them: sentences and the figures of titles are read here. */

/** The first sentences of a page are asked about. */
const LEAD = 3
const MOST_QUESTIONS = 12

export type QuestionTables = TitleTables & Readonly<{ abbreviations: ReadonlySet<string>; quantities: QuantityLexicon }>

/** Throws `lexicon/…` when the tables of the program are damaged. */
export const loadQuestionTables = (): QuestionTables => ({
  abbreviations: loadAbbreviations(),
  quantities: loadQuantities(),
  cues: loadCues(),
  headlineSources: loadCarry().headlineSources,
})

const LINE = /[^\n\r]+/g

const sentencesOf = (text: string, { abbreviations }: QuestionTables): Span[] =>
  Array.from(text.matchAll(LINE)).flatMap(({ 0: line, index }) =>
    findSentences(text, { start: index, end: index + line.length }, abbreviations),
  )

function figuresOf(value: string, tables: QuestionTables): Figure[] {
  const text = toText(value)
  const analysis = { text, paragraphs: [], quotations: [], names: [], sentences: sentencesOf(text.value, tables) }
  return findFigures(analysis, { attributions: [], times: [], places: [] }, tables.quantities)
}

/** A document of the ledger, in sentences. */
export const toClaimDocument = (
  record: DocumentRecord,
  tables: QuestionTables,
  { claims }: Judged = NOTHING_JUDGED,
): ClaimDocument => ({
  record,
  readingOf: claims.readingOf,
  sentences: sentencesOf(record.text.value, tables),
  titleFigures: record.reading.title ? figuresOf(record.reading.title, tables) : [],
  titleVoice: record.reading.title ? titleVoice(record.reading.title.trim(), tables) : null,
})

/** The title, the first sentences, and those with figures. */
export function questionsOf({ reading, text }: Pick<Entry, "reading" | "text">, tables: QuestionTables): string[] {
  const sentences = sentencesOf(text.value, tables).map((span) => spanText(text.value, span))
  const counted = sentences.slice(LEAD).filter((sentence) => figuresOf(sentence, tables).length > 0)
  const all = [reading.title ?? "", ...sentences.slice(0, LEAD), ...counted]
  return [...new Set(all.filter((sentence) => sentence.trim() !== ""))].slice(0, MOST_QUESTIONS)
}

/** A sentence with the figures in it. */
export const toQuestion = (text: string, tables: QuestionTables): Question => ({
  text,
  figures: figuresOf(text, tables),
})
