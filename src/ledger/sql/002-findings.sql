ALTER TABLE runs ADD COLUMN anchor TEXT; -- the published date that times were resolved against
ALTER TABLE runs ADD COLUMN findings TEXT; -- JSON object of lists: entities, figures, times, places, evidence
