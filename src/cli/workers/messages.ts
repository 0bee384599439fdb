import type { ModelVersion } from "../../model/encoding.ts"
import { CounterclaimError } from "../../model/error.ts"
import type { Entry } from "../../model/ledger.ts"
import type { Snapshot } from "../../model/snapshot.ts"
import type { InputPlace, ReadOptions } from "../parts.ts"

/** To a worker: read this. */
export type Asked = Readonly<{ snapshot: Snapshot; input: InputPlace; options: ReadOptions | undefined }>

/** From a worker: it is open, or what came of the one thing that it was asked. */
export type Told = Readonly<
  | { opened: Readonly<{ model: ModelVersion; parties: string | null }> }
  | { entry: Omit<Entry, "snapshot"> }
  | { error: ReturnType<typeof packError> }
>

/** An error's own class does not travel between processes. */
export function packError(error: unknown) {
  if (!(error instanceof CounterclaimError)) return { message: error instanceof Error ? error.message : String(error) }
  const { code, what, where, fix } = error
  return { code, what, where, fix }
}

export const unpackError = (packed: ReturnType<typeof packError>): Error =>
  "message" in packed ? new Error(packed.message) : new CounterclaimError(packed)
