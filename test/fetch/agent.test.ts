import assert from "node:assert/strict"
import { createServer } from "node:http"
import { type AddressInfo, connect, type Socket } from "node:net"
import { onTestFinished, test } from "vitest"
import { fetchPage, openFetcher } from "../../src/fetch/fetcher.ts"
import { failsWith, LOOPBACK, serve } from "./server.ts"

/** A proxy of the test's own, which leads every host to `port`. Gives its address and what it was asked for. */
async function proxyTo(port: number, status = 200): Promise<{ proxy: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer()
  server.on("connect", (request, socket: Socket) => {
    asked.push(request.url ?? "")
    socket.on("error", () => {})
    if (status !== 200) return socket.end(`HTTP/1.1 ${status} No\r\n\r\n`)
    const target = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n")
      socket.pipe(target).pipe(socket)
    })
    target.on("error", () => socket.destroy())
    onTestFinished(() => void target.destroy())
    onTestFinished(() => void socket.destroy())
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  onTestFinished(() => void server.close())
  return { proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

const site = () => serve((request, response) => void response.end(`page of ${request.headers.host}`))

test("pages come through the proxy of the environment, which resolves the name", async () => {
  const { proxy, asked } = await proxyTo(await site())
  for (const name of ["http_proxy", "HTTP_PROXY"]) {
    const page = await fetchPage("http://news.example/a", { ...LOOPBACK, allow: [], env: { [name]: proxy } })
    assert.equal(Buffer.from(page.bytes).toString(), "page of news.example")
  }
  assert.deepEqual(asked, ["news.example:80", "news.example:80"])
})

test("https goes through its own proxy", async () => {
  const { proxy, asked } = await proxyTo(await site())
  await assert.rejects(
    fetchPage("https://news.example/a", { ...LOOPBACK, env: { HTTPS_PROXY: proxy } }),
    failsWith("fetch/unreachable"),
  )
  assert.deepEqual(asked, ["news.example:443"])
})

test("hosts of NO_PROXY are reached without it", async () => {
  const port = await site()
  const { proxy, asked } = await proxyTo(port)
  const env = { HTTP_PROXY: proxy, NO_PROXY: "127.0.0.1" }
  const page = await fetchPage(`http://127.0.0.1:${port}/`, { ...LOOPBACK, env })
  assert.equal(Buffer.from(page.bytes).toString(), `page of 127.0.0.1:${port}`)
  assert.deepEqual(asked, [])
})

test("a host that NO_PROXY takes from the proxy is checked as it connects", async () => {
  const { proxy } = await proxyTo(await site())
  const env = { HTTP_PROXY: proxy, NO_PROXY: "news.example" }
  const lookup = (_: string, __: unknown, done: (error: null, found: { address: string; family: number }[]) => void) =>
    done(null, [{ address: "127.0.0.1", family: 4 }])
  const fetched = fetchPage("http://news.example/", { ...LOOPBACK, allow: [], env, lookup })
  await assert.rejects(fetched, failsWith("fetch/refused-address"))
})

test("literal addresses and names of this machine are refused before the proxy hears of them", async () => {
  const { proxy, asked } = await proxyTo(await site())
  for (const host of ["10.0.0.1", "0x7f000001", "[::ffff:10.0.0.1]", "localhost", "metadata.google.internal"])
    await assert.rejects(
      fetchPage(`http://${host}/`, { ...LOOPBACK, allow: [], env: { HTTP_PROXY: proxy } }),
      failsWith("fetch/refused-address"),
      host,
    )
  assert.deepEqual(asked, [])
})

test("a proxy that says no is named", async () => {
  const { proxy } = await proxyTo(await site(), 403)
  await assert.rejects(
    fetchPage("http://news.example/", { ...LOOPBACK, env: { HTTP_PROXY: proxy } }),
    failsWith("fetch/unreachable", "403"),
  )
})

test("a proxy variable that is no address is named before anything is sent", () => {
  for (const proxy of ["not an address", "http://"])
    assert.throws(
      () => openFetcher({ ...LOOPBACK, env: { HTTP_PROXY: proxy } }),
      failsWith("fetch/proxy", "HTTP_PROXY"),
    )
})
