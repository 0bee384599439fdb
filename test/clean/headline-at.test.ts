import assert from "node:assert/strict"
import { test } from "vitest"
import { headlineAt } from "../../src/clean/headline-at.ts"
import { readPage } from "../../src/clean/read-page.ts"

const at = (html: string, title: string | null): string | undefined => {
  const page = readPage(html)
  return page.blocks[headlineAt(page, title)]?.text
}

test("the heading that reads as the title wins over the site's name above it", () => {
  assert.equal(at("<h1>Varn Ledger</h1><h2>Ferry runs aground</h2>", "Ferry runs aground"), "Ferry runs aground")
})

test("spaces and marks tell no two headlines apart", () => {
  assert.equal(at("<h1>Varn Ledger</h1><h2>Women at sea : then and now</h2>", "Women at sea: then and now"), "Women at sea : then and now") // biome-ignore format: one line
})

test("a title that says more than the headline still finds it", () => {
  const html = "<h1>Varn Ledger</h1><h2>The Ferry That Ran Aground</h2>"
  assert.equal(at(html, "Varn Ledger - News - The Ferry That Ran Aground"), "The Ferry That Ran Aground")
})

test("else it is the first heading of the first level, and none where there is none", () => {
  assert.equal(at("<h2>Ferry</h2><h1>Harbour</h1>", null), "Harbour")
  assert.equal(headlineAt(readPage("<p>Ferry</p>"), "Ferry"), -1)
})
