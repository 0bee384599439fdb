import { type LookupAddress, lookup as systemLookup } from "node:dns"
import { isIP, type LookupFunction } from "node:net"
import { buildConnector } from "undici"
import { type AddressRules, refusedAddress } from "./address.ts"

/** As `dns.lookup`, always asked for all addresses. */
export type Lookup = (
  host: string,
  options: Readonly<{ all: true; family?: number }>,
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void

export type ConnectOptions = Readonly<{ rules: AddressRules; timeoutMs: number; lookup?: Lookup | undefined }>

/**
 * Opens sockets only to addresses that the rules let through. The names are resolved here, and the socket
 * goes to the very addresses that were checked: a second DNS answer is never asked for.
 * Hands `fetch/refused-address` to the callback.
 */
export function guardedConnector({ rules, timeoutMs, lookup }: ConnectOptions): buildConnector.connector {
  const connect = buildConnector({
    lookup: guardedLookup(rules, lookup),
    timeout: timeoutMs,
  } as buildConnector.BuildOptions)
  return (target, done) => {
    const host = target.hostname.replace(/^\[|\]$/g, "")
    const kind = isIP(host) ? rules.refusal(host) : null
    if (kind !== null) return done(refusedAddress(host, host, kind), null)
    connect(target, (...[error, socket]) => {
      if (error) return done(error, null)
      // Asked of the open socket too, so that no way of resolving a name goes past the rules.
      const address = socket.remoteAddress ?? ""
      const refused = rules.refusal(address)
      if (refused === null) return done(null, socket)
      socket.destroy()
      done(refusedAddress(host, address, refused), null)
    })
  }
}

function guardedLookup(rules: AddressRules, lookup: Lookup = systemLookup): LookupFunction {
  return (host, { family, all }, done) => {
    const wanted = typeof family === "number" ? { all: true as const, family } : { all: true as const }
    lookup(host, wanted, (error, addresses) => {
      if (error) return done(error, [])
      const open = addresses.filter(({ address }) => rules.refusal(address) === null)
      const first = open[0]
      if (!first) return done(nothingOpen(host, addresses[0]?.address, rules), [])
      if (all) done(null, open)
      else done(null, first.address, first.family)
    })
  }
}

const nothingOpen = (host: string, address: string | undefined, rules: AddressRules): Error =>
  address === undefined
    ? Object.assign(new Error(`no address for ${host}`), { code: "ENOTFOUND" })
    : refusedAddress(host, address, rules.refusal(address) ?? "refused")
