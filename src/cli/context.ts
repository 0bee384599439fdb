import type { Io } from "./io.ts"
import type { Parts } from "./parts.ts"
import type { Screen } from "./screen.ts"

/** What every command is given. */
export type Context = Readonly<{
  io: Io
  parts: Parts
  screen: Screen
  /** Say with which exit status the program is to end: 0 done, 1 some inputs failed, 2 wrong usage. */
  finish(status: number): void
}>
