import type { SourceView } from "../../model/ledger.ts"
import type { SourcesData } from "../answers.ts"
import { found } from "../in-words.ts"
import { Pager } from "../pager.tsx"
import { type AskedPage, cut, pageOf, type TypedView } from "../view.ts"

/** Who is said to speak, as printed. */
export const sources: TypedView<AskedPage, SourcesData> = {
  name: "sources",
  path: "/sources",
  says: "Sources as printed, most documents first.",
  load: async (ledger, asked) => {
    const { items, more } = cut(await ledger.sources(pageOf(asked)), asked)
    return { sources: items, page: asked.page, more }
  },
  title: () => "Sources",
  page: ({ sources, page, more }, asked) => (
    <>
      <h1>Sources</h1>
      <p class="line">As printed: one person may stand here under several names, and “he” may be several persons.</p>
      {sources.length === 0 ? (
        <p>No source was found{page > 1 ? " on this page" : " yet"}.</p>
      ) : (
        <Table sources={sources} />
      )}
      <Pager path="/sources" asked={asked} page={page} more={more} />
    </>
  ),
}

function Table({ sources }: Readonly<{ sources: readonly SourceView[] }>) {
  return (
    <table class="sources">
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Attributions</th>
          <th scope="col">Documents</th>
          <th scope="col">Printed by</th>
        </tr>
      </thead>
      <tbody>
        {sources.map(({ source, attributions, shown, documents, publishers }) => (
          <tr key={source}>
            <th scope="row">
              <a href={`/claims?${new URLSearchParams({ source })}`}>{source}</a>
            </th>
            <td data-label="Attributions">{found(shown, attributions - shown)}</td>
            <td data-label="Documents">{documents.toLocaleString("en-GB")}</td>
            <td data-label="Printed by">{publishers.join(", ") || "publisher unknown"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
