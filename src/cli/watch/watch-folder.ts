import { resolve } from "node:path"
import { type HotFile, hotFiles } from "../../fetch/hot-files.ts"
import { findInputs } from "../../fetch/inputs.ts"
import { CounterclaimError } from "../../model/error.ts"
import { failureLine } from "../each-input.ts"
import { isOfLedger } from "./of-ledger.ts"
import type { Watching } from "./watching.ts"

const noAddress = () => Promise.reject(new Error("a file of a folder is no address"))

/** What `read` takes of the file: a document, the pages of a web archive, fact-checks. */
const inputsOf = ({ file }: HotFile, now: () => Date) =>
  findInputs([file], { stdin: process.stdin, fetchPage: noAddress, now })

/**
 * Read the files of a folder as they come until the signal fires, or those that are there. A file that
 * fails is tried again when it changes. Gives how many failed.
 * Rejects only with what is wrong with the ledger or the state.
 */
export async function watchFolder(folder: string, watching: Watching): Promise<number> {
  const { state, signal, once, screen, now } = watching
  const place = resolve(folder)
  let taken: Record<string, string> = { ...state.folder(place) }
  const told = new Set<string>()
  let failed = 0
  const fail = (file: string, error: CounterclaimError) => {
    const line = failureLine(file, error)
    // A folder that is gone is met again every few seconds.
    if (!told.has(line)) screen.tell(line)
    if (!told.has(line)) failed++
    told.add(line)
  }
  const files = hotFiles(folder, {
    signal,
    once,
    isTaken: ({ place: path, mark }) => taken[path] === mark,
    onFailure: fail,
    onScanned(places) {
      told.clear()
      const there = Object.entries(taken).filter(([path]) => places.has(path))
      if (there.length === Object.keys(taken).length) return
      taken = Object.fromEntries(there)
      state.setFolder(place, taken)
    },
  })
  for await (const hot of files) {
    for await (const input of inputsOf(hot, now)) {
      try {
        if ("error" in input) throw input.error
        await watching.take(await input.read(), input, null)
      } catch (error) {
        if (signal.aborted || isOfLedger(error) || !(error instanceof CounterclaimError)) throw error
        fail(input.file, error)
      }
    }
    taken[hot.place] = hot.mark
    state.setFolder(place, { ...taken })
  }
  return failed
}
