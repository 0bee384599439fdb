import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { findDateline } from "../../src/model/dateline.ts"

/** "places | what follows". */
const found = (text: string): string | null => {
  const dateline = findDateline(text, { start: 0, end: text.length })
  return dateline && `${text.slice(dateline.places.start, dateline.places.end)} | ${text.slice(dateline.end)}`
}

describe("a dateline", () => {
  for (const [text, expected] of [
    ["TOLLEN, Velmark (Ostmark Press) - Rain fell.", "TOLLEN, Velmark | Rain fell."],
    ["TOLLEN, Ostra Hills, March 3 (Halvard News) — Rain fell.", "TOLLEN, Ostra Hills, March 3 | Rain fell."],
    ["TOLLEN, Velmark, 3 March 2031 — “Rain fell.”", "TOLLEN, Velmark, 3 March 2031 | “Rain fell.”"],
    ["NEW TOLLEN (OP) -- Rain fell.", "NEW TOLLEN | Rain fell."],
    ["TOLLEN — Rain fell.", "TOLLEN | Rain fell."],
    ["Tollen (Halvard News) – Rain fell.", "Tollen | Rain fell."],
  ] as const)
    test(`is found in: ${text}`, () => assert.equal(found(text), expected))

  for (const text of [
    "VELTO — the alliance — met on Friday.",
    "Robin Roe (D-Lodmark) - A senator of long standing.",
    "The miners — Robin Roe among them — left.",
    "I — I did not know.",
    "TOLLEN-BACKED forces withdrew.",
    "",
  ])
    test(`is none in: ${text}`, () => assert.equal(found(text), null))

  test("lies in its paragraph, whatever stands there", () => {
    const bits = fc.constantFrom(
      "TOLLEN",
      "Tollen",
      ", ",
      " (",
      ") ",
      " - ",
      "—",
      "OP",
      "News",
      " ",
      "3",
      "🙂",
      "\u0000",
    )
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (some) => {
        const text = some.join("")
        const dateline = findDateline(text, { start: 0, end: text.length })
        if (!dateline) return
        const { places, end } = dateline
        assert.ok(0 <= places.start && places.start < places.end && places.end <= end && end <= text.length)
      }),
    )
  })
})
