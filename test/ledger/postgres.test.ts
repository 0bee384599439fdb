import { afterAll, beforeAll, describe } from "vitest"
import { openLedger } from "../../src/ledger/open.ts"
import { ledgerContract } from "./contract.ts"
import { findServer, type Server, startServer } from "./postgres/server.ts"

const { native, none } = findServer()
if (none) console.warn(`The ledger on PostgreSQL is not tested: ${none}.`)

describe.skipIf(none !== undefined)(`PostgreSQL${none ? ` (not tested: ${none})` : ""}`, () => {
  let server: Server
  let made = 0
  beforeAll(async () => {
    server = await startServer(native!)
  })
  afterAll(() => server?.remove())

  /** The address of a schema of its own, empty as yet. */
  async function place(): Promise<string> {
    const schema = `ledger_${++made}`
    await server.query(`CREATE SCHEMA ${schema}`)
    return server.url({ schema })
  }

  ledgerContract("the ledger on PostgreSQL", async () => openLedger(await place()))
})
