import { homedir } from "node:os"
import { posix, win32 } from "node:path"

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Where the ledger lies when no other place is named: `COUNTERCLAIM_LEDGER` (a path or an address), else
 * `counterclaim/ledger.sqlite` in the user's data folder.
 */
export function defaultLedgerPath(env: Environment = process.env, platform: string = process.platform): string {
  if (env.COUNTERCLAIM_LEDGER) return env.COUNTERCLAIM_LEDGER
  const { join } = platform === "win32" ? win32 : posix
  return join(dataFolder(env, platform), "counterclaim", "ledger.sqlite")
}

function dataFolder(env: Environment, platform: string): string {
  if (platform === "win32") {
    return env.LOCALAPPDATA || win32.join(env.USERPROFILE || homedir(), "AppData", "Local")
  }
  const home = env.HOME || homedir()
  if (platform === "darwin") return posix.join(home, "Library", "Application Support")
  // The XDG rules: a path that is not absolute is to be passed over.
  const { XDG_DATA_HOME: data } = env
  return data && posix.isAbsolute(data) ? data : posix.join(home, ".local", "share")
}
