import { readFileSync } from "node:fs"
import { Agent, type Dispatcher, EnvHttpProxyAgent } from "undici"
import { CounterclaimError } from "../model/error.ts"
import { type ConnectOptions, guardedConnector } from "./connect.ts"
import { messageOf } from "./failure.ts"

/** Read where it lies, beside `src` and `dist` alike. */
const { version, homepage } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string
  homepage?: string
}

/** The name that robots.txt files call this program by. */
export const ROBOT_NAME = "Counterclaim"

/** Who asks, and where to learn more, once the package names a home page. */
export const USER_AGENT = `${ROBOT_NAME}/${version}${homepage ? ` (+${homepage})` : ""}`

export type AgentOptions = ConnectOptions &
  Readonly<{ maxHeaderBytes: number; env: Readonly<Record<string, string | undefined>> }>

/**
 * What requests go through: sockets of our own, or the proxies of the usual variables (HTTPS_PROXY,
 * HTTP_PROXY, NO_PROXY, in capitals or not). A proxy resolves names itself and must keep its own rules.
 * Throws `fetch/proxy` when a variable names no address.
 */
export function openAgent(options: AgentOptions): Dispatcher {
  const { maxHeaderBytes, timeoutMs, env } = options
  const settings = {
    connect: guardedConnector(options),
    maxHeaderSize: maxHeaderBytes,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  }
  const named = (name: string) => env[name] ?? env[name.toUpperCase()] ?? ""
  const [httpProxy, httpsProxy, noProxy] = [named("http_proxy"), named("https_proxy"), named("no_proxy")]
  if (httpProxy === "" && httpsProxy === "") return new Agent(settings)
  try {
    return new EnvHttpProxyAgent({ ...settings, httpProxy, httpsProxy, noProxy })
  } catch (cause) {
    throw new CounterclaimError({
      code: "fetch/proxy",
      what: `the proxy cannot be used: ${messageOf(cause)}`,
      where: "HTTPS_PROXY or HTTP_PROXY",
      fix: "write it as http://host:port",
      cause,
    })
  }
}
