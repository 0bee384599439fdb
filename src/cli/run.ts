import { CommanderError } from "commander"
import { CounterclaimError } from "../model/error.ts"
import type { Context } from "./context.ts"
import type { Io } from "./io.ts"
import type { Parts } from "./parts.ts"
import { toProgram } from "./program.ts"
import { realParts } from "./real-parts.ts"
import { openScreen, type Screen } from "./screen.ts"
import { Stopped } from "./until-stopped.ts"

/**
 * Run one command. Gives the exit status: 0 done, 1 some inputs failed, 2 wrong usage; 130 when it was
 * stopped by Ctrl-C and 143 by a SIGTERM. Does not reject and does not end the process.
 */
export async function runCli(argv: readonly string[], io: Io, parts: Parts = realParts): Promise<number> {
  const screen = openScreen(io)
  let status = 0
  const finish = (given: number) => {
    status = given
  }
  const context: Context = { io, parts, screen, finish }
  // The error comes back from each write as well; unheard here, it would end the process.
  for (const stream of [io.stdout, io.stderr]) if (stream.listenerCount("error") === 0) stream.on("error", () => {})
  try {
    await toProgram(context).parseAsync(argv, { from: "user" })
    return status
  } catch (error) {
    return statusOf(error, io, screen)
  }
}

/** The fault lies in the command line. */
const USAGE: ReadonlySet<string> = new Set(["table/no-map", "table/unknown-column"])

function statusOf(error: unknown, { signal }: Io, { tell }: Screen): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Stopped) return signal.reason === "SIGTERM" ? 143 : 130
  // Whoever was reading, as in `| head`, has seen enough.
  if (error instanceof Error && "code" in error && error.code === "EPIPE") return 0
  if (error instanceof CounterclaimError) tell(`counterclaim: ${error.message}`)
  else tell(`counterclaim: ${error instanceof Error ? error.message : error}; this is a fault of the program`)
  return error instanceof CounterclaimError && USAGE.has(error.code) ? 2 : 1
}
