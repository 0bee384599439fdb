// What the dumps of authors and of days read of a page before they look for either.
import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"

/** Loads modules of a built program. */
export const loaderOf = (dist) => (name) => import(pathToFileURL(join(resolve(dist), name)).href)

/** The pages of a folder by name, each with what its head, address, publisher and title are. */
export async function* pageFacts(dist, folder) {
  const load = loaderOf(dist)
  const { decode } = await load("clean/decode.js")
  const { readPage } = await load("clean/read-page.js")
  const { readLinkedData } = await load("clean/json-ld.js")
  const { metaTable } = await load("clean/meta.js")
  const { pageAddress } = await load("clean/address.js")
  const { choosePublisher } = await load("clean/publisher.js")
  const { chooseTitle } = await load("clean/title.js")
  const { toSnapshot } = await load("model/snapshot.js")
  for (const name of readdirSync(folder).sort()) {
    const snapshot = toSnapshot({ bytes: readFileSync(join(folder, name)), url: null, headers: {}, fetched: "" })
    const page = readPage(decode(snapshot, name))
    const [data, meta] = [readLinkedData(page.jsonLd), metaTable(page)]
    const url = pageAddress(page, meta, data, null)
    const publisher = choosePublisher(meta, data, url).value
    const title = chooseTitle(page, meta, data, publisher)
    yield { name: name.replace(/\.html$/, ""), page, data, meta, url, publisher, title }
  }
}
