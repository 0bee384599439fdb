-- A document's current run hangs on its date of publication, too: one text printed on two days has two runs
-- that are current. The column that held one for each text gives way to a mark on the runs.

ALTER TABLE runs ADD COLUMN current INTEGER NOT NULL DEFAULT 0; -- kept: 1 for the newest of its text and anchor
DROP INDEX runs_by_text;
CREATE INDEX runs_by_text ON runs (text, anchor, model_version, data, id);
UPDATE runs SET current = 1 WHERE number = (
  SELECT others.number FROM runs AS others WHERE others.text = runs.text AND others.anchor IS runs.anchor
  ORDER BY others.model_version DESC, others.data DESC, others.id DESC LIMIT 1);

DROP VIEW content_words;
CREATE VIEW content_words AS
  SELECT attributions.number, attributions.content_words AS content
  FROM attributions JOIN runs ON runs.number = attributions.run AND runs.current = 1;
INSERT INTO content_index (content_index) VALUES ('rebuild');
ALTER TABLE texts DROP COLUMN run;

-- What is kept on documents and sources, worked out anew.
UPDATE documents SET run = (
  SELECT runs.number FROM readings JOIN runs ON runs.text = readings.text AND runs.current = 1
    AND (runs.anchor IS NULL OR runs.anchor = readings.published_value)
  WHERE readings.number = documents.reading AND readings.article
  ORDER BY runs.anchor IS NULL LIMIT 1);
UPDATE documents SET
  shown = coalesce((SELECT runs.shown FROM runs WHERE runs.number = documents.run), 0),
  doubtful = coalesce((SELECT runs.doubtful FROM runs WHERE runs.number = documents.run), 0);
DELETE FROM source_forms;
INSERT INTO source_forms (source, form, attributions)
  SELECT source, source_form, count(*) FROM documents JOIN attributions ON attributions.run = documents.run
  WHERE source IS NOT NULL GROUP BY source, source_form;
DELETE FROM source_publishers;
INSERT INTO source_publishers (source, publisher, documents)
  SELECT source, printed_by, count(DISTINCT documents.number)
  FROM documents JOIN attributions ON attributions.run = documents.run
  WHERE source IS NOT NULL AND printed_by IS NOT NULL GROUP BY source, printed_by;
UPDATE sources SET attributions = 0, shown = 0, documents = 0;
UPDATE sources SET attributions = counted.attributions, shown = counted.shown, documents = counted.documents,
    name = (SELECT form FROM source_forms WHERE source = number ORDER BY source_forms.attributions DESC, form LIMIT 1)
  FROM (SELECT source, count(*) AS attributions, sum(attributions.shown) AS shown,
      count(DISTINCT documents.number) AS documents
    FROM documents JOIN attributions ON attributions.run = documents.run WHERE source IS NOT NULL GROUP BY source
  ) AS counted
  WHERE counted.source = sources.number;
