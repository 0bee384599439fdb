import type { Ledger } from "../../model/ledger.ts"
import { checkEntry, checkHolding, checkJudgement } from "../check.ts"
import { type SnapshotRow, toSnapshotRecord } from "../rows.ts"
import { storable } from "../storable.ts"
import { addEntry } from "./add.ts"
import { findAttribution, findAttributions } from "./find-attributions.ts"
import { countAll, findDocument, findDocuments } from "./find-documents.ts"
import { findHeld } from "./find-held.ts"
import { findHoldings } from "./find-holdings.ts"
import { findSources } from "./find-sources.ts"
import { findWords } from "./find-words.ts"
import { addJudgement, findJudgements } from "./judgements.ts"
import { findNew, mergeHolding } from "./merge.ts"
import type { Session, Store } from "./store.ts"
import { verifyStore } from "./verify.ts"

/** The ledger in a PostgreSQL schema whose tables are of the present version. */
export function postgresLedger(store: Store): Ledger {
  const ask = store.read
  return {
    add: async (given) => {
      const entry = storable(given)
      checkEntry(entry)
      return store.write((session) => addEntry(session, entry))
    },
    holdings: (page = {}) => ask((session) => findHoldings(session, storable(page))),
    merge: async (given, { dryRun = false } = {}) => {
      const holding = storable(given)
      checkHolding(holding)
      if (dryRun) return ask(async (session) => (await findNew(session, holding)).merged)
      return store.write((session) => mergeHolding(session, holding))
    },
    judge: async (given, origin = null) => {
      const judgement = storable(given)
      checkJudgement(judgement, origin)
      return store.write((session) => addJudgement(session, judgement, origin))
    },
    judgements: () => ask(findJudgements),
    counts: () => ask(countAll),
    documents: (page = {}) => ask((session) => findDocuments(session, page)),
    document: (id) => ask((session) => findDocument(session, storable(id))),
    attributions: (query = {}) => ask((session) => findAttributions(session, storable(query))),
    attribution: (id) => ask((session) => findAttribution(session, storable(id))),
    sources: (page = {}) => ask((session) => findSources(session, page)),
    search: (words, page = {}) => ask((session) => findWords(session, words, page)),
    snapshot: (sha256) => ask((session) => findSnapshot(session, storable(sha256))),
    held: (snapshot, url) => ask((session) => findHeld(session, storable(snapshot), storable(url))),
    verify: () => verifyStore(store),
    close: () => store.close(),
  }
}

async function findSnapshot(session: Session, sha256: string) {
  const row = await session.get<SnapshotRow>("SELECT * FROM snapshots WHERE sha256 = $1", sha256)
  return row ? toSnapshotRecord(row) : null
}
