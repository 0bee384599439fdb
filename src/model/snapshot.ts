import { sha256 } from "./hash.ts"

/** Bytes as they were fetched or found on disk. Its id is the SHA-256 of the bytes. */
export type Snapshot = Readonly<{
  sha256: string
  bytes: Uint8Array
  /** Where they came from: an http(s) address or a `file:` address; null for standard input. */
  url: string | null
  /** Response headers, names in lower case; empty for a file. */
  headers: Readonly<Record<string, string>>
  /** When they were fetched, ISO 8601 in UTC. */
  fetched: string
}>

/** Make a snapshot of bytes; where the parts are those of another snapshot, its hash is not taken over. Does not throw. */
export const toSnapshot = (parts: Omit<Snapshot, "sha256">): Snapshot => ({ ...parts, sha256: sha256(parts.bytes) })
