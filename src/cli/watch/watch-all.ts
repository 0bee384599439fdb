import { stat } from "node:fs/promises"
import { resolve } from "node:path"
import { pathFailure } from "../../fetch/failure.ts"
import { parseUrl } from "../../fetch/url.ts"
import { CounterclaimError } from "../../model/error.ts"
import { failureLine } from "../each-input.ts"
import { Stopped } from "../until-stopped.ts"
import { watchFeed } from "./watch-feed.ts"
import { watchFolder } from "./watch-folder.ts"
import type { Watching } from "./watching.ts"

/**
 * Watch all feeds and folders side by side until the signal fires, or each once. Gives how many failed;
 * what is no feed and no folder counts as failed and the others are watched.
 * Rejects with `Stopped` when a single round was broken off, and with what is wrong with the ledger.
 */
export async function watchAll(args: readonly string[], watching: Watching): Promise<number> {
  const found = await Promise.all(eachOnce(args).map((arg) => find(arg, watching)))
  // The first that cannot go on ends the others: nothing more could be kept.
  const end = new AbortController()
  const signal = AbortSignal.any([watching.signal, end.signal])
  const running = found.map(async (watch) => {
    try {
      return watch ? await watch({ ...watching, signal }) : 1
    } catch (error) {
      if (watching.signal.aborted) return 0
      end.abort()
      throw error
    }
  })
  const failed = await Promise.allSettled(running)
  if (watching.signal.aborted && watching.once) throw new Stopped()
  const broken = failed.find((result) => result.status === "rejected" && !isAbort(result.reason))
  if (broken?.status === "rejected") throw broken.reason
  return failed.reduce((sum, result) => sum + (result.status === "fulfilled" ? result.value : 0), 0)
}

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i

/** "in" and "./in/" are one folder. */
const eachOnce = (args: readonly string[]): string[] => [
  ...new Map(args.map((arg) => [ADDRESS.test(arg) ? arg : resolve(arg), arg] as const)).values(),
]

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === "AbortError"

/** Null, told on stderr, when the argument is neither an address nor a folder. */
async function find(arg: string, { screen }: Watching): Promise<((watching: Watching) => Promise<number>) | null> {
  try {
    if (ADDRESS.test(arg)) {
      const { href } = parseUrl(arg)
      return (watching) => watchFeed(href, watching)
    }
    if (!(await stat(arg)).isDirectory()) throw notAFolder(arg)
    return (watching) => watchFolder(arg, watching)
  } catch (error) {
    screen.tell(failureLine(arg, pathFailure(arg, error)))
    return null
  }
}

const notAFolder = (where: string): CounterclaimError =>
  new CounterclaimError({
    code: "watch/not-a-folder",
    what: "it is a file, and a file does not bring news",
    where,
    fix: "give its folder or the address of a feed, or read it once (counterclaim read FILE)",
  })
