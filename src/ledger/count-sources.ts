import type { Store } from "./store.ts"

/** A document's current run and publisher; `sign` is 1 to count them in, -1 to take them out again. */
export type Counted = Readonly<{ run: number | null; publisher: string | null; sign: 1 | -1 }>

/** Count one document's sources in or out. Nothing without a run. */
export function countSources(store: Store, { run, publisher, sign }: Counted): void {
  if (run === null) return
  store.run(
    `UPDATE sources SET attributions = sources.attributions + ? * here.attributions,
        shown = sources.shown + ? * here.shown, documents = sources.documents + ?
      FROM (SELECT source, count(*) AS attributions, sum(shown) AS shown FROM attributions
        WHERE run = ? AND source IS NOT NULL GROUP BY source) AS here
      WHERE sources.number = here.source`,
    sign,
    sign,
    sign,
    run,
  )
  if (publisher !== null) countPublisher(store, run, publisher, sign)
  countForms(store, run, sign)
}

function countPublisher(store: Store, run: number, publisher: string, sign: number): void {
  store.run(
    `INSERT INTO source_publishers (source, publisher, documents)
      SELECT DISTINCT source, ?, ? FROM attributions WHERE run = ? AND source IS NOT NULL
      ON CONFLICT DO UPDATE SET documents = documents + excluded.documents`,
    publisher,
    sign,
    run,
  )
  if (sign > 0) return
  store.run(
    `DELETE FROM source_publishers WHERE documents = 0 AND publisher = ?
      AND source IN (SELECT source FROM attributions WHERE run = ?)`,
    publisher,
    run,
  )
}

function countForms(store: Store, run: number, sign: number): void {
  store.run(
    `INSERT INTO source_forms (source, form, attributions)
      SELECT source, source_form, ? * count(*) FROM attributions WHERE run = ? AND source IS NOT NULL
      GROUP BY source, source_form
      ON CONFLICT DO UPDATE SET attributions = attributions + excluded.attributions`,
    sign,
    run,
  )
  store.run(
    `DELETE FROM source_forms WHERE attributions = 0 AND source IN (SELECT source FROM attributions WHERE run = ?)`,
    run,
  )
  store.run(
    `UPDATE sources SET name = (SELECT form FROM source_forms WHERE source = number ORDER BY attributions DESC, form LIMIT 1)
      WHERE number IN (SELECT source FROM attributions WHERE run = ?)`,
    run,
  )
}
