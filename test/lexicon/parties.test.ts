import assert from "node:assert/strict"
import { describe, test } from "vitest"
import { parseParties, readParties } from "../../src/lexicon/parties.ts"

const HEAD = "entity\tside\tfrom\tto\n"
const parse = (rows: string) => parseParties(HEAD + rows, "parties.tsv")

describe("a table of parties", () => {
  test("gives the side of each name, whatever its case", () => {
    const [found] = parse("Varden Army\tblue\n").at(["varden", "army"], 0)
    assert.deepEqual(found?.value, { entity: "Varden Army", side: "blue", from: null, to: null })
  })

  test("passes over blank lines, notes, Windows line ends and a byte order mark", () => {
    const parties = parseParties(
      `\ufeff${HEAD}\r\n# note\r\nOssian\tred\t\t2023\r\n`.replace("\tto\n", "\tto\r\n"),
      "p",
    )
    assert.equal(parties.at(["ossian"], 0)[0]?.value.to, "2023")
  })

  test("lets an entity change sides", () => {
    const parties = parse("Ossian\tred\t2020\t2021-05\nOssian\tblue\t2021-06\t\n")
    assert.equal(parties.at(["ossian"], 0).length, 2)
  })

  const BAD: readonly (readonly [what: string, text: string, code: string, line: number])[] = [
    ["a head without names", "Varden\tblue\n", "parties/columns", 1],
    ["too few cells", `${HEAD}Varden\n`, "parties/columns", 2],
    ["too many cells", `${HEAD}Varden\tblue\t\t\tx\n`, "parties/columns", 2],
    ["no entity", `${HEAD}\n\tblue\n`, "parties/empty", 3],
    ["no side", `${HEAD}Varden\t \n`, "parties/empty", 2],
    ["a day that cannot be", `${HEAD}Varden\tblue\t2023-02-31\n`, "parties/date", 2],
    ["a time of day", `${HEAD}Varden\tblue\t2023-02-01T08:00Z\n`, "parties/date", 2],
    ["an end before the beginning", `${HEAD}Varden\tblue\t2023-05\t2022\n`, "parties/order", 2],
    ["two sides at a time", `${HEAD}Varden\tblue\t2020\t\nVARDEN\tred\t\t2020-03-01\n`, "parties/two-sides", 3],
  ]
  for (const [what, text, code, line] of BAD) {
    test(`names the line with ${what}`, () => {
      assert.throws(() => parseParties(text, "parties.tsv"), { code, where: `parties.tsv:${line}` })
    })
  }

  test("says that a file is not there", () => {
    assert.throws(() => readParties("/no/such/parties.tsv"), { code: "parties/unreadable" })
  })
})
