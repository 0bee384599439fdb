import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { blocks } from "../../../src/web/reader/blocks.ts"
import { choosePart, PART } from "../../../src/web/reader/parts.ts"

const cutUp = (text: string) => blocks(text).map(({ start, end }) => text.slice(start, end))

describe("blocks", () => {
  test("put together are the text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "bc ", "\n", "\n\n", " ", "\r\n", "x".repeat(60))), (parts) => {
        assert.equal(cutUp(parts.join("")).join(""), parts.join(""))
      }),
    )
  })

  test("are lines, with the blank lines behind them", () => {
    assert.deepEqual(cutUp("One.\n\nTwo.\nThree."), ["One.\n\n", "Two.\n", "Three."])
  })

  test("are none for an empty text, and one for white space alone", () => {
    assert.deepEqual(cutUp(""), [])
    assert.deepEqual(cutUp("\n \n"), ["\n \n"])
  })

  test("join lines that were broken at the edge of a page", () => {
    const wrapped =
      "The clerk of the lower town said that the rain had come\nearlier than in other years and would stay longer than\nanybody liked.\n"
    assert.deepEqual(cutUp(`${wrapped}\nNext.`), [`${wrapped}\n`, "Next."])
  })

  test("do not join a headline of that length with the long paragraph below it", () => {
    const headline = "The clerk of the lower town speaks about the early rain\n"
    const paragraph = `${"It rained and rained. ".repeat(10)}\n`
    assert.deepEqual(cutUp(headline + paragraph), [headline, paragraph])
  })

  test("cut a line of megabytes between words, and never inside a character", () => {
    const spaced = "word ".repeat(20_000)
    assert.ok(cutUp(spaced).every((block) => block.endsWith(" ") && block.length <= 20_000))
    const faces = `x${"\u{1F600}".repeat(30_000)}`
    assert.ok(cutUp(faces).every((block) => block.isWellFormed()))
  })
})

describe("the parts of a long text", () => {
  const text = `${"x".repeat(99)}\n`.repeat(6_000)
  const all = blocks(text)

  test("hold every block once", () => {
    const { at } = choosePart(all, 0)
    assert.deepEqual(
      at.flatMap((offset) => choosePart(all, offset).blocks),
      all,
    )
    assert.equal(at.length, 3)
  })

  test("are chosen by an offset, the last one for an offset behind the text", () => {
    assert.equal(choosePart(all, PART - 1).number, 1)
    assert.equal(choosePart(all, PART).number, 2)
    assert.equal(choosePart(all, 10 * PART).number, 3)
  })

  test("are one, without blocks, for an empty text", () => {
    assert.deepEqual(choosePart([], 5), { blocks: [], number: 0, at: [] })
  })
})
