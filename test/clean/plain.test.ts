import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { cleaned, PARAGRAPHS } from "./page.ts"

const TITLE = "Bridge over the Ost stays shut until spring"
const BODY = PARAGRAPHS.join("\n\n")
const read = (text: string) => {
  const { reading, text: kept } = cleaned(text)
  return { ...reading, text: kept.value, reasons: reading.removed.map(({ reason }) => reason) }
}

test("takes the article out of a copied page and says what went, and why", () => {
  const { text, title, removed } = read(
    `${TITLE}\n\n${TITLE}\nSpread the love\n\n${BODY}\n\n\nYou may also like...\nFerry runs aground\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *\n`,
  )
  assert.equal(title, TITLE)
  assert.equal(text, `${TITLE}\n\n${BODY}`)
  assert.deepEqual(
    removed.map(({ text, reason }) => ({ text, reason })),
    [
      { text: TITLE, reason: "repeated headline" },
      { text: "Spread the love", reason: "share bar" },
      { text: "You may also like...", reason: "related links" },
      { text: "Ferry runs aground", reason: "related links" },
      { text: "Leave a Reply", reason: "comment form" },
      { text: "Your email address will not be published. Required fields are marked *", reason: "comment form" },
    ],
  )
})

test("drops all comments after the form, but nothing after the word in a menu", () => {
  const comment =
    "Lotte says: I have crossed that bridge for thirty years and never saw a crack in it, whatever they say."
  assert.ok(!read(`${TITLE}\n\n${BODY}\n\nLeave a Reply\n\n${comment}`).text.includes("Lotte"))
  assert.ok(read(`Leave a comment\n\n${TITLE}\n\n${BODY}`).text.endsWith(BODY))
})

test("drops the links in the middle of an article and goes on with its next sentence", () => {
  const [one, two, three, four] = PARAGRAPHS
  const { text } = read(
    `${TITLE}\n\n${one}\n\n${two}\n\nRead more\nFerry runs aground near Hale\n\nHe said no more.\n\n${three}\n\n${four}`,
  )
  assert.equal(text, [TITLE, one, two, "He said no more.", three, four].join("\n\n"))
})

test("reads byline and date below the headline and takes them out of the text", () => {
  const { bylines, published, text, reasons } = read(
    `${TITLE}\n\nBy Ines Marlow and Tom Arden\nPublished 24 May 2023\n\n${BODY}`,
  )
  assert.deepEqual(bylines, ["Ines Marlow", "Tom Arden"])
  assert.deepEqual(published, { value: "2023-05-24", precision: "day" })
  assert.equal(text, `${TITLE}\n\n${BODY}`)
  assert.deepEqual(reasons, ["byline", "date"])
})

test("takes a text without headline as it is", () => {
  const { title, text, removed } = read(BODY)
  assert.equal(title, null)
  assert.equal(text, BODY)
  assert.deepEqual(removed, [])
})

test("keeps short answers, quotations and sentences that only begin like furniture", () => {
  const lines = [
    "“Yes.”",
    "No.",
    "By continuing to use force, the army lost the support of the hills.",
    "More from the minister came on Friday.",
    "Home owners in Varn were told to leave.",
    "Share prices fell.",
  ]
  const { text } = read(`${TITLE}\n\n${PARAGRAPHS[0]}\n\n${lines.join("\n\n")}`)
  for (const line of lines) assert.ok(text.includes(line), line)
})

test("joins lines that were broken at a fixed width", () => {
  const broken = PARAGRAPHS.map((text) => text.replace(/(.{50,60}) /g, "$1\n")).join("\n\n")
  assert.equal(read(broken).text, BODY)
})

test("the date that the text names wins over the user's", () => {
  const given = { value: "2023-05-30", precision: "day" } as const
  assert.deepEqual(cleaned(`${TITLE}\n\n${BODY}`, { published: given }).reading.published, given)
  assert.equal(
    cleaned(`${TITLE}\n\n24 May 2023\n\n${BODY}`, { published: given }).reading.published?.value,
    "2023-05-24",
  )
})

test("every line is kept or removed, in order, whatever the lines are", () => {
  const line = fc.constantFrom(
    TITLE,
    ...PARAGRAPHS,
    "Spread the love",
    "Leave a Reply",
    "You may also like",
    "Share",
    "No.",
    "By Ines Marlow",
    "24 May 2023",
    "Advertisement",
    "Comments",
    "",
  )
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
      fc.pre(lines.join("").trim() !== "")
      const { text, removed } = read(lines.join("\n"))
      const after = [...text.split("\n"), ...removed.map((one) => one.text)].filter((one) => one !== "")
      assert.deepEqual(after.sort(), lines.filter((one) => one !== "").sort())
    }),
    { numRuns: 100 },
  )
})
