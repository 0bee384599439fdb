ALTER TABLE judgements ADD COLUMN origin TEXT; -- JSON object: number, previous and hash in the ledger it was taken over from
