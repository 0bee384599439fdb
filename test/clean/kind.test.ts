import assert from "node:assert/strict"
import { test } from "vitest"
import { isHtml } from "../../src/clean/kind.ts"
import { toSnapshot } from "../../src/model/snapshot.ts"

const isPage = (text: string, file = "report"): boolean =>
  isHtml(text, toSnapshot({ bytes: new Uint8Array(), url: null, headers: {}, fetched: "" }), file)

test("a page may begin with comments", () => {
  assert.ok(isPage("<!-- made by a machine --><!-- twice --> <html><body>Ferry"))
  assert.ok(!isPage("<!-- <html> --> The ferry ran aground."))
})

test("thousands of comments before nothing are read at once", () => {
  const start = performance.now()
  assert.ok(!isPage("<!-- a -->  ".repeat(1500)))
  assert.ok(performance.now() - start < 500)
})
