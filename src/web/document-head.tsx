import type { PublishedDate } from "../model/date.ts"
import type { DocumentHead } from "../model/ledger.ts"
import { dateInWords } from "./in-words.ts"

/** The reader's address for a document. */
export const documentHref = (id: string): string => `/documents/${encodeURIComponent(id)}`

/** The address of what else has to do with it. */
export const relatedHref = (id: string): string => `${documentHref(id)}/related`

/** What to call a document in a list: its title, else its address, else its id. */
export const titleOf = ({ title, url, id }: Pick<DocumentHead, "title" | "url" | "id">): string => title ?? url ?? id

/** When it was printed, as precise as it is known. */
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
