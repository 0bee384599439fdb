import assert from "node:assert/strict"
import { readFileSync, writeFileSync } from "node:fs"
import { test } from "vitest"
import { article, rss, site, until, watchStage } from "./watch-stage.ts"

const titles = async (ledger: ReturnType<typeof watchStage>["ledger"]) =>
  (await ledger.documents()).map(({ reading }) => reading.title).sort()

test("reads each new article of a feed once, over several starts", async () => {
  const pages: Record<string, string> = { "/feed": rss("/b", "/a"), "/a": article("Alpha"), "/b": article("Beta") }
  const { url, asked } = await site(pages)
  const { ledger, watch } = watchStage()
  assert.deepEqual((await watch("--once", `${url}/feed`)).status, 0)
  assert.deepEqual(asked, ["/feed", "/a", "/b"])
  pages["/feed"] = rss("/c", "/b", "/a")
  pages["/c"] = article("Gamma")
  await watch("--once", `${url}/feed`)
  assert.deepEqual(asked.slice(3), ["/feed", "/c"])
  assert.deepEqual(await titles(ledger), ["Alpha", "Beta", "Gamma"])
})

test("gives the feed's date to a page that names none, and the page's own where it does", async () => {
  const dated = article("Dated").replace(
    "<head>",
    '<head><meta property="article:published_time" content="2020-01-02">',
  )
  const { url } = await site({ "/feed": rss("/a", "/dated"), "/a": article("Bare"), "/dated": dated })
  const { ledger, watch } = watchStage()
  await watch("--once", `${url}/feed`)
  const published = Object.fromEntries(
    (await ledger.documents()).map(({ reading }) => [reading.title, reading.published?.value]),
  )
  assert.deepEqual(published, { Bare: "2031-03-12T08:10:00Z", Dated: "2020-01-02" })
})

test("asks with what the server gave last, and reads nothing when nothing changed", async () => {
  const conditions: (string | undefined)[] = []
  const { url, asked } = await site({
    "/a": article("Alpha"),
    "/feed": (request, response) => {
      conditions.push(request.headers["if-none-match"])
      if (request.headers["if-none-match"] === '"v1"') return response.writeHead(304).end()
      response.writeHead(200, { "content-type": "application/rss+xml", etag: '"v1"' }).end(rss("/a"))
    },
  })
  const { watch } = watchStage()
  await watch("--once", `${url}/feed`)
  const { status, err } = await watch("--once", `${url}/feed`)
  assert.deepEqual([status, err], [0, ""])
  assert.deepEqual(conditions, [undefined, '"v1"'])
  assert.deepEqual(asked, ["/feed", "/a", "/feed"])
})

test("one failing feed or page never stops the others, and each is named", async () => {
  const pages = { "/feed": rss("/gone", "/a"), "/a": article("Alpha"), "/page": article("No feed") }
  const { url } = await site(pages)
  const { ledger, watch } = watchStage()
  const { status, err } = await watch(
    "--once",
    `${url}/none`,
    `${url}/page`,
    `${url}/feed`,
    "/no/such/folder",
    "ftp://x.example/",
  )
  assert.equal(status, 1)
  assert.deepEqual(await titles(ledger), ["Alpha"])
  for (const part of [
    `${url}/none: the server answers 404`,
    `${url}/page: it is a web page, not a feed`,
    `${url}/gone: `,
  ])
    assert.ok(err.includes(part), err)
  assert.match(err, /^\/no\/such\/folder: there is no such file/m)
  assert.match(err, /^ftp:\/\/x\.example\/: "ftp" is not fetched/m)
})

test("a page whose server fails is tried again later, even when the feed has dropped it; one that is gone is not", async () => {
  let broken = true
  const pages: Parameters<typeof site>[0] = {
    "/feed": rss("/a", "/gone"),
    "/a": (_, response) => void (broken ? response.writeHead(503).end() : response.end(article("Alpha"))),
  }
  const { url, asked } = await site(pages)
  const { ledger, watch } = watchStage()
  assert.equal((await watch("--once", `${url}/feed`)).status, 1)
  broken = false
  pages["/feed"] = rss()
  assert.equal((await watch("--once", `${url}/feed`)).status, 0)
  assert.deepEqual(asked, ["/feed", "/gone", "/a", "/feed", "/a"])
  assert.deepEqual(await titles(ledger), ["Alpha"])
})

test("a page that goes on failing is given up after five times", async () => {
  const { url, asked } = await site({ "/feed": rss("/a"), "/a": (_, response) => void response.writeHead(500).end() })
  const { watch } = watchStage()
  for (let i = 0; i < 7; i++) await watch("--once", `${url}/feed`)
  assert.equal(asked.filter((path) => path === "/a").length, 5)
})

test("leaves a server alone for as long as it asks: retry-after, max-age and ttl", async () => {
  const heads: [string, number, Record<string, string>, string][] = [
    ["/busy", 503, { "retry-after": "600" }, ""],
    ["/fresh", 200, { "cache-control": "public, max-age=600" }, rss()],
    ["/ttl", 200, {}, rss().replace("<channel>", "<channel><ttl>10</ttl>")],
  ]
  for (const [path, status, headers, body] of heads) {
    const { url, asked } = await site({
      [path]: (_, response) => void response.writeHead(status, { "content-type": "text/xml", ...headers }).end(body),
    })
    const { watch } = watchStage()
    await watch("--once", url + path)
    const { err } = await watch("--once", url + path)
    assert.match(err, /asks to be left alone until /, path)
    assert.deepEqual(asked, [path])
  }
})

test("goes on until it is stopped, ends well, and keeps where it stood", async () => {
  const { url, asked } = await site({ "/feed": rss("/a"), "/a": article("Alpha") })
  const { ledger, watch, start } = watchStage()
  const { stop, done } = start(`${url}/feed`)
  await until(async () => (await ledger.counts()).documents === 1)
  stop()
  const { status, out } = await done
  assert.equal(status, 0)
  assert.match(out, /^Alpha$/m)
  await watch("--once", `${url}/feed`)
  assert.deepEqual(asked, ["/feed", "/a", "/feed"])
})

test("a stop in the middle of a page loses only that page", async () => {
  let hang = true
  const { url, asked } = await site({
    "/feed": rss("/slow", "/a"),
    "/a": article("Alpha"),
    "/slow": (_, response) => void (hang || response.end(article("Slow"))),
  })
  const { ledger, watch, start } = watchStage()
  const { stop, done } = start("--once", `${url}/feed`)
  await until(() => asked.includes("/slow"))
  stop()
  assert.equal((await done).status, 130)
  hang = false
  await watch("--once", `${url}/feed`)
  assert.deepEqual(asked, ["/feed", "/a", "/slow", "/feed", "/slow"])
  assert.deepEqual(await titles(ledger), ["Alpha", "Slow"])
})

test("refuses a state file that is none, naming it, before anything is read", async () => {
  const { url, asked } = await site({ "/feed": rss() })
  for (const text of ["", "[]", '{"version":2,"feeds":{},"folders":{}}']) {
    const { watch, path } = watchStage()
    writeFileSync(`${path}.watch.json`, text)
    const { status, err } = await watch("--once", `${url}/feed`)
    assert.equal(status, 1)
    assert.ok(err.includes(`${path}.watch.json: it does not say where watching stands`), err)
    assert.equal(readFileSync(`${path}.watch.json`, "utf8"), text)
  }
  assert.deepEqual(asked, [])
})

test("two watchers of one ledger keep each other's state", async () => {
  const { url, asked } = await site({
    "/one": rss("/a"),
    "/two": rss("/b"),
    "/a": article("Alpha"),
    "/b": article("Beta"),
  })
  const { watch } = watchStage()
  await Promise.all([watch("--once", `${url}/one`), watch("--once", `${url}/two`)])
  await watch("--once", `${url}/one`, `${url}/two`)
  assert.equal(asked.filter((path) => path === "/a" || path === "/b").length, 2)
})

test("takes minutes from one on", async () => {
  const { watch } = watchStage()
  for (const minutes of ["0", "-1", "x", "1e3", "99999999"])
    assert.equal((await watch("--every", minutes, "https://lamp.example/feed")).status, 2, minutes)
})
