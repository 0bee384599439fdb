#!/usr/bin/env node
import { processIo } from "./io.ts"
import { runCli } from "./run.ts"

/** A second signal after this many milliseconds ends the program at once; npm passes one Ctrl-C on twice. */
const PATIENCE = 1000

const stop = new AbortController()
let stoppedAt = 0

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (!stop.signal.aborted) {
      stoppedAt = Date.now()
      stop.abort(signal)
    } else if (Date.now() - stoppedAt >= PATIENCE) process.exit(signal === "SIGINT" ? 130 : 143)
  })
}

process.exitCode = await runCli(process.argv.slice(2), processIo(stop.signal))
// What was broken off (a request, a long text) may still be running, and nobody waits for it.
if (stop.signal.aborted) process.exit()
