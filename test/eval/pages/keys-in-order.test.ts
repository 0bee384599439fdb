import assert from "node:assert/strict"
import { test } from "vitest"
import { keysInOrder } from "../../../eval/pages/keys-in-order.ts"

test("keeps the order of keys that look like numbers, and takes no key of an inner object or a text for one", () => {
  const json = '{"1001": {"b": ["x", {"c": 1}]}, "0002": "no: {key}", "a\\"\\u00e9": null, "1001": 2}'
  assert.deepEqual(keysInOrder(json), ["1001", "0002", 'a"é'])
  assert.deepEqual(keysInOrder("{}"), [])
})
