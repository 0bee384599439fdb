import { type Io, processIo } from "./io.ts"
import { runCli } from "./run.ts"

/** A second signal after this many milliseconds ends the process at once; npm passes one Ctrl-C on twice. */
const PATIENCE = 1000

type Run = typeof runCli

/**
 * Run commands in this process, with its own streams and signals, and end it with the status that `work`
 * gives. SIGINT and SIGTERM ask for a clean stop.
 */
export async function runProcess(work: (run: Run, io: Io) => Promise<number>): Promise<void> {
  const stop = new AbortController()
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stopper(stop, signal))
  process.exitCode = await work(runCli, processIo(stop.signal))
  // What was broken off (a request, a long text) may still be running, and nobody waits for it.
  if (stop.signal.aborted) process.exit()
}

function stopper(stop: AbortController, signal: NodeJS.Signals): () => void {
  let first = Number.POSITIVE_INFINITY
  return () => {
    if (stop.signal.aborted && Date.now() - first >= PATIENCE) process.exit(signal === "SIGINT" ? 130 : 143)
    first = Math.min(first, Date.now())
    stop.abort(signal)
  }
}
