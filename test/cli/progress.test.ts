import assert from "node:assert/strict"
import { PassThrough } from "node:stream"
import { test } from "vitest"
import { openProgress } from "../../src/cli/progress.ts"
import { openSpeed } from "../../src/cli/speed.ts"

/** What stands on the line after each moment. */
function lines(
  total: number | null,
  moments: { at: number; done: number; failed?: number; share?: number }[],
): string[] {
  const stream = new PassThrough()
  let time = 0
  const progress = openProgress(stream, { total, columns: 100, now: () => time })
  return moments.map(({ at, done, failed = 0, share }) => {
    time = at
    progress.show({ done, failed, share, label: "a.txt" })
    return String(stream.read() ?? "").replaceAll("\r\u001b[2K", "")
  })
}

test("tells how many are done, how fast, how long it will take and how many failed", () => {
  const [first, second] = lines(12, [
    { at: 100, done: 0 },
    { at: 2000, done: 3, failed: 1 },
  ])
  assert.equal(first, "[------------------------] 0 of 12: a.txt")
  assert.equal(second, "[######------------------] 3 of 12, 1.5/s, 0:06 to go, 1 failed: a.txt")
})

test("tells by the share of an archive where nobody counted, and only how many where there is none", () => {
  const moments = [{ at: 10_000, done: 400, share: 0.25 }]
  assert.deepEqual(lines(null, moments), ["[######------------------] 400 done, 40/s, 0:30 to go: a.txt"])
  assert.deepEqual(lines(null, [{ at: 10_000, done: 400 }]), ["400 done, 40/s: a.txt"])
})

test("draws no more often than an eye can follow", () => {
  const moments = Array.from({ length: 1000 }, (_, i) => ({ at: i, done: i }))
  const drawn = lines(1000, moments).filter((line) => line !== "").length
  assert.ok(drawn >= 15 && drawn <= 21, String(drawn))
})

test("speed is that of the last half minute: what was passed over at the start is forgotten", () => {
  const speed = openSpeed(0)
  for (let second = 1; second <= 100; second++) {
    const done = second <= 10 ? second * 1000 : 10_000 + (second - 10) * 2
    speed.note({ at: second * 1000, done, share: done / 20_000 })
  }
  const { perSecond, left } = speed.tell()
  assert.ok(perSecond !== null && Math.abs(perSecond - 2) < 0.01, String(perSecond))
  assert.ok(left !== null && Math.abs(left - 9820 / 2) < 1, String(left))
})
