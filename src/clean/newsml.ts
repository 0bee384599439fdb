import { XMLParser } from "fast-xml-parser"
import { CounterclaimError } from "../model/error.ts"
import { type AgencyFields, type AgencyItem, toAgencyItem } from "./agency-item.ts"

/** An element: its text alone, or its attributes (`$`), its text (`#text`) and its children by name. */
type Element = string | Readonly<{ [name: string]: unknown }>

const FIRST = 4000
const ROOT = /<(?:[\w.-]+:)?(?:newsItem|newsMessage)[\s>]/
// With the entities that it may define: none is ever expanded.
const DOCTYPE = /<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/i

// Elements that hold markup are kept as they are written: the page reader takes it out in its order.
const PARSER = new XMLParser({
  attributeNamePrefix: "",
  attributesGroupName: "$",
  ignoreAttributes: false,
  removeNSPrefix: true,
  parseTagValue: false,
  isArray: () => true,
  stopNodes: ["..inlineXML", "..inlineData", "..headline", "..by", "..edNote"],
})

/** Whether a text is NewsML-G2 by its first element. */
export const isNewsMl = (text: string): boolean => /^\uFEFF?\s*</.test(text) && ROOT.test(text.slice(0, FIRST))

/**
 * Read the news item of a NewsML-G2 file or message; pictures and packages beside it are passed over.
 * Null when there is none, or the XML is broken. Throws `input/several-items` when there is more than one
 * with text, naming `where`. Form: https://www.iptc.org/std/NewsML-G2/guidelines/
 */
export function readNewsMl(text: string, where: string): AgencyItem | null {
  const items = itemsOf(text)
  const texts = items.filter(isText)
  if (texts.length > 1) throw severalItems(where, texts.length)
  const item = texts[0] ?? items[0]
  const id = item && attribute(item, "guid")
  return item && id ? toAgencyItem(fieldsOf(item, id)) : null
}

function itemsOf(text: string): Element[] {
  try {
    const document: Element = PARSER.parse(text.replace(DOCTYPE, ""))
    return [...all(document, "newsItem"), ...all(document, "newsMessage", "itemSet", "newsItem")]
  } catch {
    return []
  }
}

/** Items without a class are text when they hold some. */
function isText(item: Element): boolean {
  const kind = first(item, "itemMeta", "itemClass")
  return kind ? /(?:^|[:/])text$/.test(code(kind) ?? "") : bodyOf(item) !== null
}

function fieldsOf(item: Element, id: string): AgencyFields {
  const meta = (name: string) => first(item, "itemMeta", name)
  const content = (name: string) => first(item, "contentMeta", name)
  const [status, provider, language] = [meta("pubStatus"), meta("provider"), content("language")]
  return {
    id,
    status: status ? (code(status)?.split(/[:/]/).at(-1) ?? null) : null,
    headline: mainHeadline(item),
    byline: text(content("by")) ?? text(first(item, "contentMeta", "creator", "name")),
    publisher: text(first(item, "itemMeta", "provider", "name")) ?? (provider ? providerCode(provider) : null),
    versionCreated: text(meta("versionCreated")),
    language: language ? attribute(language, "tag") : null,
    note: text(meta("edNote")),
    body: bodyOf(item),
  }
}

/** "nprov:LAMP" is LAMP. */
const providerCode = (provider: Element): string | null =>
  attribute(provider, "literal") ?? code(provider)?.split(/[:/]/).at(-1) ?? null

function mainHeadline(item: Element): string | null {
  const headlines = all(item, "contentMeta", "headline")
  return text(headlines.find((headline) => /main$/.test(attribute(headline, "role") ?? "")) ?? headlines[0])
}

function bodyOf(item: Element): AgencyFields["body"] {
  const markup = text(first(item, "contentSet", "inlineXML"))
  if (markup) return { text: markup, isHtml: true }
  const isPlain = (part: Element) => (attribute(part, "contenttype") ?? "text/plain").startsWith("text/")
  const data = all(item, "contentSet", "inlineData").find(isPlain)
  const value = text(data)
  // Read as markup: it is still written with references, and its lines are paragraphs.
  return value ? { text: value.replace(/\r?\n/g, "<p>"), isHtml: true } : null
}

/** A code of IPTC's, as `qcode` or as `uri`. */
const code = (element: Element): string | null => attribute(element, "qcode") ?? attribute(element, "uri")

function all(element: Element, ...path: readonly string[]): Element[] {
  const [name, ...rest] = path
  if (name === undefined) return [element]
  const inside = typeof element === "string" ? [] : ((element[name] ?? []) as Element[])
  return inside.flatMap((child) => all(child, ...rest))
}

const first = (element: Element, ...path: readonly string[]): Element | undefined => all(element, ...path)[0]

function attribute(element: Element, name: string): string | null {
  const [attributes] = all(element, "$")
  const value = typeof attributes === "object" ? attributes[name] : null
  return typeof value === "string" && value !== "" ? value : null
}

function text(element: Element | undefined): string | null {
  const value = typeof element === "object" ? element["#text"] : element
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null
}

const severalItems = (where: string, count: number): CounterclaimError =>
  new CounterclaimError({
    code: "input/several-items",
    what: `there are ${count} texts in one message`,
    where,
    fix: "give each item a file of its own",
  })
