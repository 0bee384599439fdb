/**
 * A copy that every store holds alike: U+0000 and lone surrogates in any string become U+FFFD, one for
 * one, and minus zero becomes zero. Bytes are copied as they are.
 */
export function storable<T>(value: T): T {
  return copy(value) as T
}

function copy(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed().replaceAll("\u0000", "\uFFFD")
  if (typeof value === "number") return value + 0
  if (value instanceof Uint8Array) return new Uint8Array(value)
  if (Array.isArray(value)) return value.map(copy)
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [copy(name), copy(part)]))
}
