import assert from "node:assert/strict"
import { test } from "vitest"
import { cleanOnly } from "../../src/pipeline.ts"
import { serve } from "../fetch/server.ts"
import { stage } from "./stage.ts"

const BODY =
  "The mill at Oster burned down in the night to Monday, and nobody was hurt in it, the fire brigade of the town wrote in its log. "
const page = (title: string, body: string) =>
  `<html><head><title>${title}</title><meta property="og:type" content="article"></head><body><article><h1>${title}</h1>${body}</article></body></html>`

/** Two pages, the one linking to the other and to one that is gone; read without a model. */
async function site() {
  const port = await serve((request, response) => {
    const body =
      request.url === "/report"
        ? `<p>${BODY.repeat(3)} More in <a href="/log">the log</a> and in <a href="http://localhost:${port}/gone">the report</a>.</p>`
        : `<p>${BODY.repeat(4)}</p>`
    if (request.url === "/gone" || request.url === "/robots.txt") response.statusCode = 404
    response.setHeader("content-type", "text/html")
    response.end(page(request.url === "/report" ? "Mill burned" : "Log of the fire brigade", body))
  })
  const openPipeline = async () => ({
    isCurrent: () => false,
    read: async (...given: Parameters<typeof cleanOnly>) => cleanOnly(...given),
    close: async () => {},
  })
  return { url: `http://127.0.0.1:${port}/report`, set: stage({ parts: { openPipeline }, io: { columns: 120 } }) }
}

test("trace prints the page, what is linked and not read, and the sum; nothing is added", async () => {
  const { url, set } = await site()
  const { status, out } = await set.run("trace", url)
  assert.equal(status, 0)
  assert.match(out, /^Mill burned\n/)
  assert.match(out, /Credited or linked to, and not read\n {2}http:\/\/localhost:\d+\/gone: .*\(relied on by/)
  assert.match(out, /1 page read, 1 credited or linked to and not read\.\n$/)
  assert.equal((await set.ledger.counts()).documents, 0)
})

test("trace --keep adds what was read, --json prints one object without the pages' bytes", async () => {
  const { url, set } = await site()
  const { out } = await set.run("trace", url, "--keep", "--json")
  const { pages, notRead, entries } = JSON.parse(out)
  assert.deepEqual([pages.length, notRead.length, entries], [1, 1, undefined])
  assert.equal((await set.ledger.counts()).documents, 1)
})

test("trace of an address that cannot be read fails and names it", async () => {
  const { url, set } = await site()
  const { status, err } = await set.run("trace", url.replace("report", "gone"))
  assert.equal(status, 1)
  assert.match(err, /\/gone: the server answers 404/)
})
