import type { Fetcher } from "../../fetch/fetcher.ts"
import type { PublishedDate } from "../../model/date.ts"
import type { Snapshot } from "../../model/snapshot.ts"
import type { InputPlace } from "../parts.ts"
import type { Screen } from "../screen.ts"
import type { WatchState } from "./watch-state.ts"

/** What watching a feed or a folder is given. */
export type Watching = Readonly<{
  fetcher: Fetcher
  state: WatchState
  screen: Screen
  signal: AbortSignal
  now(): Date
  everyMs: number
  once: boolean
  /** Read a snapshot into the ledger, one at a time. Rejects with what is wrong with it, or with the ledger. */
  take(snapshot: Snapshot, input: InputPlace, published: PublishedDate | null): Promise<void>
}>
