import type { PublishedDate } from "../model/date.ts"
import type { FactEvidence, Removed } from "../model/document.ts"
import { NO_FINDINGS } from "../model/findings.ts"
import type { Entry } from "../model/ledger.ts"
import { type AttributionJson, toAttributionJson } from "./attribution-json.ts"
import { type FindingsJson, toFindingsJson } from "./findings-json.ts"

/** One input as `text --json` prints it. Fields are added in time; none is renamed or dropped. */
export type TextJson = Readonly<{
  /** As it was given on the command line, or found below the folder that was given. */
  file: string
  /** The caller's own name for a row of a table; null for all other inputs. */
  ref: string | null
  article: boolean
  document: Readonly<{
    id: string
    url: string | null
    title: string | null
    publisher: string | null
    bylines: readonly string[]
    published: PublishedDate | null
    modified: PublishedDate | null
    language: string | null
    text: string
    removed: readonly Removed[]
    evidence: readonly FactEvidence[]
  }>
}>

/** One input as `read --json` prints it. */
export type DocumentJson = TextJson & Readonly<{ attributions: readonly AttributionJson[] }> & FindingsJson

/** What reading found in one input, without what was attributed in it. */
export function toTextJson({ document, reading, text }: Entry, file: string, ref: string | null = null): TextJson {
  const { title, publisher, bylines, published, modified, language, removed, evidence } = reading
  return {
    file,
    ref,
    article: reading.article,
    document: {
      id: document.id,
      url: document.url,
      title,
      publisher,
      bylines,
      published,
      modified,
      language,
      text: text.value,
      removed,
      evidence,
    },
  }
}

/** All that one input gave. Spans are in UTF-16 units of `document.text`; no attributions when there was no run. */
export function toDocumentJson(entry: Entry, file: string, ref: string | null = null): DocumentJson {
  const attributions = entry.run?.attributions ?? []
  return {
    ...toTextJson(entry, file, ref),
    attributions: attributions.map((attribution) => toAttributionJson(attribution, entry.text.value)),
    ...toFindingsJson(entry.run?.findings ?? NO_FINDINGS, entry.text.value),
  }
}
