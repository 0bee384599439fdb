import { createRequire } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { readBlockModel } from "counterclaim"
import { readPage } from "../pages/read-page.ts"
import { SHIPPED, weightsOfFolds } from "../pages/weights.ts"
import { blockText, type DomNode } from "./block-text.ts"
import type { PeerQuestion, PeerReading } from "./peer-answer.ts"

/** Read a page from its bytes, inside the clock; what comes back makes the answer of it, outside of the clock. */
export type PeerReader = (bytes: Uint8Array, question: PeerQuestion) => Promise<() => PeerReading> | (() => PeerReading)

export type NodePeer = Readonly<{ version: string; read: PeerReader }>

// What the packages export is typed nowhere here: they are not installed with the project.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Loaded = any

type Load = (name: string) => Promise<Loaded>

/** How each peer from npm is called. `load` rejects when a package is not there. */
export const NODE_PEERS: Readonly<Record<string, (load: Load) => Promise<NodePeer>>> = {
  counterclaim: async () => ourselves(),
  "readability-linkedom": async (load) => {
    const [{ Readability }, { parseHTML }] = [await load("@mozilla/readability"), await load("linkedom")]
    const version = await versions(load, "@mozilla/readability", "linkedom")
    return { version, read: (bytes) => byReadability(Readability, parseHTML(decode(bytes)).document) }
  },
  "readability-jsdom": async (load) => {
    const [{ Readability }, { JSDOM, VirtualConsole }] = [await load("@mozilla/readability"), await load("jsdom")]
    const version = await versions(load, "@mozilla/readability", "jsdom")
    return {
      version,
      read(bytes) {
        const { window } = new JSDOM(decode(bytes), { virtualConsole: new VirtualConsole() })
        const done = byReadability(Readability, window.document)
        return () => {
          const reading = done()
          window.close()
          return reading
        }
      },
    }
  },
  defuddle: async (load) => {
    const [{ Defuddle }, { parseHTML }] = [await load("defuddle/dist/node.js"), await load("linkedom")]
    return {
      version: await versions(load, "defuddle", "linkedom"),
      async read(bytes) {
        const { content, title, author, published } = await Defuddle(parseHTML(decode(bytes)).document)
        return () => toReading({ text: textOf(parseHTML, content), title, author, date: published })
      },
    }
  },
  "article-extractor": async (load) => {
    const [{ extractFromHtml }, { parseHTML }] = [await load("@extractus/article-extractor"), await load("linkedom")]
    return {
      version: await versions(load, "@extractus/article-extractor"),
      async read(bytes) {
        const found = await extractFromHtml(decode(bytes))
        const { content, title, author, published } = found ?? {}
        return () => toReading({ text: textOf(parseHTML, content), title, author, date: published })
      },
    }
  },
}

/** A loader of packages, and of files of packages, installed in a folder. Rejects with the name of what is not there. */
export function loaderOf(folder: string): Load {
  const require = createRequire(join(folder, "node_modules", "none.js"))
  return async (name) => {
    // A file of a package by its path: its package need not offer it by name.
    const path = /\.js(?:on)?$/.test(name) ? join(folder, "node_modules", name) : require.resolve(name)
    if (path.endsWith(".json")) return require(path)
    const loaded = await import(pathToFileURL(path).href)
    return { ...loaded.default, ...loaded }
  }
}

async function versions(load: Load, ...names: string[]): Promise<string> {
  const found = await Promise.all(names.map(async (name) => (await load(`${name}/package.json`)).version))
  return found.join(" + ")
}

function ourselves(): NodePeer {
  const { FOLDS } = process.env
  const weights = FOLDS === undefined ? SHIPPED : weightsOfFolds(FOLDS)
  readBlockModel()
  return {
    version: FOLDS === undefined ? "shipped weights" : "weights by folds",
    read(bytes, { page, path }) {
      const { text, title, bylines, published } = readPage(bytes, path, weights.of(page))
      return () => ({ text, title, authors: bylines, date: published })
    },
  }
}

/** With the tree itself for an answer: making HTML of it, to be read again, would only cost the peer time. */
function byReadability(Readability: Loaded, document: Loaded): () => PeerReading {
  const found = new Readability(document, { serializer: (node: unknown) => node }).parse()
  return () => {
    const { content, title, byline, publishedTime } = found ?? {}
    return toReading({ text: content ? blockText(content as DomNode) : "", title, author: byline, date: publishedTime })
  }
}

type Found = Readonly<{ text: string; title: unknown; author: unknown; date: unknown }>

const toReading = ({ text, title, author, date }: Found): PeerReading => ({
  text,
  title: typeof title === "string" ? title : null,
  authors: typeof author === "string" && author !== "" ? [author] : [],
  date: toDate(date),
})

/** Peers give the page's own words for a date; those that begin with a day are kept, others read as well as may be. */
function toDate(value: unknown): string | null {
  if (typeof value !== "string" || value.trim() === "") return null
  if (/^\s*\d{4}-\d/.test(value)) return value
  const time = Date.parse(value)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

const textOf = (parseHTML: Loaded, html: unknown): string =>
  typeof html === "string" && html !== ""
    ? blockText(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body as DomNode)
    : ""

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
