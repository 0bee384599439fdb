import type { Page, SourceView } from "../model/ledger.ts"
import { toPage } from "./page.ts"
import type { Store } from "./store.ts"

type SourceRow = Omit<SourceView, "publishers"> & Readonly<{ number: number }>

/** Sources of the current runs: most documents first, then most attributions, then by name. */
export function findSources(store: Store, page: Page): SourceView[] {
  const { limit, offset } = toPage(page)
  return store
    .all<SourceRow>(
      `SELECT number, name AS source, attributions, shown, documents FROM sources WHERE documents > 0
        ORDER BY documents DESC, attributions DESC, name LIMIT ? OFFSET ?`,
      limit,
      offset,
    )
    .map(({ number, ...source }) => ({ ...source, publishers: publishersOf(store, number) }))
}

// One JSON array instead of a row each: a page of common sources has tens of thousands of them.
const publishersOf = (store: Store, source: number): string[] =>
  JSON.parse(
    store.get<{ publishers: string }>(
      "SELECT json_group_array(publisher ORDER BY publisher) AS publishers FROM source_publishers WHERE source = ?",
      source,
    )!.publishers,
  )
