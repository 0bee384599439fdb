import type { Counted } from "../count-sources.ts"
import type { Session } from "./store.ts"

const COUNT = `UPDATE sources SET attributions = sources.attributions + $1::integer * here.attributions,
    shown = sources.shown + $1::integer * here.shown, documents = sources.documents + $1::integer
  FROM (SELECT source, count(*) AS attributions, sum(shown) AS shown FROM attributions
    WHERE run = $2 AND source IS NOT NULL GROUP BY source) AS here
  WHERE sources.number = here.source`

const COUNT_PUBLISHER = `INSERT INTO source_publishers AS kept (source, publisher, documents)
  SELECT DISTINCT source, $3::text, $1::integer FROM attributions WHERE run = $2 AND source IS NOT NULL
  ON CONFLICT (source, hashtextextended(publisher, 0), hashtextextended(publisher, 1))
  DO UPDATE SET documents = kept.documents + excluded.documents`

const COUNT_FORMS = `INSERT INTO source_forms AS kept (source, form, attributions)
  SELECT source, source_form, $1::integer * count(*) FROM attributions WHERE run = $2 AND source IS NOT NULL
  GROUP BY source, source_form
  ON CONFLICT (source, hashtextextended(form, 0), hashtextextended(form, 1))
  DO UPDATE SET attributions = kept.attributions + excluded.attributions`

const OF_RUN = "(SELECT source FROM attributions WHERE run = $1 AND source IS NOT NULL)"

const NAME = `UPDATE sources SET name = (
    SELECT form FROM source_forms WHERE source = sources.number ORDER BY source_forms.attributions DESC, form LIMIT 1)
  WHERE number IN ${OF_RUN}`

/** Count one document's sources in or out. Nothing without a run. */
export async function countSources(session: Session, { run, publisher, sign }: Counted): Promise<void> {
  if (run === null) return
  await session.all(COUNT, sign, run)
  if (publisher !== null) await session.all(COUNT_PUBLISHER, sign, run, publisher)
  await session.all(COUNT_FORMS, sign, run)
  if (sign < 0) {
    await session.all(`DELETE FROM source_publishers WHERE documents = 0 AND source IN ${OF_RUN}`, run)
    await session.all(`DELETE FROM source_forms WHERE attributions = 0 AND source IN ${OF_RUN}`, run)
  }
  await session.all(NAME, run)
}
