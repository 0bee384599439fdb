-- The records of src/model/. Rows refer to each other by `number`; ids are what the outside sees.
-- Columns under "kept" are worked out from the other tables in the same transaction as every add,
-- so that no question has to count everything; Ledger.verify() counts again.

CREATE TABLE snapshots (
  number INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  url TEXT,
  headers TEXT NOT NULL, -- JSON object
  fetched TEXT NOT NULL,
  bytes BLOB NOT NULL -- Brotli
) STRICT;

CREATE TABLE texts (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  run INTEGER REFERENCES runs, -- kept: the current run
  value TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  url TEXT,
  publisher TEXT,
  -- kept, from here on
  reading INTEGER REFERENCES readings,
  text INTEGER REFERENCES texts,
  run INTEGER REFERENCES runs,
  printed_by TEXT, -- the current reading's publisher, else the document's
  published INTEGER, -- start of the published date, in milliseconds since 1970
  first_seen TEXT,
  last_seen TEXT,
  last_moment INTEGER, -- of last_seen, in milliseconds since 1970
  sightings INTEGER NOT NULL DEFAULT 0,
  shown INTEGER NOT NULL DEFAULT 0,
  doubtful INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX documents_by_last_seen ON documents (last_moment DESC, id);
CREATE INDEX documents_by_published ON documents (published DESC, id, run);
CREATE INDEX documents_by_text ON documents (text);
CREATE INDEX documents_by_run ON documents (run, shown, doubtful);

CREATE TABLE readings (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES documents,
  snapshot INTEGER NOT NULL REFERENCES snapshots,
  reader INTEGER NOT NULL,
  article INTEGER NOT NULL,
  not_article TEXT,
  title TEXT,
  publisher TEXT,
  bylines TEXT NOT NULL, -- JSON array
  published_value TEXT,
  published_precision TEXT,
  language TEXT,
  text INTEGER NOT NULL REFERENCES texts,
  removed TEXT NOT NULL, -- JSON array
  UNIQUE (document, snapshot, reader)
) STRICT;
CREATE INDEX readings_by_snapshot ON readings (snapshot);
CREATE INDEX readings_by_text ON readings (text);

CREATE TABLE sightings (
  number INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents,
  snapshot INTEGER NOT NULL REFERENCES snapshots,
  url TEXT NOT NULL,
  at TEXT NOT NULL,
  moment INTEGER NOT NULL -- of `at`, in milliseconds since 1970
) STRICT;
CREATE INDEX sightings_by_document ON sightings (document, moment);
CREATE INDEX sightings_by_snapshot ON sightings (snapshot);

CREATE TABLE runs (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  text INTEGER NOT NULL REFERENCES texts,
  model_name TEXT NOT NULL,
  model_version INTEGER NOT NULL,
  model_sha256 TEXT NOT NULL,
  data INTEGER NOT NULL,
  shown INTEGER NOT NULL, -- kept
  doubtful INTEGER NOT NULL -- kept
) STRICT;
CREATE INDEX runs_by_text ON runs (text, model_version, data, id);

CREATE TABLE sources (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE, -- white space folded, in lower case
  -- kept, over the current runs of all documents
  name TEXT, -- the form printed most often
  attributions INTEGER NOT NULL DEFAULT 0,
  shown INTEGER NOT NULL DEFAULT 0,
  documents INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX sources_by_documents ON sources (documents DESC, attributions DESC, name) WHERE documents > 0;

-- kept
CREATE TABLE source_forms (
  source INTEGER NOT NULL REFERENCES sources,
  form TEXT NOT NULL,
  attributions INTEGER NOT NULL,
  PRIMARY KEY (source, form)
) STRICT, WITHOUT ROWID;

-- kept
CREATE TABLE source_publishers (
  source INTEGER NOT NULL REFERENCES sources,
  publisher TEXT NOT NULL,
  documents INTEGER NOT NULL,
  PRIMARY KEY (source, publisher)
) STRICT, WITHOUT ROWID;

CREATE TABLE attributions (
  number INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES runs,
  position INTEGER NOT NULL, -- in the run as it was added, from 0
  place INTEGER NOT NULL, -- rank by place in the text, from 0
  id TEXT NOT NULL,
  source INTEGER REFERENCES sources,
  source_form TEXT, -- the source's words, white space folded
  source_start INTEGER,
  source_end INTEGER,
  cue_start INTEGER,
  cue_end INTEGER,
  content TEXT NOT NULL, -- JSON [[start, end], ...]
  quotation TEXT NOT NULL,
  act TEXT NOT NULL,
  within TEXT,
  speaker TEXT,
  on_behalf_of TEXT,
  confidence REAL NOT NULL,
  shown INTEGER NOT NULL,
  because TEXT NOT NULL, -- JSON array
  content_words TEXT NOT NULL, -- what full-text search looks into
  UNIQUE (run, position)
) STRICT;
CREATE INDEX attributions_by_run ON attributions (run, place, act, shown, source);
CREATE INDEX attributions_by_id ON attributions (id);
CREATE INDEX attributions_by_source ON attributions (source);
CREATE INDEX attributions_by_act ON attributions (act);

CREATE TABLE judgements (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  "left" TEXT NOT NULL,
  "right" TEXT,
  verdict TEXT NOT NULL,
  score REAL,
  "by" TEXT NOT NULL,
  reason TEXT,
  at TEXT NOT NULL,
  previous TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER judgements_are_never_changed BEFORE UPDATE ON judgements
BEGIN SELECT RAISE(ABORT, 'a judgement is never changed: add a later one'); END;
CREATE TRIGGER judgements_are_never_removed BEFORE DELETE ON judgements
BEGIN SELECT RAISE(ABORT, 'a judgement is never removed: add a later one'); END;

-- What is searched: the views are the truth, the indexes follow them in the transaction of every add.
CREATE VIEW document_words AS
  SELECT documents.number, readings.title, texts.value AS text
  FROM documents JOIN readings ON readings.number = documents.reading JOIN texts ON texts.number = readings.text;
CREATE VIRTUAL TABLE document_index USING fts5 (
  title, text, content = 'document_words', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIEW content_words AS
  SELECT attributions.number, attributions.content_words AS content
  FROM attributions
  JOIN runs ON runs.number = attributions.run
  JOIN texts ON texts.number = runs.text AND texts.run = runs.number;
CREATE VIRTUAL TABLE content_index USING fts5 (
  content, content = 'content_words', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
