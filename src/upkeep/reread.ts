import { readingId } from "../model/document.ts"
import type { Entry, HeldReading, HeldVersion, Holding } from "../model/ledger.ts"
import type { Snapshot } from "../model/snapshot.ts"
import { currentVersion } from "./current-version.ts"

type Facts = Pick<HeldVersion["reading"], "title" | "publisher" | "published">
type Input = Readonly<{ file: string; place: string; row?: Facts }>
type Options = Readonly<{ published?: Facts["published"] }>

/** What rereading needs of the pipeline. */
export type Rereader = Readonly<{
  isCurrent(held: HeldReading): boolean
  read(snapshot: Snapshot, input: Input, options: Options): Promise<Entry>
  cleanOnly(snapshot: Snapshot, input: Input, options: Options): Promise<Entry>
}>

/** Whether the present reader and model have read a holding. */
export const isUpToDate = ({ versions, sightings }: Holding, { isCurrent }: Rereader): boolean =>
  versions.some(({ reading, runs }) =>
    isCurrent({ reading, runs: runs.map(({ id }) => id), seen: sightings.map(({ at }) => at) }),
  )

/**
 * What the present reader and model make of a kept snapshot. It stays a version of the document that it was, whatever address the
 * new reader finds in it; what a table or a user said of the text before is said again. Rejects with what reading rejects
 * with.
 */
export async function reread(
  { document, snapshot, versions, sightings }: Holding,
  rereader: Rereader,
): Promise<HeldVersion> {
  const { reading: before } = currentVersion({ versions })
  const place = sightings[0]!.url
  const { title, publisher, published } = before
  const asItWas = { file: place, place, row: { title, publisher, published } }
  const wasTakenAsItIs =
    before.blocks.length + before.removed.length === 0 &&
    (await rereader.cleanOnly(snapshot, asItWas, {})).text.id === before.text
  const input = wasTakenAsItIs ? asItWas : { file: place, place }
  // A date that the page itself named is looked for again: what the old reader took for it may have been none.
  const isNamed = before.evidence.some(({ field, taken }) => field === "published" && taken)
  const { reading, text, run } = await rereader.read(snapshot, input, { published: isNamed ? null : published })
  const named = { ...reading, document: document.id }
  return { reading: { ...named, id: readingId(named) }, text, runs: run ? [run] : [] }
}
