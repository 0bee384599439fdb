import type { Ledger } from "../model/ledger.ts"
import type { Context } from "./context.ts"
import { Stopped } from "./until-stopped.ts"

/**
 * A bar that grows with each holding of a ledger, while `use` works; `onHolding` throws `Stopped` when somebody asked the
 * program to stop.
 */
export async function eachHolding<Result>(
  { io, screen }: Context,
  { ledger, label }: Readonly<{ ledger: Ledger | null; label: string }>,
  use: (onHolding: (done: number) => void) => Promise<Result>,
): Promise<Result> {
  const progress = screen.progress(ledger && (await ledger.counts()).documents)
  try {
    return await use((done) => {
      if (io.signal.aborted) throw new Stopped()
      progress.show({ done, failed: 0, label })
    })
  } finally {
    progress.clear()
  }
}
