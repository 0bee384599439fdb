import assert from "node:assert/strict"
import { test } from "vitest"
import { measureShares } from "../../../eval/bench/measure-shares.ts"
import { analyse } from "../../../src/analyse/analyse.ts"
import { toText } from "../../../src/model/text.ts"

const WORDLESS = {
  model: { name: "none", version: 1, sha256: "" },
  words: [],
  cues: new Float32Array(),
  inner: null,
  links: new Map(),
  names: null,
}

test("the time goes to the step whose folder the work is in, and the shares add up to one", async () => {
  const text = toText("“We saw it,” Ane Roe said. Nobody else did. ".repeat(200))
  const shares = await measureShares(async () => {
    for (const end = performance.now() + 200; performance.now() < end; ) analyse(text, WORDLESS, new Set())
  })
  assert.ok(shares.analyse! > 0.5, JSON.stringify(shares))
  assert.equal(shares.identify, 0)
  const sum = Object.values(shares).reduce((total, share) => total + share, 0)
  assert.ok(Math.abs(sum - 1) < 1e-9, `${sum}`)
})

test("where nothing is done, all shares are numbers", async () => {
  assert.ok(Object.values(await measureShares(async () => {})).every((share) => share >= 0 && share <= 1))
})
