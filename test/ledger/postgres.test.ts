import { afterAll, beforeAll, describe } from "vitest"
import { openLedger } from "../../src/ledger/open.ts"
import { ledgerContract } from "./contract.ts"
import { type Places, toPlaces } from "./postgres/places.ts"
import { findServer, startServer } from "./postgres/server.ts"
import { tamperTests } from "./postgres/tampered.ts"
import { troubleTests } from "./postgres/trouble.ts"
import { twinTests } from "./postgres/twins.ts"
import { upkeepTests } from "./postgres/upkeep.ts"

const { native, none } = findServer()
if (none) console.warn(`The ledger on PostgreSQL is not tested: ${none}.`)

// One file, so that one server serves all of them.
describe.skipIf(none !== undefined)(`PostgreSQL${none ? ` (not tested: ${none})` : ""}`, () => {
  let places: Places
  beforeAll(async () => {
    places = toPlaces(await startServer(native!))
  })
  afterAll(() => places?.server.remove())

  // A test may hold a few of them at once.
  let opened = 0
  ledgerContract("the ledger on PostgreSQL", async () => openLedger(await places.emptied(`held_${opened++ % 4}`)))
  twinTests(() => places)
  tamperTests(() => places)
  upkeepTests(() => places)
  troubleTests(() => places)
})
