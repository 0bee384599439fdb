import assert from "node:assert/strict"
import type { DatabaseSyncInstance } from "@photostructure/sqlite"
import { test } from "vitest"
import { toStore } from "../../src/ledger/store.ts"

/** A database that fails with this code of SQLite whatever it is to do; tells whether it was closed. */
function failing(errcode: number) {
  const database = {
    isOpen: true,
    exec: () => {
      throw Object.assign(new Error("database or disk is full"), { code: "ERR_SQLITE_ERROR", errcode })
    },
    close: () => {
      database.isOpen = false
    },
  }
  return database
}

const storeOn = (database: object) => toStore(database as DatabaseSyncInstance, "ledger.sqlite", false)

test("closing on a full disk leaves the log beside the file and hides no earlier error", () => {
  const database = failing(13)
  storeOn(database).close()
  assert.equal(database.isOpen, false)
})

test("what else goes wrong in closing is told as the ledger's, and the file is closed", () => {
  const database = failing(10)
  assert.throws(() => storeOn(database).close(), { code: "ledger/unreadable" })
  assert.equal(database.isOpen, false)
})
