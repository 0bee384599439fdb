import type { Act, Attribution } from "../model/attribution.ts"
import type { Entity } from "../model/entity.ts"
import { type Findings, NO_FINDINGS } from "../model/findings.ts"
import type { AttributionView, DocumentHead, Entry } from "../model/ledger.ts"
import { spanText } from "../model/span.ts"
import { rowLines } from "./row-lines.ts"
import type { Style } from "./style.ts"
import { wrap } from "./wrap.ts"

/** One claim as a table shows it. */
export type ClaimRow = Readonly<{
  source: string | null
  /** Name of the one whom the source stands for; null when that is not resolved. */
  speaker: string | null
  act: Act
  /** One a piece, in reading order. */
  content: readonly string[]
  /** Whether it stands inside what somebody else is reported to have said. */
  nested: boolean
  shown: boolean
}>

type Look = Readonly<{ columns: number; style: Style }>

/** Below this many columns a claim's words stand under its source, not beside it. */
const NARROW = 60
const ACT_WIDTH = 9 // "criticise"
const AGAINST: ReadonlySet<Act> = new Set(["deny", "doubt", "oppose", "accuse", "criticise"])

/** Title, then publisher, date and id; no line wider than `columns`. */
export function headLines(head: DocumentHead, fallback: string, { columns, style }: Look): string[] {
  const facts = [head.publisher ?? "publisher unknown", head.published?.value ?? "undated", head.id]
  return [...wrap(head.title ?? fallback, columns).map(style.bold), ...wrap(facts.join(" · "), columns).map(style.dim)]
}

/** Source, act and words of one claim; a doubtful one has a question mark before it. */
export function claimLines(claim: ClaimRow, { columns, style }: Look): string[] {
  const source = `${claim.nested ? "↳ " : ""}${sourceWords(claim)}`
  const content = claim.content.join(" … ")
  const mark = { text: claim.shown ? "" : "?", width: 1 }
  const dim = (paint: (text: string) => string) => (claim.shown ? paint : style.dim)
  const act = dim(AGAINST.has(claim.act) ? style.yellow : style.green)
  if (columns < NARROW) {
    return [
      ...rowLines([mark, { text: `${source} · ${claim.act}`, width: columns - 3, paint: dim(style.cyan) }]),
      ...rowLines([{ text: content, width: columns - 5, paint: dim((text) => text) }], "     "),
    ]
  }
  const width = Math.min(32, Math.floor(columns * 0.24))
  return rowLines([
    mark,
    { text: source, width, paint: dim(style.cyan) },
    { text: claim.act, width: ACT_WIDTH, paint: act },
    { text: content, width: columns - width - ACT_WIDTH - 7, paint: dim((text) => text) },
  ])
}

/** The source as printed; behind a pronoun or a description the name, which shares no word with it: "he (Oru Vane)". */
function sourceWords({ source, speaker }: Pick<ClaimRow, "source" | "speaker">): string {
  if (source === null) return speaker ?? "(nobody named)"
  const printed = new Set(wordsIn(source))
  return speaker === null || wordsIn(speaker).some((word) => printed.has(word)) ? source : `${source} (${speaker})`
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Looks up the one whom an attribution's source stands for; null when that is not resolved. */
export function speakersOf({ entities }: Findings): (attribution: Attribution) => Entity | null {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  return ({ speaker }) => (speaker === null ? null : (byId.get(speaker) ?? null))
}

/** The claims of an entry, in the order of the run; none when nothing was attributed. */
export function claimsOfEntry({ run, text }: Entry): ClaimRow[] {
  const speakerOf = speakersOf(run?.findings ?? NO_FINDINGS)
  return (run?.attributions ?? []).map((attribution) => ({
    source: attribution.source && spanText(text.value, attribution.source),
    speaker: speakerOf(attribution)?.name ?? null,
    act: attribution.act,
    content: attribution.content.map((span) => spanText(text.value, span)),
    nested: attribution.within !== null,
    shown: attribution.shown,
  }))
}

export const claimOfView = ({ attribution, speaker, sourceText, contentText }: AttributionView): ClaimRow => ({
  source: sourceText,
  speaker: speaker?.name ?? null,
  act: attribution.act,
  content: contentText,
  nested: attribution.within !== null,
  shown: attribution.shown,
})

export const headOfEntry = ({ document, reading }: Entry): DocumentHead => ({
  id: document.id,
  url: document.url,
  title: reading.title,
  publisher: reading.publisher ?? document.publisher,
  published: reading.published,
})
