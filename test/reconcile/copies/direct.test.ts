import assert from "node:assert/strict"
import { test } from "vitest"
import { readAgencies } from "../../../src/lexicon/agencies.ts"
import { readCredits } from "../../../src/lexicon/credits.ts"
import { parseDate } from "../../../src/model/date.ts"
import { compare } from "../../../src/reconcile/copies/compare.ts"
import { type Direction, direct, type Printed } from "../../../src/reconcile/copies/direct.ts"
import { fingerprint } from "../../../src/reconcile/copies/fingerprint.ts"

const TABLES = { credits: readCredits(), agencies: readAgencies() }
const BODY =
  "The night ferry ran aground off Quillmouth before dawn and forty-one passengers were taken off in small boats."

type Facts = Readonly<{ text?: string; publisher?: string; url?: string; date?: string }>

const toPrinted = ({ text = BODY, publisher, url, date }: Facts): Printed => ({
  text,
  url: url ?? null,
  publisher: publisher ?? null,
  published: date ? parseDate(date) : null,
})

/** Both ways round, which must agree. */
function between(left: Facts, right: Facts): Direction {
  const [a, b] = [toPrinted(left), toPrinted(right)]
  const [x, y] = [fingerprint(a.text), fingerprint(b.text)]
  const there = direct(a, b, { reuse: compare(x, y), tables: TABLES })
  const back = direct(b, a, { reuse: compare(y, x), tables: TABLES })
  const turned = { left: "right", right: "left", undetermined: "undetermined" } as const
  assert.equal(back.from, turned[there.from])
  return there
}

test("nothing tells: undetermined, without a reason", () => {
  assert.deepEqual(between({}, {}), { from: "undetermined", because: [] })
})

test("who credits the other took from it, even when it is dated earlier by a day", () => {
  const credits = [
    `${BODY} Glasswick Echo first reported the accident.`,
    `According to the Glasswick Echo, ${BODY}`,
    `${BODY}\nSource: Glasswick Echo`,
  ]
  for (const text of credits) assert.equal(between({ publisher: "Glasswick Echo" }, { text }).from, "left", text)
})

test("a name that is only mentioned credits nobody", () => {
  const text = `${BODY} A reader of the Glasswick Echo stood on the quay.`
  assert.equal(between({ publisher: "Glasswick Echo" }, { text }).from, "undetermined")
})

test("who gives the other's address took from it", () => {
  const url = "https://www.echo.example/2031/ferry"
  assert.equal(between({ url }, { text: `${BODY} https://echo.example/2031/ferry` }).from, "left")
})

test("the earlier date was there before; dates that tie, or that overlap, tell nothing", () => {
  assert.equal(between({ date: "2031-03-12" }, { date: "2031-03-13" }).from, "left")
  assert.equal(between({ date: "2031-03-12T08:10Z" }, { date: "2031-03-12T07:30Z" }).from, "right")
  assert.equal(between({ date: "2031-03-12T09:10+02:00" }, { date: "2031-03-12T07:30Z" }).from, "left")
  assert.equal(between({ date: "2031-03-12" }, { date: "2031-03-12T07:30Z" }).from, "undetermined")
  assert.equal(between({ date: "2031-03" }, { date: "2031-03-12" }).from, "undetermined")
})

test("two that carry one agency's mark took from the agency, not from each other", () => {
  const text = `QUILLMOUTH (AP) — ${BODY}`
  const { from, because } = between({ text, date: "2031-03-12" }, { text, date: "2031-03-13" })
  assert.equal(from, "undetermined")
  assert.deepEqual(because, ["both carry the mark of ap"])
})

test("a part with damaged quotations was taken from the whole", () => {
  const quotation = "“Nobody on the bridge was asleep and nobody on the bridge was drunk that night,” the captain said."
  const more =
    "Families waited at the harbour since noon. The owners promised a full account by Friday. A tug stood by until the tide turned."
  const whole = { text: `${BODY} ${quotation} ${more}` }
  assert.equal(between(whole, { text: quotation.replace(/[“”]/g, "") }).from, "left")
  assert.equal(between(whole, { text: quotation.replace("”", "") }).from, "left")
})
