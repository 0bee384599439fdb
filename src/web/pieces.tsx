import type { PublishedDate } from "../model/date.ts"
import type { DocumentHead } from "../model/ledger.ts"
import type { SummaryData } from "./answers.ts"
import { dateInWords, found, many, timeInWords } from "./inWords.ts"

/** An address that may be clicked when it is a web page's, and plain words when it is anything else. */
export function Address({ url }: Readonly<{ url: string }>) {
  if (!isWeb(url)) return <span class="address">{url}</span>
  return (
    <a class="address" href={url} rel="noopener noreferrer">
      {url}
    </a>
  )
}

function isWeb(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null
  return parsed?.protocol === "https:" || parsed?.protocol === "http:"
}

export const documentHref = (id: string): string => `/documents/${encodeURIComponent(id)}`

export const titleOf = ({ title, url, id }: Pick<DocumentHead, "title" | "url" | "id">): string => title ?? url ?? id

export function Published({ date }: Readonly<{ date: PublishedDate | null }>) {
  return date ? <time dateTime={date.value}>{dateInWords(date)}</time> : <span class="none">no date</span>
}

/** Publisher and date, in one line. */
export function Imprint({ publisher, published }: Pick<DocumentHead, "publisher" | "published">) {
  return (
    <span class="imprint">
      <span class="publisher">{publisher ?? "publisher unknown"}</span> · <Published date={published} />
    </span>
  )
}

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
          <h3>
            <a href={documentHref(document.id)}>{titleOf(document)}</a>
          </h3>
          <p class="line">
            <Imprint {...document} />
          </p>
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

/** What to do with a ledger in which nothing lies yet. */
export function NothingRead() {
  return (
    <div class="notice">
      <h2>Nothing has been read yet</h2>
      <p>The ledger is empty, so there is nothing to show. Read an article, a page or a folder into it:</p>
      <pre>
        <code>
          counterclaim read article.html{"\n"}counterclaim read https://news.example/story{"\n"}counterclaim read
          folder/
        </code>
      </pre>
      <p>Then load this page again.</p>
    </div>
  )
}

type PagerProps = Readonly<{ path: string; asked: Readonly<Record<string, unknown>>; page: number; more: boolean }>

/** Links to the page before and the page after, keeping what else was asked. */
export function Pager({ path, asked, page, more }: PagerProps) {
  if (page === 1 && !more) return null
  return (
    <nav class="pager" aria-label="Pages">
      {page > 1 ? (
        <a rel="prev" href={`${path}?${queryOf(asked, page - 1)}`}>
          ← Page {page - 1}
        </a>
      ) : (
        <span />
      )}
      <span>Page {page}</span>
      {more ? (
        <a rel="next" href={`${path}?${queryOf(asked, page + 1)}`}>
          Page {page + 1} →
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}

function queryOf(asked: Readonly<Record<string, unknown>>, page: number): URLSearchParams {
  const kept = Object.entries({ ...asked, page }).filter(([name, value]) => name !== "limit" || value !== 50)
  return new URLSearchParams(kept.map(([name, value]) => [name, String(value)]))
}
