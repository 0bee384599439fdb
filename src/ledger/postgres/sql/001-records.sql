-- The records of src/model/, as in the SQLite ledger: rows refer to each other by `number`; ids are what the outside sees.
-- Columns and tables under "kept" are worked out from the others in the transaction of every add; Ledger.verify()
-- counts again. Texts that are sorted are of the collation "C": by code points, whatever the database's own order.
-- A B-tree holds no value beyond 2,704 bytes: texts of any length are unique by their hashes.

CREATE TABLE counterclaim_ledger (
  one BOOLEAN PRIMARY KEY DEFAULT true CHECK (one),
  version INTEGER NOT NULL,
  judgements BIGINT NOT NULL -- how many were added
);
INSERT INTO counterclaim_ledger (version, judgements) VALUES (0, 0);

CREATE TABLE snapshots (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sha256 TEXT COLLATE "C" NOT NULL UNIQUE,
  url TEXT,
  headers TEXT NOT NULL, -- JSON object
  fetched TEXT NOT NULL,
  bytes BYTEA NOT NULL -- Brotli
);
ALTER TABLE snapshots ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE texts (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  value TEXT NOT NULL
);

CREATE TABLE documents (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  url TEXT,
  publisher TEXT,
  -- kept, from here on
  reading BIGINT,
  text BIGINT REFERENCES texts,
  run BIGINT,
  printed_by TEXT COLLATE "C", -- the current reading's publisher, else the document's
  published BIGINT, -- start of the published date, in milliseconds since 1970
  first_seen TEXT,
  last_seen TEXT,
  last_moment BIGINT, -- of last_seen, in milliseconds since 1970
  sightings INTEGER NOT NULL DEFAULT 0,
  shown INTEGER NOT NULL DEFAULT 0,
  doubtful INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX documents_by_last_seen ON documents (last_moment DESC NULLS LAST, id);
CREATE INDEX documents_by_published ON documents (published DESC NULLS LAST, id);
CREATE INDEX documents_by_text ON documents (text);
CREATE INDEX documents_by_run ON documents (run);

CREATE TABLE readings (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  document BIGINT NOT NULL REFERENCES documents,
  snapshot BIGINT NOT NULL REFERENCES snapshots,
  reader INTEGER NOT NULL,
  article SMALLINT NOT NULL, -- 1 or 0
  not_article TEXT,
  title TEXT,
  publisher TEXT,
  bylines TEXT NOT NULL, -- JSON array
  published_value TEXT COLLATE "C",
  published_precision TEXT,
  language TEXT,
  text BIGINT NOT NULL REFERENCES texts,
  removed TEXT NOT NULL, -- JSON array
  modified TEXT,
  blocks TEXT NOT NULL, -- JSON array
  evidence TEXT NOT NULL, -- JSON array
  UNIQUE (document, snapshot, reader)
);
CREATE INDEX readings_by_snapshot ON readings (snapshot);
CREATE INDEX readings_by_text ON readings (text);
ALTER TABLE documents ADD FOREIGN KEY (reading) REFERENCES readings;

CREATE TABLE sightings (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  document BIGINT NOT NULL REFERENCES documents,
  snapshot BIGINT NOT NULL REFERENCES snapshots,
  url TEXT COLLATE "C" NOT NULL,
  at TEXT COLLATE "C" NOT NULL,
  moment BIGINT NOT NULL -- of `at`, in milliseconds since 1970
);
CREATE INDEX sightings_by_document ON sightings (document, moment);
CREATE INDEX sightings_by_snapshot ON sightings (snapshot);

CREATE TABLE runs (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  text BIGINT NOT NULL REFERENCES texts,
  model_name TEXT NOT NULL,
  model_version INTEGER NOT NULL,
  model_sha256 TEXT NOT NULL,
  data INTEGER NOT NULL,
  anchor TEXT COLLATE "C", -- the published date that times were resolved against
  findings TEXT NOT NULL, -- JSON object of lists: entities, figures, times, places, evidence
  -- kept, from here on
  current SMALLINT NOT NULL DEFAULT 0, -- 1 for the newest of its text and anchor
  shown INTEGER NOT NULL,
  doubtful INTEGER NOT NULL
);
CREATE INDEX runs_by_text ON runs (text, model_version, data, id);
ALTER TABLE documents ADD FOREIGN KEY (run) REFERENCES runs;

CREATE TABLE sources (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key TEXT COLLATE "C" NOT NULL, -- white space folded, in lower case
  -- kept, over the current runs of all documents
  name TEXT COLLATE "C", -- the form printed most often
  attributions BIGINT NOT NULL DEFAULT 0,
  shown BIGINT NOT NULL DEFAULT 0,
  documents BIGINT NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX sources_by_key ON sources (hashtextextended(key, 0), hashtextextended(key, 1));
CREATE INDEX sources_by_documents ON sources (documents DESC, attributions DESC) WHERE documents > 0;

-- kept
CREATE TABLE source_forms (
  source BIGINT NOT NULL REFERENCES sources,
  form TEXT COLLATE "C" NOT NULL,
  attributions BIGINT NOT NULL
);
CREATE UNIQUE INDEX source_forms_by_source ON source_forms (source, hashtextextended(form, 0), hashtextextended(form, 1));

-- kept
CREATE TABLE source_publishers (
  source BIGINT NOT NULL REFERENCES sources,
  publisher TEXT COLLATE "C" NOT NULL,
  documents BIGINT NOT NULL
);
CREATE UNIQUE INDEX source_publishers_by_source
  ON source_publishers (source, hashtextextended(publisher, 0), hashtextextended(publisher, 1));

CREATE TABLE attributions (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run BIGINT NOT NULL REFERENCES runs,
  position INTEGER NOT NULL, -- in the run as it was added, from 0
  place INTEGER NOT NULL, -- rank by place in the text, from 0
  id TEXT COLLATE "C" NOT NULL,
  source BIGINT REFERENCES sources,
  source_form TEXT COLLATE "C", -- the source's words, white space folded
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
  confidence DOUBLE PRECISION NOT NULL,
  shown SMALLINT NOT NULL, -- 1 or 0
  because TEXT NOT NULL, -- JSON array
  content_words TEXT NOT NULL, -- what full-text search looks into
  UNIQUE (run, position)
);
CREATE INDEX attributions_by_run ON attributions (run, place);
CREATE INDEX attributions_by_id ON attributions (id);
CREATE INDEX attributions_by_source ON attributions (source);
CREATE INDEX attributions_by_act ON attributions (act);

CREATE TABLE judgements (
  number BIGINT PRIMARY KEY,
  "left" TEXT NOT NULL,
  "right" TEXT,
  verdict TEXT NOT NULL,
  score DOUBLE PRECISION,
  "by" TEXT NOT NULL,
  reason TEXT,
  at TEXT NOT NULL,
  previous TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL UNIQUE,
  origin TEXT -- JSON object: number, previous and hash in the ledger it was taken over from
);
CREATE FUNCTION judgement_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a judgement is never changed or removed: add a later one'; END $$;
CREATE TRIGGER judgements_are_never_changed BEFORE UPDATE OR DELETE ON judgements
  FOR EACH ROW EXECUTE FUNCTION judgement_stays();
CREATE TRIGGER judgements_are_never_emptied BEFORE TRUNCATE ON judgements
  FOR EACH STATEMENT EXECUTE FUNCTION judgement_stays();

-- kept: what is searched, the different folded words in order with how often each stands there. The words are those
-- that the other ledgers fold (src/ledger/words.ts); PostgreSQL's own dictionaries have no part in it.
CREATE TABLE document_index (
  number BIGINT PRIMARY KEY, -- of a document
  words TEXT[] COLLATE "C" NOT NULL,
  counts INTEGER[] NOT NULL,
  length INTEGER NOT NULL -- of all counts
);
CREATE INDEX document_index_by_word ON document_index USING gin (words);
CREATE TABLE content_index (
  number BIGINT PRIMARY KEY, -- of an attribution of a current run
  words TEXT[] COLLATE "C" NOT NULL,
  counts INTEGER[] NOT NULL,
  length INTEGER NOT NULL
);
CREATE INDEX content_index_by_word ON content_index USING gin (words);

-- kept: the sums of the two indexes, which the ranking of every search needs.
CREATE TABLE index_sums (
  index TEXT PRIMARY KEY,
  entries BIGINT NOT NULL,
  length BIGINT NOT NULL
);
INSERT INTO index_sums (index, entries, length) VALUES ('document_index', 0, 0), ('content_index', 0, 0);
