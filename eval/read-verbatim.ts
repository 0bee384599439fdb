import { pathToFileURL } from "node:url"
import { type Entry, type Pipeline, type PublishedDate, toSnapshot } from "counterclaim"

/** A text, and the file that it is of, with its whole path; `url`: null where it is of none. */
export type PlacedText = Readonly<{ place: string; text: string; published?: PublishedDate | null; url?: null }>

/** Have the program read a text as it is: spans index it. `run` is null where no attributions were read. */
export function readVerbatim(pipeline: Pipeline, { place, text, published, url }: PlacedText): Promise<Entry> {
  const address = url === null ? null : pathToFileURL(place).href
  const snapshot = toSnapshot({
    bytes: Buffer.from(text),
    url: address,
    headers: {},
    fetched: new Date().toISOString(),
  })
  const options = { verbatim: true, ...(published !== undefined && { published }) }
  return pipeline.read(snapshot, { file: place, place }, options)
}
