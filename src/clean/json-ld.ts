import { decodeEntities } from "./entity.ts"

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
type Node = { [name: string]: Json }

/** What a page's JSON-LD says of its article. */
export type LinkedData = Readonly<{
  /** Whether a node of an article's type is there. */
  article: boolean
  /** All types that were named, lower case. */
  types: readonly string[]
  headline: string | null
  authors: readonly string[]
  /** Those of `authors` that are called an organisation there. */
  organisations: ReadonlySet<string>
  published: string | null
  modified: string | null
  /** All days that its nodes name, the article's own first, at most twelve. */
  dates: readonly LinkedDate[]
  publisher: string | null
  url: string | null
  siteName: string | null
  /** The article's text, when it is given. */
  body: string | null
}>

/** `isOwn`: of the article itself, not of a picture, a list or another article. */
export type LinkedDate = Readonly<{ name: (typeof DATE_NAMES)[number]; value: string; isOwn: boolean }>

const DATE_NAMES = ["datePublished", "dateCreated", "dateModified", "uploadDate"] as const
const MOST_DATES = 12

const ARTICLE = /article|blogposting|newsarticle|reportage|report$|liveblog|review|analysis|opinion|posting/i
const NO_ARTICLE_PART = new Set([
  "comment",
  "itemListElement",
  "isPartOf",
  "hasPart",
  "mentions",
  "about",
  "review",
  "breadcrumb",
])
const MOST_NODES = 3000

/** Read a page's JSON-LD. Broken JSON is mended where it is easy (line ends in strings, commas too many), else passed over. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const nodes = scripts.flatMap((script) => nodesOf(parseLoosely(script)))
  const typed = nodes.map((node) => ({ node, types: typesOf(node) }))
  const main = bestArticle(
    typed.filter(({ types }) => types.some((type) => ARTICLE.test(type))).map(({ node }) => node),
  )
  const page = typed.find(({ types }) => types.some((type) => /webpage$/i.test(type)))?.node ?? null
  const site = typed.find(({ types }) => types.includes("website"))?.node ?? null
  const from = main ?? page
  const authors = main ? authorsOf(main.author ?? main.creator ?? null, nodes) : []
  return {
    article: main !== null,
    types: [...new Set(typed.flatMap(({ types }) => types))],
    headline: textOf(main?.headline) ?? textOf(main?.name),
    authors: authors.map(({ name }) => name),
    organisations: new Set(authors.filter(({ isPerson }) => !isPerson).map(({ name }) => name)),
    published: textOf(from?.datePublished) ?? textOf(main?.dateCreated),
    modified: textOf(from?.dateModified),
    dates: [...(from ? [from] : []), ...nodes.filter((node) => node !== from)]
      .flatMap((node) => datesOf(node, node === from))
      .slice(0, MOST_DATES),
    publisher: nameOf(main?.publisher ?? page?.publisher ?? site?.publisher ?? null, nodes),
    url: textOf(from?.url) ?? textOf(main?.mainEntityOfPage),
    siteName: textOf(site?.name),
    body: textOf(main?.articleBody),
  }
}

const datesOf = (node: Node, isOwn: boolean): LinkedDate[] =>
  DATE_NAMES.flatMap((name) => {
    const value = textOf(node[name])
    return value === null ? [] : [{ name, value, isOwn }]
  })

/** A page may describe other articles too: the one that says most of itself is meant, the first of equals. */
function bestArticle(articles: readonly Node[]): Node | null {
  const score = (node: Node) =>
    (node.headline ? 2 : 0) +
    (node.datePublished ? 1 : 0) +
    (isNamed(node.author) ? 1 : 0) +
    (node.articleBody ? 1 : 0) +
    (node.mainEntityOfPage ? 1 : 0)
  return articles.reduce<Node | null>((best, node) => (best === null || score(node) > score(best) ? node : best), null)
}

/** Whether it is more than a node with a type and nothing else. */
const isNamed = (value: Json | undefined): boolean =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Boolean(value.name ?? value["@id"])
    : Boolean(value)

function parseLoosely(script: string): Json {
  const text = script
    .replace(/^\s*(?:<!--|\/\*.*?\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\]\]>)\s*;?\s*$/g, "")
    .trim()
  const flat = text.replace(/\p{Cc}+/gu, " ")
  for (const attempt of [text, flat, flat.replace(/,\s*([}\]])/g, "$1").replace(/;\s*$/, "")]) {
    try {
      return JSON.parse(attempt) as Json
    } catch {}
  }
  return null
}

/** All objects in it, those that belong to other pages left out; no recursion. */
function nodesOf(root: Json): Node[] {
  const nodes: Node[] = []
  const queue: Json[] = [root]
  for (let i = 0; i < queue.length && nodes.length < MOST_NODES; i++) {
    const value = queue[i]
    if (Array.isArray(value)) queue.push(...value.slice(0, 500))
    else if (value !== null && typeof value === "object") {
      nodes.push(value)
      for (const [name, part] of Object.entries(value)) {
        if (part !== null && typeof part === "object" && !NO_ARTICLE_PART.has(name)) queue.push(part)
      }
    }
  }
  return nodes
}

const typesOf = (node: Node): string[] =>
  [node["@type"] ?? []]
    .flat()
    .flatMap((type) => (typeof type === "string" ? [type.toLowerCase().replace(/^.*[/:]/, "")] : []))

function textOf(value: Json | undefined): string | null {
  if (typeof value === "number") return String(value)
  if (Array.isArray(value)) return textOf(value[0])
  if (value !== null && typeof value === "object") return textOf(value["@value"] ?? value["@id"] ?? null)
  return typeof value === "string" && value.trim() !== "" ? decodeEntities(value.trim()) : null
}

function nameOf(value: Json, nodes: readonly Node[]): string | null {
  if (Array.isArray(value)) return nameOf(value[0] ?? null, nodes)
  if (value === null || typeof value !== "object")
    return typeof value === "string" && !/^https?:|^#/.test(value) ? value : null
  return textOf(value.name) ?? textOf(nodes.find((node) => node["@id"] === value["@id"] && node.name)?.name)
}

/** Names under `author`: strings, persons, and references to nodes elsewhere on the page. */
function authorsOf(value: Json, nodes: readonly Node[]): { name: string; isPerson: boolean }[] {
  const names: { name: string; isPerson: boolean }[] = []
  for (const author of (Array.isArray(value) ? value : [value]).slice(0, 20)) {
    const node = author !== null && typeof author === "object" && !Array.isArray(author) ? author : null
    const meant = node?.["@id"] && !node["@type"] ? nodes.find((other) => other["@id"] === node["@id"] && other["@type"]) : node // biome-ignore format: one line
    const isPerson = !typesOf(meant ?? {}).some((type) => /organi[sz]ation$|corporation$/.test(type))
    const listed = node && Array.isArray(node.name) ? node.name : [null]
    for (const name of listed) {
      const found = typeof name === "string" ? name : nameOf(author, nodes)
      if (found) names.push({ name: found, isPerson })
    }
  }
  return names
}
