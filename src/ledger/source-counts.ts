const CURRENT = `documents JOIN attributions ON attributions.run = documents.run
  JOIN sources ON sources.number = attributions.source`

/** The kept counts of sources, each beside a recount of it; a row that stands in only one of them is wrong. In SQL that every store reads. */
export const SOURCE_COUNTS = [
  {
    kept: "SELECT key, attributions, shown, documents FROM sources WHERE documents <> 0 OR attributions <> 0 OR shown <> 0",
    counted: `SELECT key, count(*), sum(attributions.shown), count(DISTINCT documents.number) FROM ${CURRENT} GROUP BY key`,
  },
  {
    kept: "SELECT key, form, source_forms.attributions FROM source_forms JOIN sources ON sources.number = source",
    counted: `SELECT key, source_form, count(*) FROM ${CURRENT} GROUP BY key, source_form`,
  },
  {
    kept: "SELECT key, publisher, source_publishers.documents FROM source_publishers JOIN sources ON sources.number = source",
    counted: `SELECT key, printed_by, count(DISTINCT documents.number) FROM ${CURRENT}
      WHERE printed_by IS NOT NULL GROUP BY key, printed_by`,
  },
  {
    kept: "SELECT key, name FROM sources WHERE documents > 0",
    counted: `SELECT key, (SELECT form FROM source_forms WHERE source = sources.number ORDER BY source_forms.attributions DESC, form LIMIT 1)
      FROM sources WHERE documents > 0`,
  },
]
