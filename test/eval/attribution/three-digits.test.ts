import assert from "node:assert/strict"
import { test } from "vitest"
import { threeDigits } from "../../../eval/attribution/three-digits.ts"

test("an exact half goes to the even digit, all else to the nearest", () => {
  const printed = [1 / 16, 3 / 16, 5 / 16, 13 / 16, 0.0005, 0.6685, 2 / 3, 0, 1].map(threeDigits)
  assert.deepEqual(printed, ["0.062", "0.188", "0.312", "0.812", "0.001", "0.668", "0.667", "0.000", "1.000"])
})
