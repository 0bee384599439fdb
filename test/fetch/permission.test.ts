import assert from "node:assert/strict"
import { onTestFinished, test } from "vitest"
import { type Fetcher, type FetchOptions, openFetcher } from "../../src/fetch/fetcher.ts"
import { failsWith, type Handler, LOOPBACK, serve } from "./server.ts"

type Site = Readonly<{ fetcher: Fetcher; url: (path: string) => string; asked: string[] }>

/** A site whose robots.txt is answered by `robots`, and whose other pages hold "page". */
async function site(robots: Handler, options: FetchOptions = {}): Promise<Site> {
  const asked: string[] = []
  const port = await serve((request, response) => {
    asked.push(request.url ?? "")
    if (request.url === "/robots.txt") robots(request, response)
    else if (request.url === "/to-secret") response.writeHead(302, { location: "/secret" }).end()
    else response.end("page")
  })
  const fetcher = openFetcher({ ...LOOPBACK, robots: true, ...options })
  onTestFinished(() => fetcher.close())
  return { fetcher, url: (path) => `http://127.0.0.1:${port}${path}`, asked }
}

const saying =
  (text: string): Handler =>
  (_, response) =>
    void response.end(text)
const status =
  (number: number): Handler =>
  (_, response) =>
    void response.writeHead(number).end("User-agent: *\nDisallow: /")

test("a page that robots.txt closes is not asked for, the others are, and robots.txt is read once", async () => {
  const { fetcher, url, asked } = await site(saying("User-agent: counterclaim\nDisallow: /secret"))
  await assert.rejects(fetcher.fetchPage(url("/secret?a=1")), failsWith("fetch/robots", "/secret?a=1"))
  await fetcher.fetchPage(url("/open"))
  await fetcher.fetchPage(url("/also"))
  assert.deepEqual(asked, ["/robots.txt", "/open", "/also"])
})

test("pages asked for at one time share one reading of robots.txt", async () => {
  const { fetcher, url, asked } = await site(saying(""))
  await Promise.all(["/a", "/b", "/c"].map((path) => fetcher.fetchPage(url(path))))
  assert.equal(asked.filter((path) => path === "/robots.txt").length, 1)
})

test("a redirect to a closed page ends there", async () => {
  const { fetcher, url, asked } = await site(saying("User-agent: *\nDisallow: /secret"))
  await assert.rejects(fetcher.fetchPage(url("/to-secret")), failsWith("fetch/robots"))
  assert.ok(!asked.includes("/secret"))
})

test("a site without a robots.txt allows all", async () => {
  for (const number of [400, 401, 403, 404, 410]) {
    const { fetcher, url } = await site(status(number))
    assert.equal(Buffer.from((await fetcher.fetchPage(url("/a"))).bytes).toString(), "page", `${number}`)
  }
})

test("a site whose robots.txt fails allows nothing, until it answers", async () => {
  for (const number of [429, 500, 503]) {
    let answer = status(number)
    const { fetcher, url } = await site((request, response) => answer(request, response))
    await assert.rejects(fetcher.fetchPage(url("/a")), failsWith("fetch/robots", `${number}`))
    answer = saying("")
    await fetcher.fetchPage(url("/a"))
  }
})

test("a robots.txt in another place is followed to, and one in a circle is none", async () => {
  const circle = await site((_, response) => void response.writeHead(302, { location: "/robots.txt" }).end())
  await circle.fetcher.fetchPage(circle.url("/a"))
  assert.equal(circle.asked.length, 7)
  const there = await serve(saying("User-agent: *\nDisallow: /a"))
  const moved = await site(
    (_, response) => void response.writeHead(301, { location: `http://127.0.0.1:${there}/` }).end(),
  )
  await assert.rejects(moved.fetcher.fetchPage(moved.url("/a")), failsWith("fetch/robots"))
})

test("a robots.txt that leads inside is refused as a page would be", async () => {
  const inside = await site(
    (_, response) => void response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
  )
  await assert.rejects(inside.fetcher.fetchPage(inside.url("/a")), failsWith("fetch/refused-address"))
})

test("a robots.txt that never comes runs into the time", async () => {
  const { fetcher, url } = await site(() => {}, { timeoutMs: 300 })
  await assert.rejects(fetcher.fetchPage(url("/a")), failsWith("fetch/timeout"))
})

test("robots.txt is not asked when it is switched off", async () => {
  const { fetcher, url, asked } = await site(saying("User-agent: *\nDisallow: /"), { robots: false })
  await fetcher.fetchPage(url("/a"))
  assert.deepEqual(asked, ["/a"])
})

test("pages of one host follow each other at its pace, redirects within it at once", async () => {
  const { fetcher, url } = await site(saying(""), { paceMs: 1500 })
  const start = performance.now()
  await fetcher.fetchPage(url("/to-secret"))
  const first = performance.now() - start
  await fetcher.fetchPage(url("/b"))
  const both = performance.now() - start
  assert.ok(first < 1500, `${first} ms`)
  assert.ok(both >= 1500, `${both} ms`)
})
