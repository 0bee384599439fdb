import assert from "node:assert/strict"
import { test } from "vitest"
import { fetchPage } from "../../src/fetch/fetcher.ts"
import { failsWith, LOOPBACK, serve } from "./server.ts"

test("a page gives its bytes, its last address, its headers in lower case and the time", async () => {
  const port = await serve((request, response) => {
    if (request.url === "/old") return response.writeHead(302, { Location: "/new#part" }).end()
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ETag: '"v1"', "Set-Cookie": "a=b" })
    response.end("<p>Bridge closed</p>")
  })
  const now = () => new Date("2031-04-05T06:07:08Z")
  const page = await fetchPage(`http://127.0.0.1:${port}/old`, { ...LOOPBACK, now })
  assert.equal(Buffer.from(page.bytes).toString(), "<p>Bridge closed</p>")
  assert.equal(page.url, `http://127.0.0.1:${port}/new`)
  assert.equal(page.fetched, "2031-04-05T06:07:08.000Z")
  const { date: _, ...headers } = page.headers
  assert.deepEqual(headers, { "content-type": "text/html; charset=utf-8", etag: '"v1"' })
})

test("an address that is not allowed is refused", async () => {
  const port = await serve((_, response) => response.end("x"))
  await assert.rejects(
    fetchPage(`http://127.0.0.1:${port}/`, { env: {} }),
    failsWith("fetch/refused-address", "127.0.0.1"),
  )
})
