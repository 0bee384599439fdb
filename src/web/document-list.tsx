import type { SummaryData } from "./answers.ts"
import { documentHref, Imprint, titleOf } from "./document-head.tsx"
import { found, many, timeInWords } from "./in-words.ts"

/** Why a document has no attributions, in words; null when they were read. */
export function unreadInWords(document: SummaryData): string | null {
  if (document.attributed) return null
  if (!document.article) return `no article: ${document.notArticle ?? "nothing to read in it"}`
  const language = document.language ? `language: ${document.language}` : "its language could not be told"
  return `attributions were not read (${language})`
}

/** Documents, one a row: title, imprint, what was found in it. */
export function DocumentList({ documents }: Readonly<{ documents: readonly SummaryData[] }>) {
  return (
    <ol class="documents">
      {documents.map((document) => (
        <li key={document.id}>
          <DocumentHeading document={document} />
          <p class="line quiet">
            {unreadInWords(document) ?? found(document.shown, document.doubtful)} · earliest seen{" "}
            <time dateTime={document.earliestSeen}>{timeInWords(document.earliestSeen)}</time>
            {document.sightings > 1 ? ` · ${many(document.sightings, "sighting")}` : ""}
          </p>
        </li>
      ))}
    </ol>
  )
}

/** A row's title, linked, and its imprint. */
export function DocumentHeading({
  document,
}: Readonly<{ document: Parameters<typeof titleOf>[0] & Parameters<typeof Imprint>[0] & Readonly<{ id: string }> }>) {
  return (
    <>
      <h3>
        <a href={documentHref(document.id)}>{titleOf(document)}</a>
      </h3>
      <p class="line">
        <Imprint {...document} />
      </p>
    </>
  )
}
