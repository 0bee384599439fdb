import type { Act, Attribution } from "../../model/attribution.ts"
import type { Link } from "../../model/document.ts"
import type { Entity } from "../../model/entity.ts"
import type { Figure } from "../../model/figure.ts"
import type { JudgedClaims } from "../../model/judged-claims.ts"
import type { DocumentHead, DocumentRecord, DocumentView } from "../../model/ledger.ts"
import { overlaps, type Span, spanText } from "../../model/span.ts"

import type { TitleVoice } from "./title-voice.ts"

/** What is asked of a document of the ledger here: its text in sentences, with what was read of it. */
export type ClaimDocument = Readonly<{
  record: DocumentRecord
  sentences: readonly Span[]
  /** Those of its title, whose spans count in the title. */
  titleFigures: readonly Figure[]
  /** On whose word the title says what it says; null: the publisher's own. */
  titleVoice: TitleVoice | null
  /** Whether people said that a claim was read rightly or wrongly; absent: nobody did. */
  readingOf?: JudgedClaims["readingOf"]
}>

/** Something that a document says: what somebody is said to have said in it, or a sentence in its own voice. */
export type Statement = Readonly<{
  /** Its place in the list of documents. */
  document: number
  words: string
  /** Where the words stand, one a piece; none for a title. */
  spans: readonly Span[]
  /** Null: the publisher's own voice, and a title. */
  attribution: Attribution | null
  /** Whether it is said on somebody's word. */
  told: boolean
  /** The kind of speech act; null in the publisher's own voice. */
  act: Act | null
  /** Who is said to have said it, as printed; null when nobody is named, and in the publisher's own voice. */
  source: string | null
  speaker: Entity | null
  /** On whose behalf; an institution. */
  behalf: Entity | null
  figures: readonly Figure[]
  /** Addresses that the sentence leads to. */
  links: readonly Link[]
  /** False where the attribution is doubtful, and in a text that was not read for attributions. */
  shown: boolean
}>

/**
 * All that a document says, in the order of its text, its title first: every attribution of its current run, and the
 * sentences that nobody is named for. What people said was read wrongly is left out with its sentences. Empty for a
 * document without words.
 */
export function statementsOf(given: ClaimDocument, document: number): Statement[] {
  const { record, sentences, titleFigures, readingOf = NOBODY } = given
  const { run, text, reading } = record
  const attributions = run?.attributions ?? []
  const own = sentences.filter((sentence) => !attributions.some((one) => touches(one, sentence)))
  const title = reading.title?.trim()
  const voice = (words: string, spans: Span[]): Statement => ({
    ...{ document, words, spans, attribution: null, told: false, act: null, source: null, speaker: null, behalf: null },
    figures: figuresIn(record, spans),
    links: linksIn(record, spans),
    shown: run !== null,
  })
  return [
    ...(title ? [{ ...voice(title, []), figures: titleFigures, ...toldIn(given.titleVoice) }] : []),
    ...own.map((sentence) => voice(spanText(text.value, sentence), [sentence])),
    ...attributions
      .filter(({ id }) => readingOf(id) !== "wrong")
      .map((attribution) => attributed(given, document, attribution)),
  ]
}

const NOBODY = (): null => null

/** What a title says on somebody's word. */
const toldIn = (voice: TitleVoice | null): Partial<Statement> =>
  voice === null ? {} : { words: voice.content, source: voice.source, act: voice.act, told: true }

const touches = ({ content }: Attribution, sentence: Span): boolean => content.some((span) => overlaps(span, sentence))

function attributed(
  { record, sentences, readingOf = NOBODY }: ClaimDocument,
  document: number,
  attribution: Attribution,
): Statement {
  const { run, text } = record
  const entity = (id: string | null): Entity | null => run?.findings.entities.find((one) => one.id === id) ?? null
  const { id, content, source, shown } = attribution
  const around = sentences.filter((sentence) => touches(attribution, sentence))
  return {
    document,
    words: content.map((span) => spanText(text.value, span)).join(" … "),
    spans: content,
    attribution,
    told: true,
    act: attribution.act,
    source: source && spanText(text.value, source).replace(/\s+/g, " "),
    speaker: entity(attribution.speaker),
    behalf: entity(attribution.onBehalfOf),
    figures: figuresIn(record, content),
    links: linksIn(record, around),
    shown: shown || readingOf(id) === "right",
  }
}

const figuresIn = ({ run }: DocumentRecord, spans: readonly Span[]): Figure[] =>
  (run?.findings.figures ?? []).filter((figure) => spans.some((span) => overlaps(span, figure)))

const linksIn = ({ reading }: DocumentRecord, spans: readonly Span[]): Link[] =>
  reading.blocks.flatMap(({ links }) => links).filter((link) => spans.some((span) => overlaps(span, link)))

/** The head of a document of the ledger. */
export const headOf = ({ document, reading }: DocumentView): DocumentHead => ({
  id: document.id,
  url: document.url,
  title: reading.title,
  publisher: reading.publisher ?? document.publisher,
  published: reading.published,
})
