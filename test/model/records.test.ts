import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { attributionId } from "../../src/model/attribution.ts"
import { parseDate } from "../../src/model/date.ts"
import { documentId } from "../../src/model/document.ts"
import { CounterclaimError } from "../../src/model/error.ts"
import { toText } from "../../src/model/text.ts"

describe("a text", () => {
  test("keeps its length, whatever it is made of, and can be written as UTF-8 and read again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        const text = toText(value)
        assert.equal(text.value.length, value.length)
        assert.equal(Buffer.from(text.value, "utf8").toString("utf8"), text.value)
        assert.ok(!text.value.includes("\u0000"))
      }),
    )
  })

  test("takes a lone surrogate and U+0000 for U+FFFD, one for one", () => {
    assert.equal(toText("a\uD800b\u0000c").value, "a\uFFFDb\uFFFDc")
  })
})

describe("a date", () => {
  test("says how precisely it is known", () => {
    const precisions = ["2031", "2031-03", "2031-03-05", "2031-03-05T08:10Z", "2031-03-05T08:10:59+02:00"].map(
      (value) => parseDate(value)?.precision,
    )
    assert.deepEqual(precisions, ["year", "month", "day", "minute", "second"])
  })

  test("that no calendar has is none", () => {
    const none = ["2031-02-29", "2031-13-01", "2031-00-10", "31-03-05", "yesterday", "", "2031-03-05T25:10Z"]
    assert.deepEqual(
      none.map(parseDate),
      none.map(() => null),
    )
  })
})

describe("a document's id", () => {
  test("is its address's, whoever published it and wherever the file lay", () => {
    const url = "https://harbour.example/a"
    assert.equal(
      documentId({ url, publisher: "The Harbour Post", file: "/a.html" }),
      documentId({ url, publisher: null, file: "/b.html" }),
    )
  })

  test("without an address hangs on publisher and file name, wherever the file lies", () => {
    const [one, two, other] = [
      documentId({ url: null, publisher: "The Harbour Post", file: "/mon/a.txt" }),
      documentId({ url: null, publisher: "The Harbour Post", file: "/tue/a.txt" }),
      documentId({ url: null, publisher: "Lanterne", file: "/mon/a.txt" }),
    ]
    assert.equal(one, two)
    assert.notEqual(one, other)
  })

  test("without a publisher tells two files of one name apart", () => {
    assert.notEqual(
      documentId({ url: null, publisher: null, file: "/mon/index.html" }),
      documentId({ url: null, publisher: null, file: "/tue/index.html" }),
    )
  })
})

test("an attribution's id hangs on its text, cue and content, and on nothing else", () => {
  const cue = { start: 10, end: 14 }
  const content = [{ start: 0, end: 9 }]
  assert.equal(
    attributionId("t", { cue, content }),
    attributionId("t", { cue: { ...cue }, content: [{ ...content[0]! }] }),
  )
  const others = [
    attributionId("u", { cue, content }),
    attributionId("t", { cue: null, content }),
    attributionId("t", { cue, content: [{ start: 0, end: 8 }] }),
  ]
  assert.equal(new Set([...others, attributionId("t", { cue, content })]).size, 4)
})

test("an error says what is wrong, where, and how to mend it", () => {
  const error = new CounterclaimError({ code: "a/b", what: "it is empty", where: "x.txt", fix: "give it words" })
  assert.equal(error.message, "x.txt: it is empty; give it words")
})
