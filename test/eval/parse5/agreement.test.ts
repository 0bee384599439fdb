import assert from "node:assert/strict"
import { test } from "vitest"
import { agreement } from "../../../eval/parse5/agreement.ts"
import { visibleText } from "../../../eval/parse5/visible-text.ts"

test("the text of a page is what a browser shows, entities decoded and scripts left out", () => {
  const html =
    "<title>Varn</title><p>Tide &amp; <b>tim</b>e<script>var a</script><template><p>x</template><svg><text>s</text></svg>"
  assert.equal(visibleText(html), "Tide & time")
})

test("white space is no difference, and a moved piece costs only its edges", () => {
  assert.deepEqual(agreement("the tide  came in", "the tide came\nin"), { same: 26, all: 26 })
  const rest = "bcdefghijklmnopqrstuvwxyz"
  const [a, b] = [`${"a".repeat(10)}${rest}`, `${rest}${"a".repeat(10)}`]
  const { same, all } = agreement(a, b)
  assert.equal(all, 70)
  assert.ok(same >= 70 - 4 * 8 && same < 70)
})

test("a missing piece counts with its length", () => {
  const { same, all } = agreement("abcdefghijklmnopqrstuvwxyz", "abcdefghijklm")
  assert.equal(all, 39)
  assert.ok(same <= 26 && same >= 10)
})
