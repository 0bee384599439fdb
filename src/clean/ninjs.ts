import { type AgencyFields, type AgencyItem, toAgencyItem } from "./agency-item.ts"

type Json = Readonly<Record<string, unknown>>

/**
 * Read a news item in ninjs, 1 to 3: the first writes `headline` and `body_xhtml`, the later ones lists
 * of `headlines` and `bodies`, the last in mixed letter case.
 * Null when the text is another JSON, or none. Form: https://www.iptc.org/std/ninjs/userguide/
 */
export function readNinjs(text: string): AgencyItem | null {
  const item = parsed(text)
  const id = item && (string(item.uri) ?? string(item.guid))
  return item && id && isNews(item) ? toAgencyItem(fieldsOf(item, id)) : null
}

/** Its names in lower case: ninjs 3 writes `pubStatus` for `pubstatus`. */
function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""))
    return isObject(value) ? lowered(value) : null
  } catch {
    return null
  }
}

const lowered = (value: Json): Json =>
  Object.fromEntries(Object.entries(value).map(([name, inside]) => [name.toLowerCase(), inside]))

const isNews = (item: Json): boolean =>
  ["pubstatus", "versioncreated", "headline", "headlines", "bodies"].some((name) => name in item) ||
  Object.keys(item).some((name) => name.startsWith("body_"))

function fieldsOf(item: Json, id: string): AgencyFields {
  return {
    id,
    status: string(item.pubstatus),
    headline: string(item.headline) ?? mainOf(item.headlines),
    byline: string(item.by) ?? string(item.byline),
    publisher: publisherOf(item),
    versionCreated: string(item.versioncreated) ?? string(item.firstcreated),
    language: string(item.language),
    note: string(item.ednote) ?? string(item.editorialnote),
    body: bodyOf(item),
  }
}

/** The entry whose role is "main", else the first. */
function mainOf(list: unknown): string | null {
  const entries = objects(list)
  return string((entries.find(({ role }) => role === "main") ?? entries[0])?.value)
}

function publisherOf({ provider, infosources, infosource, copyrightholder }: Json): string | null {
  const named = [provider, ...objects(infosources), ...objects(infosource)]
  const name = named.map((value) => string(value) ?? (isObject(value) ? string(value.name) : null)).find(Boolean)
  return name ?? string(copyrightholder)
}

function bodyOf(item: Json): AgencyFields["body"] {
  const bodies = objects(item.bodies).map((body) => ({ text: string(body.value) ?? "", type: typeOf(body) }))
  const html =
    string(item.body_xhtml) ?? string(item.body_html) ?? bodies.find(({ type }) => type.includes("html"))?.text
  if (html) return { text: html, isHtml: true }
  const plain = string(item.body_text) ?? bodies.find(({ type }) => type === "" || type.includes("plain"))?.text
  return plain ? { text: plain, isHtml: false } : null
}

/** The type of a body, else its role, which is then often "html" or "plain". */
const typeOf = (body: Json): string => {
  const { contenttype, role } = lowered(body)
  return (string(contenttype) ?? (/html|plain/i.test(string(role) ?? "") ? String(role) : "")).toLowerCase()
}

const isObject = (value: unknown): value is Json => value !== null && typeof value === "object" && !Array.isArray(value)
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
const string = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null
