/**
 * Ranges of addresses that are no public host, with what to call them; the first that fits counts.
 * From the IANA special-purpose address registries (RFC 6890 and those after it) and from what the
 * large clouds document of their metadata services.
 */
export const RESERVED: readonly (readonly [range: string, kind: string])[] = [
  ["169.254.169.254/32", "a cloud's metadata address"],
  ["100.100.100.200/32", "a cloud's metadata address"],
  ["168.63.129.16/32", "a cloud's metadata address"],
  ["192.0.0.192/32", "a cloud's metadata address"],
  ["fd00:ec2::254/128", "a cloud's metadata address"],
  ["fd20:ce::254/128", "a cloud's metadata address"],
  ["0.0.0.0/8", "an unspecified address"],
  ["10.0.0.0/8", "a private address"],
  ["100.64.0.0/10", "a carrier's inner address"],
  ["127.0.0.0/8", "a loopback address"],
  ["169.254.0.0/16", "a link-local address"],
  ["172.16.0.0/12", "a private address"],
  ["192.0.0.0/24", "a reserved address"],
  ["192.0.2.0/24", "an address for examples"],
  ["192.88.99.0/24", "a reserved address"],
  ["192.168.0.0/16", "a private address"],
  ["198.18.0.0/15", "an address for measurements"],
  ["198.51.100.0/24", "an address for examples"],
  ["203.0.113.0/24", "an address for examples"],
  ["224.0.0.0/4", "a multicast address"],
  ["240.0.0.0/4", "a reserved address"],
  ["::/128", "an unspecified address"],
  ["::1/128", "a loopback address"],
  ["fe80::/10", "a link-local address"],
  ["fc00::/7", "a private address"],
  ["fec0::/10", "a private address"],
  ["ff00::/8", "a multicast address"],
  ["64:ff9b:1::/48", "a private address"],
  ["2001::/23", "a reserved address"],
  ["2001:db8::/32", "an address for examples"],
  ["3fff::/20", "an address for examples"],
]

/** All public hosts of IPv6 have addresses in here. */
export const PUBLIC_IPV6 = "2000::/3"

/** Names that stand for one of these addresses on every machine of their kind, asked or unasked. */
export const RESERVED_NAMES: Readonly<Record<string, string>> = {
  localhost: "127.0.0.1",
  "metadata.google.internal": "169.254.169.254",
  metadata: "169.254.169.254",
  "instance-data": "169.254.169.254",
  "instance-data.ec2.internal": "169.254.169.254",
}
