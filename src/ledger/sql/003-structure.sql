ALTER TABLE readings ADD COLUMN modified TEXT;
ALTER TABLE readings ADD COLUMN blocks TEXT; -- JSON array
ALTER TABLE readings ADD COLUMN evidence TEXT; -- JSON array
