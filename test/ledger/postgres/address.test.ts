import assert from "node:assert/strict"
import { test } from "vitest"
import { isAddress, shownAddress } from "../../../src/ledger/postgres/address.ts"

test("an address is told from a path", () => {
  for (const address of ["postgres://host/db", "postgresql:///db", "POSTGRES://host/db"]) assert.ok(isAddress(address))
  for (const path of ["ledger.sqlite", "/data/postgres/ledger", "postgres", "C:\\postgres.sqlite"])
    assert.ok(!isAddress(path))
})

test("an address is shown without user, password and settings, whatever signs they hold", () => {
  const shown: readonly (readonly [address: string, shown: string])[] = [
    ["postgres://ines:secret@db.example/ledger", "postgres://…@db.example/ledger"],
    ["postgres://ines:se/c@ret@db.example:5433/ledger", "postgres://…@db.example:5433/ledger"],
    ["postgres://db.example/ledger?password=secret&user=ines", "postgres://db.example/ledger?…"],
    ["postgres://ines:se?cret@db.example/ledger", "postgres://…@…"],
    ["postgres://db.example/ledger?password=sec@ret", "postgres://…@…"],
    ["postgres:/ines:secret@db.example", "postgres://…@db.example"],
    ["postgres://ines:sec\nret@db.example/a\nb", "postgres://…@db.example/a b"],
  ]
  for (const [address, expected] of shown) assert.equal(shownAddress(address), expected)
})
