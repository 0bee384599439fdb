import assert from "node:assert/strict"
import { describe, test } from "vitest"
import { documentId } from "../src/model/document.ts"
import { CounterclaimError } from "../src/model/error.ts"
import type { Entry } from "../src/model/ledger.ts"
import { traceReliance } from "../src/tracing.ts"
import { inventedEntry } from "./invented-entry.ts"

type Page = Readonly<{ text: string; links?: Readonly<Record<string, string>>; publisher?: string; article?: boolean }>

/** A web of pages; what is not in it cannot be read. */
function web(pages: Readonly<Record<string, Page>>) {
  const asked: string[] = []
  const read = async (url: string): Promise<Entry> => {
    asked.push(url)
    const page = pages[url]
    if (!page)
      throw new CounterclaimError({ code: "fetch/status", what: "the server answers 404", where: url, fix: "" })
    return toEntry(url, page)
  }
  return { asked, trace: (url: string) => traceReliance(url, { read }) }
}

function toEntry(url: string, { text, links = {}, publisher = new URL(url).hostname, article = true }: Page): Entry {
  const says = text.match(/^(\S+) (reported) (.*)\.$/m)
  const claims = says ? [{ source: says[1]!, cue: says[2]!, content: [says[3]!] }] : []
  const entry = inventedEntry({ text, publisher, title: text.slice(0, 20), article, ...(article && { claims }) })
  const found = Object.entries(links).map(([words, href]) => {
    const start = text.indexOf(words)
    return { start, end: start + words.length, href }
  })
  const block = {
    start: 0,
    end: text.length,
    kind: "paragraph",
    level: 0,
    links: found,
    reason: "",
    score: null,
  } as const
  const document = { ...entry.document, url, id: documentId({ url, publisher: null, file: "" }) }
  return { ...entry, document, reading: { ...entry.reading, document: document.id, blocks: [block] } }
}

const numbered = (at: number): string => `https://n${at}.example/report`

describe("traceReliance", () => {
  test("goes two hops, and says who leans on each page and in which words", async () => {
    const { trace } = web({
      [numbered(0)]: { text: "Reuters reported that the mill burned.", links: { Reuters: numbered(1) } },
      [numbered(1)]: { text: "A mill burned at Oster.", links: { mill: numbered(2) }, publisher: "Reuters" },
      [numbered(2)]: { text: "Fire at the Oster mill.", links: { Fire: numbered(3) } },
      [numbered(3)]: { text: "Never read." },
    })
    const { pages, notRead } = await trace(numbered(0))
    assert.deepEqual(
      pages.map(({ url, hops, reliedOnBy }) => [url, hops, reliedOnBy.map(({ kind, words }) => [kind, words])]),
      [
        [numbered(0), 0, []],
        [numbered(1), 1, [["credit", "Reuters reported that the mill burned."]]],
        [numbered(2), 2, [["link", "A mill burned at Oster."]]],
      ],
    )
    assert.deepEqual(
      notRead.map(({ url, why }) => [url, why]),
      [[numbered(3), "it is more than 2 hops away"]],
    )
  })

  test("reads a page once, however many lean on it, and ends where pages lean on one another", async () => {
    const { trace, asked } = web({
      [numbered(0)]: { text: "One and two.", links: { One: numbered(1), two: numbered(2) } },
      [numbered(1)]: { text: "Back and two.", links: { Back: numbered(0), two: `${numbered(2)}#part` } },
      [numbered(2)]: { text: "Back.", links: { Back: numbered(1) } },
    })
    const { pages } = await trace(numbered(0))
    assert.deepEqual(asked, [numbered(0), numbered(1), numbered(2)])
    assert.deepEqual(
      pages.map(({ reliedOnBy }) => reliedOnBy.length),
      [1, 2, 2],
    )
  })

  test("reads 30 pages at most, and lists the others", async () => {
    const words = Array.from({ length: 40 }, (_, at) => `word${at + 1}x`)
    const links = Object.fromEntries(words.map((word, at) => [word, numbered(at + 1)]))
    const others = words.map((word, at) => [numbered(at + 1), { text: `Page of ${word}.` }] as const)
    const { trace, asked } = web({ [numbered(0)]: { text: words.join(" "), links }, ...Object.fromEntries(others) })
    const { pages, notRead } = await trace(numbered(0))
    assert.deepEqual([asked.length, pages.length, notRead.length], [30, 30, 11])
    assert.match(notRead[0]!.why, /30 pages/)
  })

  test("a page that cannot be read is listed with the reason, and the others follow", async () => {
    const { trace } = web({
      [numbered(0)]: { text: "Gone and here.", links: { Gone: numbered(1), here: numbered(2) } },
      [numbered(2)]: { text: "An index.", article: false, links: { index: numbered(3) } },
    })
    const { pages, notRead } = await trace(numbered(0))
    assert.deepEqual(
      notRead.map(({ url, why }) => [url, why]),
      [[numbered(1), "the server answers 404"]],
    )
    assert.deepEqual(
      pages.map(({ url, article }) => [url, article]),
      [
        [numbered(0), true],
        [numbered(2), false],
      ],
    )
  })

  test("an outlet credited without a link is not read, unless a page of it was", async () => {
    const credit = { text: "Reuters reported that the mill burned.\nMore here.", links: { here: numbered(1) } }
    const without = await web({ [numbered(0)]: { text: credit.text } }).trace(numbered(0))
    assert.deepEqual(
      without.notRead.map(({ name, url, why }) => [name, url, why]),
      [["Reuters", null, "credited by name, without a link"]],
    )
    const own = { text: "Fire at the mill.", publisher: "Reuters" }
    const { notRead } = await web({ [numbered(0)]: credit, [numbered(1)]: own }).trace(numbered(0))
    assert.deepEqual(notRead, [])
  })

  test("tells how much of a page stands also in another", async () => {
    const text = Array.from({ length: 60 }, (_, at) => `the ${at}th barrel of tar rolled down to harbour${at}`).join(
      ", ",
    )
    const { copies } = await web({
      [numbered(0)]: { text: `Here ${text}`, links: { Here: numbered(1) } },
      [numbered(1)]: { text: `${text}, and so on` },
    }).trace(numbered(0))
    assert.equal(copies.length, 1)
    assert.ok(copies[0]!.ofLeft > 0.9 && copies[0]!.ofRight > 0.9)
  })

  test("the page that was asked for must be there, and an article", async () => {
    const { trace } = web({ [numbered(1)]: { text: "All our stories.", article: false } })
    await assert.rejects(trace(numbered(0)), { code: "fetch/status" })
    await assert.rejects(trace(numbered(1)), { code: "trace/no-article", where: numbered(1) })
  })
})
