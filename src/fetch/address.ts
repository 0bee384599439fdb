import { BlockList, isIP, isIPv6 } from "node:net"
import { CounterclaimError } from "../model/error.ts"
import { PUBLIC_IPV6, RESERVED, RESERVED_NAMES } from "./reserved.ts"

/** Which addresses may be reached. */
export type AddressRules = Readonly<{
  /** Why an IP address is refused, in words ("a private address"); null when it may be reached. */
  refusal(address: string): string | null
}>

const RANGES = RESERVED.map(([range, kind]) => ({ list: blockList([range]), kind }))
const PUBLIC = blockList([PUBLIC_IPV6])
const NAT64 = blockList(["64:ff9b::/96"])
const MAPPED = blockList(["::ffff:0:0/96"])
const SIX_TO_FOUR = blockList(["2002::/16"])

/**
 * Public addresses and those in `allow` ("127.0.0.0/8", "::1") may be reached. An IPv4 address inside an
 * IPv6 one (mapped, NAT64, 6to4) is judged as the IPv4 address that it leads to.
 * Throws `fetch/allow` when one of `allow` is no range.
 */
export function addressRules(allow: readonly string[] = []): AddressRules {
  const allowed = blockList(allow)
  return {
    refusal: (address) => {
      const target = innerIpv4(address) ?? address.replace(/%.*$/, "")
      return isIn(allowed, target) || isIn(allowed, address) ? null : reservedKind(target)
    },
  }
}

/**
 * Check the host of an address before anything is asked about it: literal IP addresses, and names that
 * stand for one. Other names are checked when the socket connects, or by the proxy.
 * Throws `fetch/refused-address`.
 */
export function checkHost(url: URL, rules: AddressRules): void {
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.+$/, "")
  const address = isIP(host) ? host : (RESERVED_NAMES[host] ?? (host.endsWith(".localhost") ? "127.0.0.1" : null))
  const kind = address === null ? null : rules.refusal(address)
  if (address !== null && kind !== null) throw refusedAddress(host, address, kind)
}

export const refusedAddress = (host: string, address: string, kind: string): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/refused-address",
    what: host === address ? `it is ${kind}` : `it leads to ${address}, ${kind}`,
    where: host,
    fix: "give a public address, or allow its range if this network is meant to be read",
  })

function reservedKind(address: string): string | null {
  const found = RANGES.find(({ list }) => isIn(list, address))
  if (found) return found.kind
  if (isIP(address) === 0) return "no IP address"
  return isIPv6(address) && !isIn(PUBLIC, address) ? "an address outside the public Internet" : null
}

/** False for what is no address. A list of IPv4 ranges holds their IPv4-mapped addresses too. */
const isIn = (list: BlockList, address: string): boolean => {
  const family = isIP(address)
  return family !== 0 && list.check(address, family === 6 ? "ipv6" : "ipv4")
}

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = "", length] = range.split("/")
    const bits = isIP(address) === 6 ? 128 : 32
    const prefix = Number(length ?? bits)
    const isRange = isIP(address) !== 0 && /^[^/]+(?:\/\d{1,3})?$/.test(range) && prefix <= bits
    if (!isRange) throw notARange(range)
    list.addSubnet(address, prefix, bits === 128 ? "ipv6" : "ipv4")
  }
  return list
}

const notARange = (range: string): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/allow",
    what: "it is not a range of IP addresses",
    where: range,
    fix: "write it as 10.1.0.0/16, fd00::/8 or one address",
  })

/** The IPv4 address that an IPv6 one leads to; null when it leads to none. */
function innerIpv4(address: string): string | null {
  if (!isIPv6(address)) return null
  const groups = ipv6Groups(address)
  if (isIn(MAPPED, address) || isIn(NAT64, address)) return ipv4Of(groups[6], groups[7])
  return isIn(SIX_TO_FOUR, address) ? ipv4Of(groups[1], groups[2]) : null
}

const ipv4Of = (high = 0, low = 0): string => [high >> 8, high & 255, low >> 8, low & 255].join(".")

/** Eight numbers. `URL` writes every form of an address in one way, with at most one "::". */
function ipv6Groups(address: string): number[] {
  const written = new URL(`http://[${address.replace(/%.*$/, "")}]/`).hostname.slice(1, -1)
  const [head = "", tail] = written.split("::")
  const numbers = (part: string) => (part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16)))
  if (tail === undefined) return numbers(head)
  const [left, right] = [numbers(head), numbers(tail)]
  return [...left, ...new Array<number>(8 - left.length - right.length).fill(0), ...right]
}
