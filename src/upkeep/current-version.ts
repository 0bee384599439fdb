import type { Run } from "../model/attribution.ts"
import type { HeldVersion, Holding } from "../model/ledger.ts"

/** The newest reader's version of a holding, with the run that is current for its date: see `DocumentView`. */
export function currentVersion({ versions }: Pick<Holding, "versions">): HeldVersion & Readonly<{ run: Run | null }> {
  const version = versions.reduce((newest, one) => (one.reading.reader >= newest.reading.reader ? one : newest))
  return { ...version, run: currentRun(version) }
}

function currentRun({ reading, runs }: HeldVersion): Run | null {
  if (!reading.article) return null
  const anchor = reading.published?.value
  const fitting = (of: string | undefined) => runs.filter((run) => run.anchor?.value === of)
  const dated = anchor === undefined ? [] : fitting(anchor)
  const candidates = dated.length > 0 ? dated : fitting(undefined)
  return candidates.reduce<Run | null>((newest, run) => (newest === null || isNewer(run, newest) ? run : newest), null)
}

const isNewer = (run: Run, than: Run): boolean =>
  run.model.version - than.model.version || run.data - than.data
    ? (run.model.version - than.model.version || run.data - than.data) > 0
    : run.id > than.id
