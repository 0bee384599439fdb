import type { Ledger } from "../model/ledger.ts"
import { addEntry } from "./add.ts"
import { checkEntry, checkHolding, checkJudgement } from "./check.ts"
import { findAttribution, findAttributions } from "./find-attributions.ts"
import { countAll, findDocument, findDocuments } from "./find-documents.ts"
import { findHeld } from "./find-held.ts"
import { findHoldings } from "./find-holdings.ts"
import { findSources } from "./find-sources.ts"
import { findWords } from "./find-words.ts"
import { addJudgement, findJudgements } from "./judgements.ts"
import { findNew, mergeHolding } from "./merge.ts"
import { type SnapshotRow, toSnapshotRecord } from "./rows.ts"
import { storable } from "./storable.ts"
import type { Store } from "./store.ts"
import { verifyStore } from "./verify.ts"

/** The ledger in an open SQLite file whose tables are of the present version. */
export function sqliteLedger(store: Store): Ledger {
  const ask = async <Answer>(work: () => Answer): Promise<Answer> => store.read(work)
  return {
    add: async (given) => {
      const entry = storable(given)
      checkEntry(entry)
      return store.write(() => addEntry(store, entry))
    },
    holdings: (page = {}) => ask(() => findHoldings(store, page)),
    merge: async (given, { dryRun = false } = {}) => {
      const holding = storable(given)
      checkHolding(holding)
      if (dryRun) return ask(() => findNew(store, holding).merged)
      return store.write(() => mergeHolding(store, holding))
    },
    judge: async (given, origin = null) => {
      const judgement = storable(given)
      checkJudgement(judgement, origin)
      return store.write(() => addJudgement(store, judgement, origin))
    },
    judgements: () => ask(() => findJudgements(store)),
    counts: () => ask(() => countAll(store)),
    documents: (page = {}) => ask(() => findDocuments(store, page)),
    document: (id) => ask(() => findDocument(store, id)),
    attributions: (query = {}) => ask(() => findAttributions(store, query)),
    attribution: (id) => ask(() => findAttribution(store, id)),
    sources: (page = {}) => ask(() => findSources(store, page)),
    search: (words, page = {}) => ask(() => findWords(store, words, page)),
    snapshot: (sha256) => ask(() => findSnapshot(store, sha256)),
    held: (snapshot, url) => ask(() => findHeld(store, snapshot, url)),
    verify: () => verifyStore(store),
    close: async () => store.close(),
  }
}

function findSnapshot(store: Store, sha256: string) {
  const row = store.get<SnapshotRow>("SELECT * FROM snapshots WHERE sha256 = ?", sha256)
  return row ? toSnapshotRecord(row) : null
}
