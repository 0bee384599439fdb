import { pathToFileURL } from "node:url"
import { type Entry, type Pipeline, type PublishedDate, toSnapshot } from "counterclaim"

/** A text, and the file that it is of, with its whole path. */
export type PlacedText = Readonly<{ place: string; text: string; published?: PublishedDate | null }>

/** Have the program read a text as it is: spans index it. `run` is null where no attributions were read. */
export function readVerbatim(pipeline: Pipeline, { place, text, published }: PlacedText): Promise<Entry> {
  const url = pathToFileURL(place).href
  const snapshot = toSnapshot({ bytes: Buffer.from(text), url, headers: {}, fetched: new Date().toISOString() })
  const options = { verbatim: true, ...(published !== undefined && { published }) }
  return pipeline.read(snapshot, { file: place, place }, options)
}
