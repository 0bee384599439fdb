import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import fc from "fast-check"
import { describe, test } from "vitest"
import { mutate } from "../../eval/torture/mutate.ts"
import { type Cleaned, clean } from "../../src/clean/clean.ts"
import { parseDate } from "../../src/model/date.ts"
import { CounterclaimError } from "../../src/model/error.ts"
import { toSnapshot } from "../../src/model/snapshot.ts"

const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url))
const CASES = 2000
/** No page may take longer, in milliseconds. */
const LIMIT = 2000

const files = readdirSync(EXAMPLES).filter((name) => /\.(?:html|txt)$/.test(name))
const examples = files.map((file) => ({ file, bytes: readFileSync(`${EXAMPLES}${file}`) }))

function read(bytes: Uint8Array, file = "page.html"): Cleaned | null {
  const snapshot = toSnapshot({ bytes, url: null, headers: {}, fetched: "2026-01-01T00:00:00.000Z" })
  try {
    return clean(snapshot, { file: `/varn/${file}` })
  } catch (error) {
    if (error instanceof CounterclaimError) return null
    throw error
  }
}

/** What is wrong with what was read; empty when nothing is. */
function faults({ reading, text }: Cleaned): string[] {
  const { title, bylines, published, removed } = reading
  const strings = [text.value, title ?? "", ...bylines, ...removed.map((one) => one.text)]
  return [
    ...(strings.every((one) => one.isWellFormed()) ? [] : ["half a character"]),
    ...(title === null || title.trim() !== "" ? [] : ["an empty title"]),
    ...(bylines.every((one) => one.trim() !== "") ? [] : ["an empty byline"]),
    ...(published === null || parseDate(published.value) ? [] : [`no date: ${published.value}`]),
  ]
}

test(`${CASES} damaged examples are read or refused with a reason, each within 2 s`, () => {
  const failed: string[] = []
  let readCount = 0
  for (let seed = 0; seed < CASES; seed++) {
    const { file, bytes } = examples[seed % examples.length]!
    const start = performance.now()
    try {
      const cleaned = read(mutate(bytes, seed), file)
      if (cleaned) readCount++
      failed.push(...(cleaned ? faults(cleaned) : []).map((fault) => `${file} ${seed}: ${fault}`))
    } catch (error) {
      failed.push(`${file} ${seed}: ${(error as Error).stack}`)
    }
    const passed = performance.now() - start
    if (passed >= LIMIT) failed.push(`${file} ${seed}: ${passed.toFixed(0)} ms`)
  }
  assert.deepEqual(failed, [])
  // Damage must not be a way out: a reader that refuses everything would pass as well.
  assert.ok(readCount > CASES * 0.75, `${readCount} of ${CASES} read`)
})

describe("nesting without end", () => {
  const MILLION = 1_000_000
  const deep = {
    "a million open tags": `${"<div>".repeat(MILLION)}<p>The ferry stays in port.</p>`,
    "a million tags, closed again": `${"<b>".repeat(MILLION)}The ferry stays in port.${"</b>".repeat(MILLION)}`,
    "a million closing tags": `<p>The ferry stays in port.</p>${"</div>".repeat(MILLION)}`,
    "a million lists in one another": `${"<ul><li>".repeat(MILLION / 2)}The ferry stays in port.`,
    "a million tables in one another": `${"<table><tr><td>".repeat(MILLION / 3)}The ferry stays in port.`,
    "a million brackets of JSON-LD": `<script type="application/ld+json">${"[".repeat(MILLION)}</script><p>The ferry stays in port.</p>`,
    "a million halves of tags": `<p>The ferry stays in port.</p>${"<".repeat(MILLION)}`,
    "a million signs of less between words": `<p>The ferry stays in port.</p>${"a < ".repeat(MILLION)}`,
    "half a million words, each second one in a tag": `<p>The ferry stays in port.</p><p>${"a <b>b</b> ".repeat(MILLION / 4)}</p>`,
    "a million halves of comments": `<p>The ferry stays in port.</p>${"<!-".repeat(MILLION)}`,
    "a million ampersands": `<p>The ferry stays in port.</p>${"&".repeat(MILLION)}`,
    "a million attributes": `<p ${"a=b ".repeat(MILLION)}>The ferry stays in port.</p>`,
  }
  for (const [name, html] of Object.entries(deep)) {
    test(`${name} are read in less than 2 s, and what stands there is found`, () => {
      const start = process.cpuUsage()
      const cleaned = read(Buffer.from(`<!doctype html><html><body>${html}`))
      const { user } = process.cpuUsage(start)
      const found = [cleaned?.text.value, ...(cleaned?.reading.removed ?? []).map(({ text }) => text)].join("\n")
      assert.ok(found.includes("The ferry stays in port."), found.slice(0, 200))
      assert.ok(user / 1000 < LIMIT, `${user / 1000} ms`)
    })
  }
})

describe("any HTML", () => {
  const BLOCKS = ["p", "div", "li", "blockquote", "td", "section", "h2", "article", "figcaption"]
  const INLINE = ["b", "em", "a", "span"]
  const markup = fc.constantFrom(
    ...[...BLOCKS, ...INLINE, "ul", "table", "tr", "script", "style", "title", "svg", "noscript"].flatMap((tag) => [
      `<${tag}>`, `</${tag}>`, `<${tag} class="byline share">`,
    ]), // biome-ignore format: three forms of each tag
    ..."< > <!-- --> <![CDATA[ ]]> & &amp; &#x41; &#xD800; &nbsp; \" ' = / \0".split(" "),
    "The harbour master said so. ",
    "By Ines Marlow",
    "24 May 2023",
  )

  test("is read, and gives whole characters only", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(markup, fc.string({ maxLength: 12 })), { maxLength: 60 }), (parts) => {
        const cleaned = read(Buffer.from(`<!doctype html><body>${parts.join("")}`))
        assert.deepEqual(cleaned ? faults(cleaned) : [], [])
      }),
      { numRuns: 500 },
    )
  })

  test("never glues words of two blocks together, loses none in between, and says none twice", () => {
    const block = fc.tuple(fc.constantFrom(...BLOCKS), fc.constantFrom("", ...INLINE), fc.integer({ min: 1, max: 30 }))
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
        const words: string[] = []
        const html = blocks.map(([tag, inline, count]) => {
          const own = Array.from({ length: count }, () => `w${words.push("")}x`)
          const inner = inline ? `<${inline}>${own.join(" ")}</${inline}>` : own.join(" ")
          return tag === "td" ? `<table><tr><td>${inner}</td></tr></table>` : `<${tag}>${inner}</${tag}>`
        })
        const all = new Set(words.map((_, index) => `w${index + 1}x`))
        const cleaned = read(Buffer.from(`<!doctype html><body>${html.join("")}</body>`))
        const kept = cleaned?.text.value.split(/\s+/).filter((word) => word !== "") ?? []
        const gone = cleaned?.reading.removed.flatMap(({ text }) => text.split(/\s+/)) ?? []
        assert.deepEqual(
          [...kept, ...gone].filter((word) => !all.has(word)),
          [],
        )
        assert.equal(new Set(kept).size, kept.length)
        assert.deepEqual(new Set([...kept, ...gone]), all)
      }),
      { numRuns: 200 },
    )
  })
})
