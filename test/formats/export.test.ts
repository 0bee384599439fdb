import assert from "node:assert/strict"
import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { describe, test } from "vitest"
import { CLAIM_COLUMNS, toClaimRow } from "../../src/formats/claim-row.ts"
import { toCsvLine } from "../../src/formats/csv-line.ts"
import { toSchemaClaim } from "../../src/formats/schema-claim.ts"
import { toWebAnnotation } from "../../src/formats/web-annotation.ts"
import { memoryLedger } from "../../src/ledger/memory.ts"
import { toEntry } from "../ledger/entries.ts"

const TEXT = "🚢 news. “Ships 🚢 came,” Mara Quill said at noon, “and left.”"
const CLAIM = { source: "Mara Quill", cue: "said", content: ["“Ships 🚢 came,”", "“and left.”"], confidence: 0.123456 }

async function view() {
  const ledger = memoryLedger()
  await ledger.add(toEntry({ text: TEXT, title: "Ships", claims: [CLAIM] }))
  return (await ledger.attributions())[0]!
}

describe("CSV", () => {
  test("a row has a cell for every column, with quotation and place", async () => {
    const found = await view()
    const [row = []] = parse(toCsvLine(toClaimRow({ ...found, reading: "right" }))) as string[][]
    const cells = Object.fromEntries(CLAIM_COLUMNS.map((column, index) => [column, row[index]]))
    assert.equal(row.length, CLAIM_COLUMNS.length)
    assert.deepEqual(cells, {
      claim: found.attribution.id,
      document: found.document.id,
      url: "https://tern-post.example/boats",
      title: "Ships",
      publisher: "Tern Post",
      published: "2024-03-04",
      ...{ source: "Mara Quill", speaker: "", on_behalf_of: "", cue: "said", act: "assert", quotation: "indirect" },
      quote: "“Ships 🚢 came,” … “and left.”",
      ...{
        start: `${TEXT.indexOf("“Ships")}`,
        end: `${TEXT.length}`,
        confidence: "0.1235",
        shown: "true",
        reading: "right",
      },
    })
  })

  test("what a spreadsheet would take for a formula is no formula any more", () => {
    for (const evil of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\n=cmd|' /C calc'!A0"]) {
      const [[cell]] = parse(toCsvLine([evil])) as [[string]]
      assert.equal(cell, `'${evil}`)
    }
    assert.equal(toCsvLine([-1, 0.5, false, null, "5-1", "a=b"]), "-1,0.5,false,,5-1,a=b\r\n")
  })

  test("any text comes back as it was, an apostrophe before a formula apart", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 2 }), (cells) => {
        const [row] = parse(toCsvLine(cells), { relax_column_count: true }) as string[][]
        assert.deepEqual(
          row!.map((cell, index) => (cell === `'${cells[index]}` ? cells[index] : cell)),
          cells,
        )
      }),
    )
  })
})

test("a Web Annotation finds each piece by quotation and by code points", async () => {
  const { target, body, id } = toWebAnnotation(await view(), TEXT)
  const points = [...TEXT]
  assert.deepEqual(
    target.map(({ selector: [quote, position] }) => [
      (quote as { exact: string }).exact,
      points.slice((position as { start: number }).start, (position as { end: number }).end).join(""),
    ]),
    CLAIM.content.map((words) => [words, words]),
  )
  const quote = target[0]!.selector[0] as { prefix: string; suffix: string }
  assert.deepEqual([quote.prefix, quote.suffix], ["🚢 news. ", " Mara Quill said at noon, “and l"])
  assert.deepEqual(
    body.map(({ purpose, value }) => [purpose, value]),
    [
      ["identifying", "Mara Quill"],
      ["tagging", "assert"],
    ],
  )
  assert.match(id, /^urn:counterclaim:a-/)
})

test("a Web Annotation holds no half of a character", () => {
  const text = `${"🚢".repeat(20)}x${"🚢".repeat(20)}`
  fc.assert(
    fc.property(fc.nat(80), (at) => {
      const span = { start: Math.min(at, 40), end: 41 }
      const view = { attribution: { id: "a", act: "assert", content: [span] }, document: { id: "d", url: null } }
      const { target } = toWebAnnotation({ ...view, speaker: null, sourceText: null } as never, text)
      const { prefix, suffix } = target[0]!.selector[0] as { prefix: string; suffix: string }
      if (span.start % 2 === 0) assert.ok(prefix.isWellFormed() && suffix.isWellFormed())
    }),
  )
})

test("a Claim of schema.org names who is said to claim it, where it was printed, and no rating", async () => {
  const found = await view()
  const claim = toSchemaClaim({ ...found, speaker: { name: "Mara Quill", kind: "person", roles: [] } })
  assert.deepEqual(claim, {
    "@context": "https://schema.org",
    "@type": "Claim",
    "@id": `urn:counterclaim:${found.attribution.id}:${found.document.id}`,
    text: "“Ships 🚢 came,” … “and left.”",
    author: { "@type": "Person", name: "Mara Quill" },
    creditText: "Mara Quill",
    appearance: {
      "@type": "NewsArticle",
      "@id": `urn:counterclaim:${found.document.id}`,
      url: "https://tern-post.example/boats",
      headline: "Ships",
      datePublished: "2024-03-04",
      publisher: { "@type": "Organization", name: "Tern Post" },
    },
  })
  assert.equal("author" in toSchemaClaim({ ...found, speaker: { name: "officials", kind: "group", roles: [] } }), false)
})
