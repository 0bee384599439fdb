import assert from "node:assert/strict"
import type { FastifyInstance } from "fastify"
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5"
import { afterAll, beforeAll, describe, test } from "vitest"
import { toFindingsJson } from "../../src/formats/findings-json.ts"
import { copySubject } from "../../src/model/judged-copies.ts"
import type { Judgement } from "../../src/model/judgement.ts"
import type { Ledger } from "../../src/model/ledger.ts"
import { buildServer } from "../../src/web/server.ts"
import { VIEWS } from "../../src/web/views/views.ts"
import { toJudgement } from "../ledger/entries.ts"
import { copy, fire, foreign, hostile, quay, reply } from "./articles.ts"
import { type Article, entryOf } from "./entries.ts"
import { filledLedger } from "./filled-ledger.ts"

const fireEntry = entryOf(fire)
const fireId = fireEntry.document.id
const [said, told, according, warned] = fireEntry.run!.attributions.map(({ id }) => id)
const documentPath = (article: Article) => `/documents/${entryOf(article).document.id}`

const elementsOf = (node: Tree.Node): Tree.Element[] => [
  ...("attrs" in node ? [node] : []),
  ...("childNodes" in node ? node.childNodes.flatMap(elementsOf) : []),
]

const PATHS = {
  overview: "/",
  documents: "/documents",
  document: `/documents/${fireId}`,
  related: `/documents/${fireId}/related`,
  attribution: `/attributions/${said}`,
  claims: "/claims",
  sources: "/sources",
  search: "/search?q=depot",
}

let ledger: Ledger
let server: FastifyInstance
const get = async (url: string) => server.inject({ url, headers: { host: "127.0.0.1:4780" } })
const page = async (url: string) => (await get(url)).body
const api = async (path: string) => (await get(`/api${path === "/" ? "/overview" : path}`)).json()

beforeAll(async () => {
  ledger = await filledLedger([fire, copy, reply, foreign, hostile])
  server = buildServer({ ledger })
})

afterAll(async () => {
  await server.close()
  await ledger.close()
})

describe("every view", () => {
  for (const [name, path] of Object.entries(PATHS)) {
    test(`carries the counts and says nothing of "first": ${name}`, async () => {
      const answer = await get(path)
      assert.equal(answer.statusCode, 200)
      assert.match(answer.headers["content-type"] as string, /^text\/html/)
      assert.match(answer.body, />16 shown, 5 doubtful, 5 documents read \(1 of them not for attributions\)</)
      assert.doesNotMatch(answer.body, /\bfirst\b/i)
    })

    test(`is HTML that a strict parser finds no fault with: ${name}`, async () => {
      const faults: string[] = []
      parse(await page(path), { onParseError: ({ code, startLine }) => faults.push(`${code} in line ${startLine}`) })
      assert.deepEqual(faults, [])
    })

    test(`loads no script, and only what this server has: ${name}`, async () => {
      const elements = elementsOf(parse(await page(path)))
      assert.ok(elements.every(({ tagName }) => !["script", "style", "iframe", "img", "object"].includes(tagName)))
      const attributes = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name))
      assert.ok(attributes.every((name) => name !== "style" && !name.startsWith("on")))
      const links = elements.filter(({ tagName }) => tagName === "link")
      const loaded = links.map(({ attrs }) => attrs.find(({ name }) => name === "href")!.value)
      for (const url of loaded) assert.equal((await get(url)).statusCode, 200, url)
    })

    test(`is the same as JSON, every field of it, with the counts: ${name}`, async () => {
      const view = VIEWS.find((one) => one.name === name)!
      const asked = { page: 1, limit: 50, q: "depot", id: name === "document" || name === "related" ? fireId : said }
      const data = await view.load(ledger, asked)
      const counts = { documents: 5, attributed: 4, shown: 16, doubtful: 5 }
      assert.deepEqual(await api(path), { counts, ...data })
    })
  }
})

describe("related documents", () => {
  test("are listed with each reason, the copy of a report among them, the report itself not", async () => {
    const { related } = await api(`/documents/${fireId}/related`)
    const ids = related.map(({ document }: { document: { id: string } }) => document.id)
    assert.ok(ids.includes(entryOf(copy).document.id) && !ids.includes(fireId))
    for (const { because } of related) assert.ok(because.length > 0)
    assert.match(await page(`/documents/${fireId}/related`), /Same (?:story|claim)/)
    assert.match(await page(`/documents/${fireId}`), new RegExp(`/documents/${fireId}/related`))
    assert.equal((await get("/documents/d-00000000000000000000/related")).statusCode, 404)
  })
})

describe("the overview", () => {
  test("lists the document seen last before the others", async () => {
    const titles = (await api("/")).latest.map(({ title }: { title: string }) => title)
    assert.deepEqual(titles.slice(0, 2), [reply.title, copy.title])
  })

  test("shows no doubtful claim", async () => {
    const { claims } = await api("/")
    assert.deepEqual([...new Set(claims.map(({ shown }: { shown: boolean }) => shown))], [true])
  })

  test("of an empty ledger says how to read something into it, and that nothing was read", async () => {
    const empty = buildServer({ ledger: await filledLedger([]) })
    const { body } = await empty.inject({ url: "/", headers: { host: "localhost" } })
    assert.match(body, /counterclaim read/)
    assert.match(body, />0 shown, 0 doubtful, 0 documents read</)
    for (const url of ["/documents", "/claims", "/sources", "/search?q=x"]) {
      assert.equal((await empty.inject({ url, headers: { host: "localhost" } })).statusCode, 200)
    }
    await empty.close()
  })
})

describe("the list of documents", () => {
  test("is cut into pages that hold every document once", async () => {
    const pages = await Promise.all([1, 2, 3].map((number) => api(`/documents?limit=2&page=${number}`)))
    const ids = pages.flatMap(({ documents }) => documents.map(({ id }: { id: string }) => id))
    assert.equal(new Set(ids).size, 5)
    assert.deepEqual(
      pages.map(({ more }) => more),
      [true, true, false],
    )
  })

  test("links to the pages before and after, keeping how many a page holds", async () => {
    const html = await page("/documents?limit=2&page=2")
    assert.match(html, /href="\/documents\?limit=2&amp;page=1"/)
    assert.match(html, /href="\/documents\?limit=2&amp;page=3"/)
  })

  test("says of a document in another language that its attributions were not read", async () => {
    assert.match(await page("/documents"), /attributions were not read \(language: de\)/)
  })
})

describe("the reader", () => {
  test("gives as JSON the text and every attribution with its words", async () => {
    const { text, attributions } = await api(PATHS.document)
    assert.equal(text.value, fire.text)
    assert.equal(attributions.length, 9)
    const { source, cue, content } = attributions.find(({ id }: { id: string }) => id === told)
    assert.deepEqual([source.text, cue.text], ["its spokesman, Ilko Barat", "told reporters"])
    assert.deepEqual(
      content.map((span: { text: string }) => span.text),
      ["“We know what happened there,”", "“and we will answer it.”"],
    )
    assert.equal(text.value.slice(content[1].start, content[1].end), content[1].text)
  })

  test("links each number in the text with its card and each card with its number", async () => {
    const html = await page(PATHS.document)
    for (const { id } of fireEntry.run!.attributions) {
      assert.match(html, new RegExp(`<a class="reference[^>]*id="in-${id}" href="#${id}"`))
      assert.match(html, new RegExp(`<li class="card[^>]*id="${id}"`))
      assert.match(html, new RegExp(`<a class="number" href="#in-${id}"`))
      assert.match(html, new RegExp(`href="/attributions/${id}"`))
    }
  })

  test("says which attribution one stands inside", async () => {
    const html = await page(PATHS.document)
    const card = html.slice(html.indexOf(`id="${warned}"`))
    assert.match(
      card.slice(0, card.indexOf("</li>")),
      new RegExp(`<a class="within" href="#${according}">inside 3</a>`),
    )
  })

  test("opens the doubtful ones when asked, and else keeps them closed but there", async () => {
    const opened = (html: string) => [...html.matchAll(/<details class="doubtful" open/g)].length
    assert.equal(opened(await page(PATHS.document)), 0)
    assert.equal(opened(await page(`${PATHS.document}?doubtful=1`)), 2)
    assert.match(await page(PATHS.document), /7 shown, 2 doubtful/)
  })

  test("tells what was removed and why, the readings and the sightings", async () => {
    const html = await page(PATHS.document)
    assert.match(html, /2 pieces.*a button, not text.*Share this story/s)
    assert.match(html, /1 reading of this document/)
    assert.match(html, /1 sighting, earliest seen 4 March 2031, 09:00 UTC/)
  })

  test("says of a document that was not read for attributions why", async () => {
    assert.match(await page(documentPath(foreign)), /attributions were not read \(language: de\)/)
  })

  test("shows the part of a long text that holds the asked offset, and leads to the others", async () => {
    const long = `${"Rain fell on the lower town all day and into the evening hours without a pause.\n\n".repeat(5_000)}It ended, a clerk said.`
    const sayings = [{ source: "a clerk", cue: "said", content: ["It ended"] }]
    const other = buildServer({ ledger: await filledLedger([{ ...reply, text: long, sayings }]) })
    const ask = async (url: string) => (await other.inject({ url, headers: { host: "localhost" } })).body
    const path = documentPath(reply)
    assert.doesNotMatch(await ask(path), /class="card/)
    const claims = await ask("/claims")
    const link = /href="(\/documents\/[^"]*#a-[^"]*)"/.exec(claims)![1]!
    const [asked, fragment] = link.replaceAll("&amp;", "&").split("#")
    assert.match(await ask(asked!), new RegExp(`id="${fragment}"`))
    assert.match(await ask(asked!), /Part 3 of 3 parts/)
    await other.close()
  })
})

describe("an attribution's permalink", () => {
  test("lists every document that prints it", async () => {
    const { printed } = await api(PATHS.attribution)
    const publishers = printed.map(({ document }: { document: { publisher: string } }) => document.publisher)
    assert.deepEqual(publishers.sort(), ["Northern Courier", "The Harbour Post"])
    const html = await page(PATHS.attribution)
    assert.match(html, /Printed in 2 documents/)
    assert.match(html, new RegExp(`href="/documents/${fireId}#${said}"`))
  })

  test("of a doubtful one leads to the open doubtful ones", async () => {
    assert.match(
      await page(`/attributions/${warned}`),
      new RegExp(`href="/documents/${fireId}\\?doubtful=1#${warned}"`),
    )
  })

  test("of one that no current run holds says so, as 404", async () => {
    const newer = await filledLedger([fire, { ...fire, version: 2, sayings: [] }])
    const other = buildServer({ ledger: newer })
    const answer = await other.inject({ url: PATHS.attribution, headers: { host: "localhost" } })
    assert.equal(answer.statusCode, 404)
    assert.match(answer.body, /an older run found it/)
    await other.close()
  })
})

describe("what people judged of claims", () => {
  const judgement = (parts: Partial<Judgement>) =>
    toJudgement({ left: told!, right: null, verdict: "wrong", at: "2031-03-12T08:00:00.000Z", ...parts })
  async function judgedSite(judgements: readonly Partial<Judgement>[]) {
    const judged = await filledLedger([fire, copy])
    for (const parts of judgements) await judged.judge(judgement(parts))
    const other = buildServer({ ledger: judged })
    const ask = async (url: string) => (await other.inject({ url, headers: { host: "localhost" } })).body
    const shown = async (query: string) =>
      JSON.parse(await ask(`/api/claims?${query}`)).claims.map(({ id }: { id: string }) => id)
    return { ask, shown, close: () => other.close() }
  }

  test("stands on its page and in the list: what, who, when, why", async () => {
    const site = await judgedSite([
      { reason: "she said <nine>" },
      { left: said!, right: told!, verdict: "disputes", by: "user:tove" },
    ])
    for (const html of [await site.ask(`/attributions/${told}`), await site.ask("/claims?source=ILKO")]) {
      assert.match(html, /judged to be read wrongly:/)
      assert.match(
        html,
        /<span class="who">ines<\/span>, <time datetime="2031-03-12T08:00:00.000Z">12 March 2031, 08:00 UTC</,
      )
      assert.match(html, /she said &lt;nine>/)
      assert.match(html, new RegExp(`judged: disputes</strong> <a href="/attributions/${said}">“`))
    }
    assert.match(await site.ask(`/attributions/${said}`), /judged: disputed by/)
    const { printed } = JSON.parse(await site.ask(`/api/attributions/${told}`))
    assert.equal(printed[0].reading, "wrong")
    assert.deepEqual(
      printed[0].judgements.map(({ number, side, became }: Record<string, unknown>) => [number, side, became]),
      [
        [1, "alone", { state: "counts" }],
        [2, "right", { state: "counts" }],
      ],
    )
    await site.close()
  })

  test("stands there as taken back, or as judged anew, and then does not count", async () => {
    const site = await judgedSite([{}, { verdict: "right", by: "user:tove" }, { verdict: "withdrawn", by: "user:mio" }])
    const html = await site.ask(`/attributions/${told}`)
    assert.match(html, /class="replaced".*judged anew by tove.*class="withdrawn".*taken back by mio/s)
    const { printed } = JSON.parse(await site.ask(`/api/attributions/${told}`))
    assert.equal(printed[0].reading, null)
    await site.close()
  })

  test("decides which claims are among the surest, as on the command line", async () => {
    const plain = await judgedSite([])
    assert.ok((await plain.shown("shown=1")).includes(told) && !(await plain.shown("shown=1")).includes(warned))
    const site = await judgedSite([{}, { left: warned!, verdict: "right" }])
    const sure = await site.shown("shown=1")
    assert.ok(sure.includes(warned) && !sure.includes(told))
    assert.ok((await site.shown("")).includes(told))
    assert.match(await site.ask("/claims"), /judged to be read wrongly\./)
    assert.doesNotMatch(await site.ask("/"), new RegExp(`/attributions/${told}"`))
    await plain.close()
    await site.close()
  })

  test("tells who took the text from whom among those that print a claim", async () => {
    const [left, right] = [fire, copy].map((article) => copySubject(entryOf(article).document.id)) as [string, string]
    const site = await judgedSite([{ left, right, verdict: "copies", reason: "same slip" }])
    const html = await site.ask(PATHS.attribution)
    assert.match(
      html,
      /Who took the text from whom.*The Harbour Post<\/a> from <a.*judged<\/strong> by <span class="who">ines/s,
    )
    assert.deepEqual(JSON.parse(await site.ask(`/api${PATHS.attribution}`)).copies.length, 1)
    assert.doesNotMatch(await page(PATHS.attribution), /Who took/)
    await site.close()
  })
})

describe("the claims", () => {
  const ids = async (query: string) => (await api(`/claims?${query}`)).claims.map(({ id }: { id: string }) => id)

  test("are filtered by act", async () => {
    const { claims } = await api("/claims?act=deny")
    assert.deepEqual([...new Set(claims.map(({ act }: { act: string }) => act))], ["deny"])
    assert.equal(claims.length, 5)
  })

  test("are filtered by words of the content and by source", async () => {
    assert.deepEqual(await ids("words=nine+soldiers"), [said, said])
    assert.deepEqual(await ids("source=ILKO"), [told, told])
    assert.deepEqual(await ids("source=ILKO&words=soldiers"), [])
  })

  test("come without the doubtful ones when asked", async () => {
    assert.equal((await ids("")).length, 21)
    assert.equal((await ids("shown=1")).length, 16)
  })

  test("take a field that was left empty for one that was not asked", async () => {
    assert.equal((await ids("words=&source=&act=&shown=")).length, 21)
  })

  test("keep in the form what was asked, escaped", async () => {
    const html = await page(`/claims?act=deny&words=${encodeURIComponent('"><b>')}`)
    assert.match(html, /<option[^>]*selected[^>]*>deny</)
    assert.match(html, /name="words" value="&quot;>&lt;b>"|name="words" value="&quot;&gt;&lt;b&gt;"/)
  })
})

describe("the sources", () => {
  test("lead to the claims of each", async () => {
    assert.match(await page("/sources"), /href="\/claims\?source=Barat"/)
    const { sources } = await api("/sources")
    const ministry = sources.find(({ source }: { source: string }) => source === "The Defence Ministry of Velmora")
    assert.deepEqual([ministry.documents, ministry.publishers.length], [2, 2])
  })
})

describe("the search", () => {
  test("finds words in texts and marks them", async () => {
    const html = await page("/search?q=lager")
    assert.match(html, /<mark>Lager<\/mark>/)
    assert.match(html, new RegExp(`href="${documentPath(foreign)}"`))
  })

  test("leads to the card of an attribution whose content holds the words", async () => {
    assert.match(await page("/search?q=pictures"), /href="\/documents\/d-[0-9a-f]+#a-[0-9a-f]+"/)
  })

  test("takes signs of any pattern language as plain words", async () => {
    for (const q of ["(", "[a-", "a*", "\\", '"', "NEAR(", "%", "$&"]) {
      assert.equal((await get(`/search?q=${encodeURIComponent(q)}`)).statusCode, 200, q)
    }
  })
})

describe("what cannot be asked", () => {
  const bad = {
    "/claims?act=shout": /“act” has a value that it cannot have.*Use one of: assert, confirm/s,
    "/claims?shown=maybe": /“shown”/,
    "/claims?sorce=x": /“sorce” is nothing that can be asked here/,
    "/documents?page=0": /“page” must be &gt;= 1|“page” must be >= 1/,
    "/documents?page=two": /“page” must be integer/,
    "/documents?limit=100000": /“limit” must be/,
    "/search?q=a&q=b": /“q” must be string/,
    [`/search?q=${"x".repeat(501)}`]: /“q” must NOT have more than 500 characters/,
    [`/documents/${fireId}?at=-1`]: /“at” must be/,
  }
  for (const [url, words] of Object.entries(bad)) {
    test(`is refused in words: ${url.slice(0, 30)}`, async () => {
      const answer = await get(url)
      assert.equal(answer.statusCode, 400)
      assert.match(answer.body, words)
      assert.match(answer.body, /16 shown, 5 doubtful/)
      const { error } = await api(url)
      assert.equal(error.code, "web/bad-query")
      assert.notEqual(error.fix, "")
    })
  }

  test("says in words that there is no such page or document", async () => {
    for (const url of [
      "/nothing",
      `/documents/d-0`,
      "/documents/%00",
      "/marks/x.css",
      `/documents/${"d".repeat(300)}`,
    ]) {
      const answer = await get(url)
      assert.ok([400, 404, 414].includes(answer.statusCode), url)
      assert.match(answer.headers["content-type"] as string, /^text\/html/)
      assert.match(answer.body, /<h1>(There is no page|No document|This cannot|“id”)/)
    }
    assert.equal((await api("/documents/d-0")).error.code, "web/not-found")
  })

  test("answers a broken address in words", async () => {
    const answer = await get("/documents/%ZZ")
    assert.equal(answer.statusCode, 400)
    assert.match(answer.body, /This cannot be asked/)
  })
})

describe("a ledger that cannot be read", () => {
  test("gives a page in words, without the inside of the program", async () => {
    const failing = { ...ledger, documents: async () => Promise.reject(new Error("disk <secret> gone")) }
    const other = buildServer({ ledger: failing, onFault: () => {} })
    const answer = await other.inject({ url: "/documents", headers: { host: "localhost" } })
    assert.equal(answer.statusCode, 500)
    assert.match(answer.body, /The page could not be made/)
    assert.doesNotMatch(answer.body, /secret/)
    await other.close()
  })
})

describe("what others wrote", () => {
  test("is never markup: title, publisher, bylines, text, source, content, what was removed", async () => {
    const path = documentPath(hostile)
    for (const url of ["/", "/documents", path, "/claims", "/sources", "/search?q=said"]) {
      const html = await page(url)
      assert.doesNotMatch(html, /<script|<img|<iframe|<b[ >]/, url)
    }
    assert.match(await page(path), /&lt;script>alert\('title'\)|&lt;script&gt;alert\('title'\)/)
  })

  test("is never a link unless it is a web address", async () => {
    const html = await page(documentPath(hostile))
    assert.doesNotMatch(html, /href="javascript:/i)
    assert.match(html, /<span class="address">javascript:alert\(3\)<\/span>/)
    assert.match(
      await page(PATHS.document),
      /<a class="address" href="https:\/\/northern-courier\.example\/orlava-depot" rel="noopener noreferrer">/,
    )
  })
})

describe("a document with findings", () => {
  let own: { server: FastifyInstance; ledger: Ledger }
  const answer = async (path: string) =>
    (await own.server.inject({ url: path, headers: { host: "127.0.0.1:4780" } })).body

  beforeAll(async () => {
    const ledger = await filledLedger([quay])
    own = { ledger, server: buildServer({ ledger }) }
  })

  afterAll(async () => {
    await own.server.close()
    await own.ledger.close()
  })

  test("gives all of them as JSON, in the shape of `read`", async () => {
    const { findings } = JSON.parse(await answer(`/api${documentPath(quay)}`))
    const { text, run } = entryOf(quay)
    assert.deepEqual(findings, JSON.parse(JSON.stringify(toFindingsJson(run!.findings, text.value))))
    assert.equal(findings.figures.length, 4)
  })

  test("is HTML that a strict parser finds no fault with, no id of which stands twice", async () => {
    const faults: string[] = []
    const tree = parse(await answer(documentPath(quay)), { onParseError: ({ code }) => faults.push(code) })
    assert.deepEqual(faults, [])
    const ids = elementsOf(tree).flatMap(({ attrs }) =>
      attrs.filter(({ name }) => name === "id").map(({ value }) => value),
    )
    assert.equal(new Set(ids).size, ids.length)
  })

  test("has a target for every link within the page, and a description for every mark", async () => {
    const elements = elementsOf(parse(await answer(documentPath(quay))))
    const values = (wanted: string) =>
      elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name === wanted).map(({ value }) => value))
    const ids = new Set(values("id"))
    const links = values("href")
      .filter((href) => href.startsWith("#"))
      .map((href) => href.slice(1))
    assert.deepEqual(
      [...links, ...values("aria-describedby")].filter((id) => !ids.has(id)),
      [],
    )
  })

  test("lists claims with the one who speaks", async () => {
    assert.match(
      await answer("/claims"),
      /<strong>Oru Vane<\/strong>: person, harbour warden, on behalf of Orlava Harbour Board/,
    )
    const { claims } = JSON.parse(await answer("/api/claims?source=he"))
    assert.ok(claims.some((claim: { entities: { name: string }[] }) => claim.entities[0]?.name === "Oru Vane"))
  })
})
