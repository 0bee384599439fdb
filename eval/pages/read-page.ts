import { pathToFileURL } from "node:url"
import { cleanOnly, type Trees, toSnapshot } from "counterclaim"
import type { PagePrediction } from "./page-prediction.ts"

/** One page through the program, known by its bytes alone: no address, no headers. Throws what `cleanOnly` throws. */
export function readPage(bytes: Uint8Array, path: string, blockModel?: Trees): PagePrediction {
  const snapshot = toSnapshot({ bytes, url: pathToFileURL(path).href, headers: {}, fetched: new Date().toISOString() })
  const { reading, text } = cleanOnly(snapshot, { file: path, place: path }, blockModel ? { blockModel } : {})
  const { article, title, bylines, published } = reading
  return { article, text: text.value, title, bylines, published: published?.value ?? null }
}
