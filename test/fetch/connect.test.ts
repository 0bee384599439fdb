import assert from "node:assert/strict"
import type { LookupAddress } from "node:dns"
import { test } from "vitest"
import type { Lookup } from "../../src/fetch/connect.ts"
import { fetchPage } from "../../src/fetch/fetcher.ts"
import { failsWith, LOOPBACK, serve } from "./server.ts"

/** A name server that gives these answers, one a question, the last for ever. */
function answering(...answers: string[][]): { lookup: Lookup; asked: () => number } {
  let asked = 0
  const lookup: Lookup = (_, __, done) => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? []
    asked++
    const addresses: LookupAddress[] = answer.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }))
    setImmediate(() => done(null, addresses))
  }
  return { lookup, asked: () => asked }
}

async function counted(): Promise<{ port: number; requests: () => number }> {
  let requests = 0
  const port = await serve((_, response) => {
    requests++
    response.end("inside")
  })
  return { port, requests: () => requests }
}

test("a name that leads to an inner address is refused, and the server hears nothing", async () => {
  const { port, requests } = await counted()
  for (const address of ["127.0.0.1", "::ffff:127.0.0.1", "169.254.169.254", "64:ff9b::7f00:1"]) {
    const { lookup } = answering([address])
    const options = { ...LOOPBACK, allow: [], lookup }
    await assert.rejects(
      fetchPage(`http://news.example:${port}/`, options),
      failsWith("fetch/refused-address", address),
    )
  }
  assert.equal(requests(), 0)
})

test("over TLS a name that leads to an inner address is refused before the handshake", async () => {
  const { port, requests } = await counted()
  const options = { ...LOOPBACK, allow: [], lookup: answering(["127.0.0.1"]).lookup }
  await assert.rejects(
    fetchPage(`https://news.example:${port}/`, options),
    failsWith("fetch/refused-address", "127.0.0.1"),
  )
  assert.equal(requests(), 0)
})

test("an answer that changes after it was checked is not asked for again", async () => {
  const { port } = await counted()
  const { lookup, asked } = answering(["127.0.0.1"], ["127.66.6.6"])
  const options = { ...LOOPBACK, allow: ["127.0.0.1"], lookup }
  const page = await fetchPage(`http://news.example:${port}/`, options)
  assert.equal(Buffer.from(page.bytes).toString(), "inside")
  assert.equal(asked(), 1)
})

test("an answer that changes between a redirect and its target is checked anew", async () => {
  let inside = 0
  const port = await serve((request, response) => {
    if (request.url === "/secret") inside++
    // The socket is closed, so that the next request has to ask for the name again.
    response.writeHead(302, { location: "/secret", connection: "close" }).end()
  })
  const { lookup } = answering(["127.0.0.1"], ["127.66.6.6"])
  const options = { ...LOOPBACK, allow: ["127.0.0.1"], lookup }
  await assert.rejects(
    fetchPage(`http://news.example:${port}/`, options),
    failsWith("fetch/refused-address", "news.example", "127.66.6.6"),
  )
  assert.equal(inside, 0)
})

test("of several addresses only those that may be reached are tried", async () => {
  const { port } = await counted()
  const { lookup } = answering(["127.66.6.6", "10.0.0.1", "127.0.0.1"])
  const page = await fetchPage(`http://news.example:${port}/`, { ...LOOPBACK, allow: ["127.0.0.1"], lookup })
  assert.equal(Buffer.from(page.bytes).toString(), "inside")
})

test("a name without an address is unknown", async () => {
  const options = { ...LOOPBACK, lookup: answering([]).lookup }
  await assert.rejects(
    fetchPage("http://news.example/", options),
    failsWith("fetch/unreachable", "no host of this name"),
  )
})
