import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll } from "vitest"
import { openLedger } from "../../src/ledger/open.ts"
import { ledgerContract } from "./contract.ts"

const folder = mkdtempSync(join(tmpdir(), "ledger-"))
afterAll(() => rmSync(folder, { recursive: true }))

let opened = 0
ledgerContract("the ledger on SQLite", () => openLedger(join(folder, `${++opened}.sqlite`)))
