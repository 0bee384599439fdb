import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { askedToWait, freshFor, waitFor } from "../../../src/fetch/feed/wait.ts"
import { CounterclaimError } from "../../../src/model/error.ts"

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NOW = new Date("2031-03-12T08:00:00Z")

const failing = (retryAfter: string) =>
  new CounterclaimError({ code: "fetch/status", what: "", where: "", fix: "", cause: { status: 503, retryAfter } })

test("each failure doubles the wait, up to six hours", () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 50].map((failures) => waitFor({ everyMs: 15 * MINUTE, failures, askedMs: 0 }))
  assert.deepEqual(
    waits.map((ms) => ms / MINUTE),
    [15, 30, 60, 120, 240, 360, 360, 360],
  )
  assert.equal(waitFor({ everyMs: 24 * HOUR, failures: 3, askedMs: 0 }), 24 * HOUR)
})

test("never waits less than the server asks for", () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.nat(100), fc.nat(1e9), (everyMs, failures, askedMs) => {
      const wait = waitFor({ everyMs, failures, askedMs })
      assert.ok(wait >= askedMs && wait >= everyMs)
    }),
  )
})

test("reads retry-after in seconds and as a date, a day at most", () => {
  assert.equal(askedToWait(failing("120"), NOW), 2 * MINUTE)
  assert.equal(askedToWait(failing("Wed, 12 Mar 2031 09:00:00 GMT"), NOW), HOUR)
  assert.equal(askedToWait(failing("Wed, 12 Mar 2031 07:00:00 GMT"), NOW), 0)
  assert.equal(askedToWait(failing("9999999999"), NOW), 24 * HOUR)
  for (const none of [failing(""), failing("soon"), new Error("x")]) assert.equal(askedToWait(none, NOW), 0)
})

test("reads max-age, unless the answer is not to be kept", () => {
  assert.equal(freshFor({ "cache-control": "public, max-age=300" }), 5 * MINUTE)
  assert.equal(freshFor({ "cache-control": "max-age=31536000" }), 24 * HOUR)
  assert.equal(freshFor({ "cache-control": "no-cache, max-age=300" }), 0)
  assert.equal(freshFor({}), 0)
})
