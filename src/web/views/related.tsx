import type { RelatedRow } from "../../asking.ts"
import type { DocumentHead } from "../../model/ledger.ts"
import { askerOf } from "../asker-of.ts"
import { documentHref, titleOf } from "../document-head.tsx"
import { DocumentHeading } from "../document-list.tsx"
import type { TypedView } from "../view.ts"

export type RelatedData = Readonly<{ document: DocumentHead; related: readonly RelatedRow[] }>

/** So many are listed. */
const MOST = 50

/** What else has to do with a document, and why. */
export const related: TypedView<Readonly<{ id: string }>, RelatedData> = {
  name: "related",
  path: "/documents/:id/related",
  says: "Documents that have to do with one: same story, same claim, same claimant, with each reason.",
  load: async (ledger, { id }) => {
    const record = await ledger.document(id)
    if (!record) return null
    const { rows } = await (await askerOf(ledger)).related(id)
    const { document, reading } = record
    const { title, published } = reading
    const head = {
      id: document.id,
      url: document.url,
      title,
      publisher: reading.publisher ?? document.publisher,
      published,
    }
    return { document: head, related: rows.slice(0, MOST) }
  },
  title: ({ document }) => `Related: ${titleOf(document)}`,
  page: ({ document, related }) => (
    <>
      <h1>Related documents</h1>
      <p class="line">
        What has to do with <a href={documentHref(document.id)}>{titleOf(document)}</a>, most reasons at the top.
      </p>
      {related.length === 0 ? <p>Nothing related was found in the ledger.</p> : <Rows rows={related} />}
    </>
  ),
  missing: {
    what: "No document with this id lies in the ledger",
    fix: "Look for it in the list of documents, or search for its words.",
  },
}

function Rows({ rows }: Readonly<{ rows: readonly RelatedRow[] }>) {
  return (
    <ol class="documents">
      {rows.map(({ document, because }) => (
        <li key={document.id}>
          <DocumentHeading document={document} />
          <ul>
            {because.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
