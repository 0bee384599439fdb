import assert from "node:assert/strict"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterAll, test } from "vitest"
import { realParts } from "../../../src/cli/real-parts.ts"
import { watchPlace } from "../../../src/cli/watch/watch-place.ts"

const folder = mkdtempSync(join(tmpdir(), "watch-place-"))
afterAll(() => rmSync(folder, { recursive: true }))

const env = { HOME: folder, XDG_DATA_HOME: folder, LOCALAPPDATA: folder, COUNTERCLAIM_LEDGER: "postgres://a@b/c" }
const placeOf = (location: string) => watchPlace(location, { env }, realParts)

test("where watching stands lies beside the ledger's file", async () => {
  assert.equal(await placeOf("/x/ledger.sqlite"), "/x/ledger.sqlite.watch.json")
})

test("of a ledger on a server it lies in the data folder, and no file's name shows the address", async () => {
  const place = await placeOf("postgres://ines:secret@db.example/claims")
  assert.ok(place.startsWith(folder) && existsSync(dirname(place)), place)
  assert.doesNotMatch(place, /ines|secret|db\.example/)
  assert.equal(await placeOf("postgres://ines:new@db.example/claims"), place)
  assert.notEqual(await placeOf("postgres://ines:secret@db.example/others"), place)
})
