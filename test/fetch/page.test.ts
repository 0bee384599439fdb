import assert from "node:assert/strict"
import { createServer } from "node:net"
import { gzipSync } from "node:zlib"
import { onTestFinished, test } from "vitest"
import packageJson from "../../package.json" with { type: "json" }
import { type FetchOptions, fetchPage, openFetcher } from "../../src/fetch/fetcher.ts"
import { sha256 } from "../../src/model/hash.ts"
import { toSnapshot } from "../../src/model/snapshot.ts"
import { pdfFile } from "./document/pdf-file.ts"
import { failsWith, type Handler, LOOPBACK, serve } from "./server.ts"

/** Fetch a path of a server of this test's own. */
const fetchFrom = async (handler: Handler, path = "/", options: FetchOptions = {}) =>
  fetchPage(`http://127.0.0.1:${await serve(handler)}${path}`, { ...LOOPBACK, ...options })

/** A server that speaks in bytes; gives its port. */
async function serveRaw(answer: (write: (text: string) => void, end: () => void) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on("error", () => {})
    socket.once("data", () =>
      answer(
        (text) => socket.destroyed || socket.write(text),
        () => socket.destroy(),
      ),
    )
    onTestFinished(() => void socket.destroy())
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  onTestFinished(() => void server.close())
  return (server.address() as { port: number }).port
}

test("a page gives its bytes, its last address, its headers in lower case and the time", async () => {
  const port = await serve((request, response) => {
    if (request.url === "/old") return response.writeHead(302, { Location: "/new#part" }).end()
    response.writeHead(200, [
      ["Content-Type", "text/html; charset=utf-8"],
      ["ETag", '"v1"'],
      ["Set-Cookie", "a=b"],
      ["X-Two", "1"],
      ["X-Two", "2"],
      ["Content-Encoding", "gzip"],
    ] as never)
    response.end(gzipSync("<p>Bridge closed</p>"))
  })
  const now = () => new Date("2031-04-05T06:07:08Z")
  const page = await fetchPage(`http://127.0.0.1:${port}/old`, { ...LOOPBACK, now })
  assert.equal(Buffer.from(page.bytes).toString(), "<p>Bridge closed</p>")
  assert.equal(page.url, `http://127.0.0.1:${port}/new`)
  assert.equal(page.fetched, "2031-04-05T06:07:08.000Z")
  const { date: _, ...headers } = page.headers
  assert.deepEqual(headers, { "content-type": "text/html; charset=utf-8", etag: '"v1"', "x-two": "1, 2" })
})

test("the request says who asks and what it can unpack", async () => {
  let asked: Record<string, unknown> = {}
  await fetchFrom((request, response) => {
    asked = request.headers
    response.end()
  })
  assert.ok(String(asked["user-agent"]).startsWith(`Counterclaim/${packageJson.version}`))
  assert.equal(asked["accept-encoding"], "gzip, br")
  assert.equal(asked.cookie, undefined)
})

test("addresses that are not allowed are refused however they are written, and nothing is sent", async () => {
  let requests = 0
  const port = await serve((_, response) => {
    requests++
    response.end("inside")
  })
  for (const host of [
    "127.0.0.1",
    "0x7f000001",
    "2130706433",
    "0177.1",
    "localhost",
    "[::ffff:127.0.0.1]",
    "[::1]",
    "0",
  ])
    await assert.rejects(
      fetchPage(`http://${host}:${port}/`, { ...LOOPBACK, allow: [] }),
      failsWith("fetch/refused-address"),
      host,
    )
  for (const url of ["http://169.254.169.254/latest", "http://[::ffff:10.0.0.1]/", "http://[64:ff9b::a00:1]/"])
    await assert.rejects(fetchPage(url, LOOPBACK), failsWith("fetch/refused-address"), url)
  assert.equal(requests, 0)
})

test("a redirect is checked as the first address was", async () => {
  const cases = {
    "http://169.254.169.254/latest/meta-data/": "fetch/refused-address",
    "http://0x7f000002/": "fetch/refused-address",
    "http://[::ffff:10.0.0.1]/": "fetch/refused-address",
    "//10.0.0.1/": "fetch/refused-address",
    "file:///etc/passwd": "fetch/scheme",
    "ftp://news.example/": "fetch/scheme",
    "javascript:alert(1)": "fetch/scheme",
    "http://me:secret@127.0.0.1/": "fetch/credentials",
    "http://[": "fetch/address",
  }
  for (const [location, code] of Object.entries(cases)) {
    const fetched = fetchFrom((_, response) => response.writeHead(301, { location }).end(), "/", {
      allow: ["127.0.0.1"],
    })
    await assert.rejects(fetched, failsWith(code), location)
  }
})

test("every kind of redirect is followed, to the cap and no further", async () => {
  const codes = [301, 302, 303, 307, 308]
  let requests = 0
  const steps: Handler = (request, response) => {
    const step = Number(request.url?.slice(1))
    requests++
    if (step === 0) response.end("there")
    else response.writeHead(codes[step % 5] ?? 301, { location: `/${step - 1}` }).end()
  }
  assert.equal(Buffer.from((await fetchFrom(steps, "/5")).bytes).toString(), "there")
  requests = 0
  await assert.rejects(fetchFrom(steps, "/6"), failsWith("fetch/redirects", "5 times"))
  assert.equal(requests, 6)
  await assert.rejects(fetchFrom(steps, "/1", { maxRedirects: 0 }), failsWith("fetch/redirects"))
})

test("a redirect to nowhere is named", async () => {
  await assert.rejects(
    fetchFrom((_, response) => response.writeHead(302).end()),
    failsWith("fetch/redirect"),
  )
})

test("an answer that is no page is named with its number", async () => {
  for (const status of [204, 300, 304, 400, 401, 403, 404, 410, 429, 451, 500, 503]) {
    const fetched = fetchFrom((_, response) => response.writeHead(status).end())
    if (status === 204) assert.equal((await fetched).bytes.length, 0)
    else await assert.rejects(fetched, failsWith("fetch/status", `${status}`), `${status}`)
  }
})

test("what is no text is refused, and its body is not read", async () => {
  for (const type of [
    "image/png",
    "VIDEO/mp4",
    "audio/mpeg; x=y",
    "application/zip",
    "application/octet-stream",
    "font/woff2",
  ]) {
    const fetched = fetchFrom((_, response) => {
      response.writeHead(200, { "content-type": type })
      response.write("never ended")
    })
    await assert.rejects(fetched, failsWith("fetch/not-text", type.split(";")[0]?.toLowerCase() ?? ""), type)
  }
})

test("every type of text is read, and so is a page without a type", async () => {
  for (const type of [
    "text/html",
    "text/plain; charset=x",
    "application/xhtml+xml",
    "application/xml",
    "application/ld+json",
    "",
  ]) {
    const page = await fetchFrom((_, response) => {
      if (type !== "") response.setHeader("content-type", type)
      response.end("words")
    })
    assert.equal(Buffer.from(page.bytes).toString(), "words", type)
  }
})

test("only http and https addresses without a user are fetched, and no password is shown", async () => {
  await assert.rejects(fetchPage("ftp://news.example/"), failsWith("fetch/scheme", "ftp"))
  await assert.rejects(fetchPage("news"), failsWith("fetch/address", "news"))
  for (const url of [
    "http://me:secret@news.example/",
    "http://:secret@news.example/",
    "ftp://me:secret@h/",
    "http://me:secret@:/",
  ])
    await assert.rejects(
      fetchPage(url, LOOPBACK),
      (error) => error instanceof Error && !error.message.includes("secret"),
    )
})

test("a server that never answers, and one that never ends, run into the time", async () => {
  const start = performance.now()
  const options = { timeoutMs: 300 }
  await assert.rejects(
    fetchFrom(() => {}, "/", options),
    failsWith("fetch/timeout", "0.3 s"),
  )
  const dripping = fetchFrom(
    (_, response) => {
      const drip = setInterval(() => response.write("."), 20)
      response.on("close", () => clearInterval(drip))
    },
    "/",
    options,
  )
  await assert.rejects(dripping, failsWith("fetch/timeout"))
  assert.ok(performance.now() - start < 3000)
})

test("the time is one for all redirects together", async () => {
  const slow: Handler = (request, response) => {
    const step = Number(request.url?.slice(1))
    setTimeout(() => response.writeHead(302, { location: `/${step + 1}` }).end(), 150)
  }
  await assert.rejects(fetchFrom(slow, "/0", { timeoutMs: 400 }), failsWith("fetch/timeout"))
})

test("headers that drip for ever, and headers over the cap, are given up", async () => {
  const dripping = await serveRaw((write) => {
    write("HTTP/1.1 200 OK\r\nx: ")
    const drip = setInterval(() => write("x"), 20)
    onTestFinished(() => clearInterval(drip))
  })
  await assert.rejects(
    fetchPage(`http://127.0.0.1:${dripping}/`, { ...LOOPBACK, timeoutMs: 300 }),
    failsWith("fetch/timeout"),
  )
  const large = await serveRaw((write) => write(`HTTP/1.1 200 OK\r\nx: ${"x".repeat(100_000)}\r\n\r\n`))
  await assert.rejects(fetchPage(`http://127.0.0.1:${large}/`, LOOPBACK), failsWith("fetch/headers"))
})

test("a connection that breaks, one that is refused and one that speaks another language are named", async () => {
  const cut = await serveRaw((write, end) => {
    write("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf")
    setTimeout(end, 20)
  })
  const mute = await serveRaw((_, end) => end())
  const other = await serveRaw((write) => write("220 mail.example ready\r\n"))
  for (const port of [cut, mute, other, 1])
    await assert.rejects(
      fetchPage(`http://127.0.0.1:${port}/`, LOOPBACK),
      failsWith("fetch/unreachable", `127.0.0.1:${port}`),
    )
  await assert.rejects(fetchPage(`https://127.0.0.1:${other}/`, LOOPBACK), failsWith("fetch/unreachable"))
})

test("a bomb from a server is stopped long before its end", async () => {
  const member = gzipSync(Buffer.alloc(10 * 1024 * 1024))
  let sent = 0
  const fetched = fetchFrom((_, response) => {
    response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" })
    const send = () => {
      while (!response.destroyed && sent < 100) {
        sent++
        if (!response.write(member)) return void response.once("drain", send)
      }
      response.end()
    }
    send()
  })
  await assert.rejects(fetched, failsWith("fetch/ratio"))
})

test("a page over the cap is given up", async () => {
  const large: Handler = (_, response) => response.end("x".repeat(3000))
  await assert.rejects(fetchFrom(large, "/", { maxBytes: 2999 }), failsWith("fetch/too-large", "2999"))
  assert.equal((await fetchFrom(large, "/", { maxBytes: 3000 })).bytes.length, 3000)
})

test("fetching stops with the reason of the signal", async () => {
  const fetcher = openFetcher(LOOPBACK)
  onTestFinished(() => fetcher.close())
  const port = await serve(() => {})
  const stop = new AbortController()
  const fetched = fetcher.fetchPage(`http://127.0.0.1:${port}/`, stop.signal)
  setTimeout(() => stop.abort(new Error("the person asked for it")), 50)
  await assert.rejects(fetched, /the person asked for it/)
})

test("closing the fetcher ends what is under way", async () => {
  const fetcher = openFetcher(LOOPBACK)
  const port = await serve(() => {})
  const fetched = assert.rejects(fetcher.fetchPage(`http://127.0.0.1:${port}/`), failsWith("fetch/unreachable"))
  await new Promise((done) => setTimeout(done, 50))
  await fetcher.close()
  await fetched
})

test("a page that did not change since is not sent again", async () => {
  const fetcher = openFetcher(LOOPBACK)
  onTestFinished(() => fetcher.close())
  let tag = '"v1"'
  const port = await serve((request, response) => {
    if (request.headers["if-none-match"] === tag) return response.writeHead(304).end()
    response.writeHead(200, { etag: tag, "last-modified": "Wed, 02 Apr 2031 00:00:00 GMT" }).end(tag)
  })
  const url = `http://127.0.0.1:${port}/`
  const first = await fetcher.fetchPage(url)
  assert.equal(await fetcher.fetchChanged(url, first), null)
  tag = '"v2"'
  assert.equal(Buffer.from((await fetcher.fetchChanged(url, first))?.bytes ?? []).toString(), '"v2"')
})

test("what is known of one address is not said to another", async () => {
  const fetcher = openFetcher(LOOPBACK)
  onTestFinished(() => fetcher.close())
  const said: unknown[] = []
  const port = await serve((request, response) => {
    said.push([request.headers["if-none-match"], request.headers["if-modified-since"]])
    response.end()
  })
  const url = `http://127.0.0.1:${port}/b`
  const headers = { etag: '"v1"', "last-modified": "Wed, 02 Apr 2031 00:00:00 GMT" }
  const since = (at: string) =>
    toSnapshot({ bytes: new Uint8Array(), url: at, headers, fetched: "2031-04-02T00:00:00Z" })
  await fetcher.fetchChanged(url, since(`http://127.0.0.1:${port}/a`))
  await fetcher.fetchChanged(url, since(url))
  assert.deepEqual(said, [
    [undefined, undefined],
    ['"v1"', headers["last-modified"]],
  ])
})

test("the ranges that the operator allows in the environment may be reached, and no others", async () => {
  const port = await serve((_, response) => response.end("inside"))
  const options = { robots: false, paceMs: 0, timeoutMs: 10_000 }
  const url = `http://127.0.0.1:${port}/`
  const page = await fetchPage(url, { ...options, env: { COUNTERCLAIM_ALLOW: "10.1.0.0/16, 127.0.0.0/8" } })
  assert.equal(Buffer.from(page.bytes).toString(), "inside")
  await assert.rejects(
    fetchPage(url, { ...options, env: { COUNTERCLAIM_ALLOW: "10.1.0.0/16" } }),
    failsWith("fetch/refused-address", "127.0.0.1"),
  )
  await assert.rejects(
    fetchPage(url, { ...options, env: { COUNTERCLAIM_ALLOW: "our network" } }),
    failsWith("fetch/allow", "our network"),
  )
})

test("of a PDF file at an address the text is taken", async () => {
  const bytes = pdfFile([[{ y: 700, text: "The mill of Dunmarrow was closed on Friday." }]])
  const page = await fetchFrom((_, response) => {
    response.writeHead(200, { "content-type": "application/pdf" }).end(bytes)
  }, "/report.pdf")
  assert.match(Buffer.from(page.bytes).toString(), /^The mill of Dunmarrow was closed on Friday\.$/)
  assert.equal(page.headers["content-type"], "text/plain; charset=utf-8")
  assert.equal(page.sha256, sha256(page.bytes))
})

test("a PDF file at an address that is cut off is refused by name", async () => {
  const url = fetchFrom((_, response) => {
    response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.4\n1 0 obj")
  }, "/cut.pdf")
  await assert.rejects(url, failsWith("input/pdf-damaged", "/cut.pdf"))
})

test("a mail at an address gives the article in it", async () => {
  const mail = ["From: Desk <desk@example.org>", "Subject: Ferry stopped", "", "The ferry was stopped at noon."].join(
    "\r\n",
  )
  const page = await fetchFrom((_, response) => {
    response.writeHead(200, { "content-type": "message/rfc822" }).end(mail)
  })
  assert.match(Buffer.from(page.bytes).toString(), /^Ferry stopped\n\nThe ferry was stopped at noon\./)
})
