import type { Page, SourceView } from "../../model/ledger.ts"
import { toPage } from "../page.ts"
import type { Session } from "./store.ts"

/** Sources of the current runs: most documents first, then most attributions, then by name. */
export async function findSources(session: Session, page: Page): Promise<SourceView[]> {
  const { limit, offset } = toPage(page)
  return session.all<SourceView>(
    `SELECT name AS source, attributions, shown, documents,
        ARRAY (SELECT publisher FROM source_publishers WHERE source = sources.number ORDER BY publisher) AS publishers
      FROM sources WHERE documents > 0 ORDER BY documents DESC, attributions DESC, name LIMIT $1 OFFSET $2`,
    limit,
    offset,
  )
}
