import { once } from "node:events"
import type { Command } from "commander"
import { CounterclaimError } from "../model/error.ts"
import type { Ledger } from "../model/ledger.ts"
import type { Context } from "./context.ts"
import { examples, ledgerOption, parsePort } from "./options.ts"
import type { RunningServer } from "./parts.ts"
import { withLedger } from "./with-ledger.ts"

type Options = Readonly<{ port?: number; ledger?: string }>

const DEFAULT_PORT = 4780

const EXAMPLES = examples([
  ["serve", `look at the ledger in a browser, at port ${DEFAULT_PORT} or a free one`],
  ["serve --port 8080 --ledger old.sqlite", "another ledger, at this port and no other"],
])

/** `serve`: the web application, on this machine only, until it is stopped. */
export function addServeCommand(program: Command, context: Context): void {
  program
    .command("serve")
    .description("Show the ledger in a browser on this machine, until Ctrl-C.")
    .option("--port <number>", `the port (default: ${DEFAULT_PORT}, else a free one)`, parsePort)
    .addOption(ledgerOption())
    .addHelpText("after", EXAMPLES)
    .action((options: Options) =>
      withLedger(context, { ...options, readOnly: false }, (ledger) => serve(ledger, options, context)),
    )
}

/** Being stopped is how this command ends well: it does not count as broken off. */
async function serve(ledger: Ledger, options: Options, context: Context): Promise<void> {
  const { io, screen } = context
  const server = await open(ledger, options, context)
  try {
    await screen.print(`Counterclaim is at ${server.url} (Ctrl-C stops it).\n`)
    if (!io.signal.aborted) await once(io.signal, "abort")
  } finally {
    await server.close()
  }
}

async function open(ledger: Ledger, { port }: Options, { parts }: Context): Promise<RunningServer> {
  try {
    return await parts.serve({ ledger, port: port ?? DEFAULT_PORT })
  } catch (error) {
    const taken = error instanceof CounterclaimError && error.code === "web/port-taken"
    if (port !== undefined || !taken) throw error
    return parts.serve({ ledger, port: 0 })
  }
}
