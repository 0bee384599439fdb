import Fastify, { type FastifyInstance } from "fastify"
import { CounterclaimError } from "../model/error.ts"
import type { Ledger } from "../model/ledger.ts"
import { addTroubles, troubleAnswer } from "./answer-trouble.ts"
import { addAssets } from "./assets.ts"
import { HEADERS } from "./headers.ts"
import { isAllowedHost } from "./hosts.ts"
import { addViews } from "./routes.ts"

export type ServerOptions = Readonly<{
  ledger: Ledger
  /** Names beside those of this machine that the `Host` header may hold ("news.example", "news.example:8080"). */
  allowedHosts?: readonly string[]
  /** Told of every fault of the program, which the page only hints at. Default: writes it to stderr. */
  onFault?: (fault: Error, url: string) => void
}>

export type ServeOptions = ServerOptions &
  Readonly<{
    host?: "127.0.0.1"
    /** 0: any free one. Default 4780. */
    port?: number
  }>

export const DEFAULT_PORT = 4780

/**
 * The web application and its API over one ledger, not yet listening. It only reads; closing it does not
 * close the ledger.
 */
export function buildServer(options: ServerOptions): FastifyInstance {
  const { ledger, allowedHosts = [], onFault = writeFault } = options
  const trouble = troubleAnswer(ledger, onFault)
  const server = Fastify({
    // A value that does not fit is refused, not dropped: see QUERIES.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true, allowUnionTypes: true } },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) =>
      trouble(
        isAllowedHost(request.headers.host, allowedHosts) ? error : hostRefused(request.headers.host),
        request,
        reply,
      ),
  })
  server.addHook("onRequest", async (request, reply) => {
    reply.headers(HEADERS)
    if (!isAllowedHost(request.headers.host, allowedHosts)) throw hostRefused(request.headers.host)
  })
  addTroubles(server, trouble)
  addAssets(server)
  addViews(server, ledger)
  return server
}

const writeFault = (fault: Error, url: string): void => {
  process.stderr.write(`${url}: ${fault.stack ?? fault.message}\n`)
}

const hostRefused = (host: string | undefined): CounterclaimError =>
  new CounterclaimError({
    code: "web/host-refused",
    what: "This name is not one that the server answers to",
    where: host ?? "no Host header",
    fix: "open it as http://127.0.0.1 with its port, or start it with this name among the allowed hosts",
  })

/**
 * Serve the web application on the loopback address until closed.
 * Throws `CounterclaimError` "web/port-taken" when another program has the port, "web/port-refused" when
 * this user may not open it or there is no such port.
 */
export async function serve(options: ServeOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { host = "127.0.0.1", port = DEFAULT_PORT } = options
  const server = buildServer(options)
  try {
    const url = await server.listen({ host, port })
    return { url, close: () => server.close() }
  } catch (cause) {
    await server.close()
    throw portError(`${host}:${port}`, cause)
  }
}

function portError(where: string, cause: unknown): unknown {
  const problem = (cause as NodeJS.ErrnoException).code
  if (problem === "EADDRINUSE") {
    const fix = "choose another with --port, or stop the program that has it"
    return new CounterclaimError({ code: "web/port-taken", what: "the port is taken", where, fix, cause })
  }
  if (problem === "EACCES" || problem === "ERR_SOCKET_BAD_PORT") {
    const fix = "choose a port from 1024 to 65535 with --port, or 0 for any free one"
    return new CounterclaimError({ code: "web/port-refused", what: "the port cannot be opened", where, fix, cause })
  }
  return cause
}
