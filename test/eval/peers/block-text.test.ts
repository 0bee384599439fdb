import assert from "node:assert/strict"
import { test } from "vitest"
import { blockText, type DomNode } from "../../../eval/peers/block-text.ts"

const text = (nodeValue: string): DomNode => ({ nodeType: 3, nodeName: "#text", nodeValue, childNodes: [] })
const node = (nodeName: string, ...childNodes: DomNode[]): DomNode => ({
  nodeType: 1,
  nodeName,
  nodeValue: null,
  childNodes,
})

test("keeps the words of two blocks apart and those of one together, without scripts", () => {
  const page = node(
    "DIV",
    node("P", text("one"), node("b", text("two"))),
    node("script", text("no")),
    node("p", text("three")),
  )
  assert.deepEqual(blockText(page).split(/\n+/), ["onetwo", "three"])
})

test("takes any depth", () => {
  let deep = text("deep")
  for (let depth = 0; depth < 100_000; depth++) deep = node("DIV", deep)
  assert.equal(blockText(deep), "deep")
})
