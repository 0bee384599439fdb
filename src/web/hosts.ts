/** Names under which this machine is asked by itself. */
const OWN = ["127.0.0.1", "localhost", "[::1]"]

/**
 * Whether a `Host` header may be answered. A page of the world can point its own name at this machine and
 * then read what the browser gets from it (DNS rebinding): its name stands in `Host`, so only known names pass.
 * A name in `allowed` passes with any port, a name with a port only with that one. False when there is no header.
 */
export function isAllowedHost(host: string | undefined, allowed: readonly string[]): boolean {
  const found = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/i.exec(host ?? "")
  if (!found) return false
  const known = [...OWN, ...allowed].map((name) => name.toLowerCase())
  return known.includes(found[1]!.toLowerCase()) || known.includes(found[0].toLowerCase())
}
