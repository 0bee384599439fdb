import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { onTestFinished } from "vitest"
import type { FetchOptions } from "../../src/fetch/fetcher.ts"

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** A server of the test's own on the loopback, closed with the test. Gives its port. */
export async function serve(handler: Handler): Promise<number> {
  const server = createServer(handler)
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })
  return (server.address() as AddressInfo).port
}

/** The loopback allowed, no proxy, no robots.txt, no waiting, and a short end to everything. */
export const LOOPBACK: FetchOptions = { allow: ["127.0.0.0/8"], env: {}, timeoutMs: 10_000, paceMs: 0, robots: false }

/** For `assert.rejects`: the error's code, and words that must stand in its message. */
export const failsWith =
  (code: string, ...words: string[]) =>
  (error: unknown): boolean =>
    error instanceof Error &&
    "code" in error &&
    error.code === code &&
    words.every((word) => error.message.includes(word))
