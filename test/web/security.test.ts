import assert from "node:assert/strict"
import { createServer } from "node:net"
import { afterAll, describe, test } from "vitest"
import { CounterclaimError } from "../../src/model/error.ts"
import { isAllowedHost } from "../../src/web/hosts.ts"
import { buildServer, serve } from "../../src/web/server.ts"
import { fire } from "./articles.ts"
import { filledLedger } from "./filled-ledger.ts"

const ledger = await filledLedger([fire])
const server = buildServer({ ledger, allowedHosts: ["news.example", "desk.example:8080"] })
afterAll(() => server.close())

describe("the Host header", () => {
  const allowed = ["news.example", "desk.example:8080"]

  test("passes for this machine's own names, with any port, whatever the case", () => {
    for (const host of ["127.0.0.1", "127.0.0.1:4780", "localhost:1", "LOCALHOST", "[::1]:4780", "[::1]"]) {
      assert.equal(isAllowedHost(host, []), true, host)
    }
  })

  test("passes for an allowed name, and with its port alone when one is given", () => {
    assert.equal(isAllowedHost("news.example:9999", allowed), true)
    assert.equal(isAllowedHost("desk.example:8080", allowed), true)
    assert.equal(isAllowedHost("desk.example:8081", allowed), false)
    assert.equal(isAllowedHost("desk.example", allowed), false)
  })

  test("is refused for every other name, and when it is missing or broken", () => {
    const others = [undefined, "", "evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil@localhost"]
    for (const host of [...others, "localhost:80:80", "localhost/", "127.0.0.2", "::1", "localhost, evil.example"]) {
      assert.equal(isAllowedHost(host, allowed), false, host)
    }
  })

  test("that is refused gets 403 in words, and nothing of the ledger", async () => {
    for (const url of ["/", "/api/claims", "/style.css", "/nothing", "/documents/%ZZ"]) {
      const answer = await server.inject({ url, headers: { host: "evil.example" } })
      assert.equal(answer.statusCode, 403, url)
      assert.match(answer.body, /not one that the server answers to/)
      assert.doesNotMatch(answer.body, /shown, \d+ doubtful|Velmora/)
    }
  })

  test("is the one that counts: a forwarded one changes nothing", async () => {
    const headers = { host: "evil.example", "x-forwarded-host": "localhost" }
    assert.equal((await server.inject({ url: "/", headers })).statusCode, 403)
  })
})

describe("the headers", () => {
  test("forbid scripts, framing and guessing of types, on pages, answers and errors alike", async () => {
    for (const url of ["/", "/api/overview", "/style.css", "/nothing", "/claims?act=x"]) {
      const { headers } = await server.inject({ url, headers: { host: "localhost" } })
      assert.match(headers["content-security-policy"] as string, /default-src 'none'; style-src 'self'/)
      assert.doesNotMatch(headers["content-security-policy"] as string, /unsafe|script-src/)
      assert.equal(headers["x-content-type-options"], "nosniff")
      assert.equal(headers["referrer-policy"], "no-referrer")
      assert.equal(headers["access-control-allow-origin"], undefined)
    }
  })
})

describe("serving", () => {
  test("answers on the loopback address until it is closed, and leaves the ledger open", async () => {
    const { url, close } = await serve({ ledger, port: 0 })
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/)
    assert.equal((await fetch(`${url}/api/overview`)).status, 200)
    await close()
    await assert.rejects(fetch(url))
    assert.equal((await ledger.counts()).documents, 1)
  })

  test("says how to go on when the port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1")
    await new Promise((resolve) => other.once("listening", resolve))
    const { port } = other.address() as { port: number }
    const refused = (error: unknown) =>
      error instanceof CounterclaimError &&
      error.code === "web/port-taken" &&
      error.where === `127.0.0.1:${port}` &&
      error.fix.includes("--port")
    await assert.rejects(serve({ ledger, port }), refused)
    other.close()
  })

  test("says that there is no such port", async () => {
    await assert.rejects(serve({ ledger, port: 70_000 }), { code: "web/port-refused" })
  })
})
