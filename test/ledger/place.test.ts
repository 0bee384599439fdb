import assert from "node:assert/strict"
import { test } from "vitest"
import { defaultLedgerPath } from "../../src/ledger/place.ts"

test("the environment names the ledger before anything else", () => {
  const env = { COUNTERCLAIM_LEDGER: "desk.sqlite", HOME: "/home/ines", XDG_DATA_HOME: "/data" }
  assert.equal(defaultLedgerPath(env, "linux"), "desk.sqlite")
})

test("the ledger lies in the user's data folder of each system", () => {
  const home = { HOME: "/home/ines" }
  assert.equal(defaultLedgerPath(home, "linux"), "/home/ines/.local/share/counterclaim/ledger.sqlite")
  assert.equal(defaultLedgerPath({ ...home, XDG_DATA_HOME: "/data" }, "linux"), "/data/counterclaim/ledger.sqlite")
  assert.equal(defaultLedgerPath(home, "darwin"), "/home/ines/Library/Application Support/counterclaim/ledger.sqlite")
  const windows = { USERPROFILE: "C:\\Users\\ines" }
  assert.equal(defaultLedgerPath(windows, "win32"), "C:\\Users\\ines\\AppData\\Local\\counterclaim\\ledger.sqlite")
  assert.equal(defaultLedgerPath({ LOCALAPPDATA: "D:\\Data" }, "win32"), "D:\\Data\\counterclaim\\ledger.sqlite")
})

test("an empty name and a data folder that is not absolute are passed over", () => {
  const env = { COUNTERCLAIM_LEDGER: "", XDG_DATA_HOME: "data", HOME: "/home/ines" }
  assert.equal(defaultLedgerPath(env, "linux"), "/home/ines/.local/share/counterclaim/ledger.sqlite")
})
