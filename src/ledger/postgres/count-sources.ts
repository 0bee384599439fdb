import type { Counted } from "../count-sources.ts"
import type { Session } from "./store.ts"

/** Three tables in one statement: each question to the server costs its way there and back. */
const COUNT = `WITH here AS (SELECT source, count(*) AS attributions, sum(shown) AS shown FROM attributions
    WHERE run = $2 AND source IS NOT NULL GROUP BY source),
  publishers AS (INSERT INTO source_publishers AS kept (source, publisher, documents)
    SELECT source, $3::text, $1::integer FROM here WHERE $3::text IS NOT NULL
    ON CONFLICT (source, hashtextextended(publisher, 0), hashtextextended(publisher, 1))
    DO UPDATE SET documents = kept.documents + excluded.documents),
  forms AS (INSERT INTO source_forms AS kept (source, form, attributions)
    SELECT source, source_form, $1::integer * count(*) FROM attributions WHERE run = $2 AND source IS NOT NULL
    GROUP BY source, source_form
    ON CONFLICT (source, hashtextextended(form, 0), hashtextextended(form, 1))
    DO UPDATE SET attributions = kept.attributions + excluded.attributions)
  UPDATE sources SET attributions = sources.attributions + $1::integer * here.attributions,
    shown = sources.shown + $1::integer * here.shown, documents = sources.documents + $1::integer
  FROM here WHERE sources.number = here.source`

const OF_RUN = "(SELECT source FROM attributions WHERE run = $1 AND source IS NOT NULL)"

const NAME = `UPDATE sources SET name = (
    SELECT form FROM source_forms WHERE source = sources.number ORDER BY source_forms.attributions DESC, form LIMIT 1)
  WHERE number IN ${OF_RUN}`

/** Count one document's sources in or out. Nothing without a run. */
export async function countSources(session: Session, { run, publisher, sign }: Counted): Promise<void> {
  if (run === null) return
  await session.all(COUNT, sign, run, publisher)
  if (sign < 0) {
    await session.all(`DELETE FROM source_publishers WHERE documents = 0 AND source IN ${OF_RUN}`, run)
    await session.all(`DELETE FROM source_forms WHERE attributions = 0 AND source IN ${OF_RUN}`, run)
  }
  await session.all(NAME, run)
}
