import type { DocumentsData } from "../answers.ts"
import { summaryData } from "../answers.ts"
import { DocumentList } from "../document-list.tsx"
import { NothingRead } from "../nothing-read.tsx"
import { Pager } from "../pager.tsx"
import { type AskedPage, cut, pageOf, type TypedView } from "../view.ts"

/** All documents, last seen first. */
export const documents: TypedView<AskedPage, DocumentsData> = {
  name: "documents",
  path: "/documents",
  says: "All documents, last seen first.",
  load: async (ledger, asked) => {
    const { items, more } = cut(await ledger.documents(pageOf(asked)), asked)
    return { documents: items.map(summaryData), page: asked.page, more }
  },
  title: () => "Documents",
  page: ({ documents, page, more }, asked) => (
    <>
      <h1>Documents</h1>
      {documents.length > 0 ? (
        <DocumentList documents={documents} />
      ) : page === 1 ? (
        <NothingRead />
      ) : (
        <p>There are no documents on this page.</p>
      )}
      <Pager path="/documents" asked={asked} page={page} more={more} />
    </>
  ),
}
