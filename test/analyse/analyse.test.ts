import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { toText } from "../../src/model/text.ts"
import { analysed } from "./analysed.ts"

const quoted = (value: string): string[] =>
  analysed(toText(value)).quotations.map(({ start, end }) => value.slice(start, end))

describe("quotations", () => {
  test("stand between curly, straight, doubled single, low and angled marks", () => {
    const line = `“Never,” she said. "Not once," he said. ''Perhaps,'' said a third. „Nein“ and «non».`
    assert.deepEqual(quoted(line), ["“Never,”", '"Not once,"', "''Perhaps,''", "„Nein“ and «non»"])
  })

  test("end with the paragraph when their closing mark is lost", () => {
    const value = "“We held the bridge, the officer said.\nNothing more was heard."
    assert.deepEqual(quoted(value), ["“We held the bridge, the officer said."])
    assert.equal(analysed(toText(value)).quotations[0]!.closed, false)
  })

  test("are none where only the closing mark is left", () => {
    assert.deepEqual(quoted("We held the bridge,” the officer said."), [])
  })

  test("of single marks are found, apostrophes are none", () => {
    assert.deepEqual(quoted("Oru says it ‘wholly cleared’ the town's east, the miners' ‘last don’t-touch zone’ too"), [
      "‘wholly cleared’",
      "‘last don’t-touch zone’",
    ])
  })

  test("of single marks inside double ones count as part of those", () => {
    assert.deepEqual(quoted("“They told us ‘run’ and we ran,” she said."), ["“They told us ‘run’ and we ran,”"])
  })
})

test("paragraphs are the lines that are not blank, quotations lie inside one and never overlap, whatever the text", () => {
  const pieces = fc.constantFrom("“", "”", '"', "''", "‘", "’", "'", "«", "»", "a", " ", "\n", "said", ".", "😀")
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const { text, paragraphs, quotations } = analysed(toText(parts.join("")))
      assert.equal(
        paragraphs.map(({ start, end }) => text.value.slice(start, end)).join("\n"),
        text.value
          .split("\n")
          .filter((line) => line.trim() !== "")
          .join("\n"),
      )
      quotations.forEach((quotation, i) => {
        assert.ok(paragraphs.some(({ start, end }) => start <= quotation.start && quotation.end <= end))
        assert.ok(quotation.start < quotation.end && (i === 0 || quotations[i - 1]!.end <= quotation.start))
      })
    }),
  )
})

test("ten thousand quotation marks in one line take no time to speak of", () => {
  for (const mark of ["'", "‘a ", '"', "“", "'a’s "]) {
    const began = process.cpuUsage().user
    analysed(toText(mark.repeat(10_000)))
    assert.ok(process.cpuUsage().user - began < 2_000_000, mark)
  }
})
