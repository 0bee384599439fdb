import { createHash } from "node:crypto"

/** SHA-256 of bytes or of a string's UTF-8, in lower-case hexadecimal (64 characters). */
export const sha256 = (data: Uint8Array | string): string => createHash("sha256").update(data).digest("hex")

/** A short id: a letter for the kind of thing and 80 bits of the hash of what makes it itself. */
export const idOf = (kind: string, ...parts: readonly (string | number)[]): string =>
  `${kind}-${sha256(JSON.stringify(parts)).slice(0, 20)}`
