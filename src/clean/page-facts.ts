import { decodeEntities } from "./entity.ts"
import type { Page } from "./page.ts"
import { ATTRIBUTE, type AttributeName, type Attributes } from "./scan.ts"

const MOST_META = 500
const MOST_SCRIPTS = 50
/** `link` elements that name the page's own address or its maker. */
const CANONICAL = "canonical"

/** Value of an attribute, decoded; null when the tag has none of that name. The first of two counts. */
export function attribute(html: string, attributes: Attributes, name: AttributeName): string | null {
  const bit = ATTRIBUTE[name]
  if ((attributes.bits & bit) === 0) return null
  for (let i = 0; i < attributes.count; i++) {
    if (attributes.which[i] === bit) return decodeEntities(html.slice(attributes.starts[i], attributes.ends[i]), true)
  }
  return null
}

/** Collects what a page says of itself outside its text. */
export class PageFacts {
  private readonly html: string
  private name: string | null = null
  private language: string | null = null
  private base: string | null = null
  private canonical: string | null = null
  private readonly meta: { name: string; content: string }[] = []
  private readonly jsonLd: string[] = []
  private script: string | null = null

  constructor(html: string) {
    this.html = html
  }

  facts(): Omit<Page, "blocks" | "containers" | "marks"> {
    const { name: title, language, base, canonical, meta, jsonLd } = this
    return { title, language, base, canonical, meta, jsonLd }
  }

  readTag(name: string, attributes: Attributes): void {
    if (name === "meta") this.readMeta(attributes)
    else if (name === "link") this.readLink(attributes)
    else if (name === "base") this.base ??= attribute(this.html, attributes, "href")
    else if (name === "html") this.language ??= attribute(this.html, attributes, "lang")
    else if (name === "script") this.script = attribute(this.html, attributes, "type")
  }

  readRaw(name: string, start: number, end: number): void {
    const text = this.html.slice(start, end)
    if (name === "title" && text.trim() !== "") this.name ??= decodeEntities(text).replace(/\s+/g, " ").trim()
    if (name !== "script" || this.jsonLd.length >= MOST_SCRIPTS) return
    if (this.script?.toLowerCase().includes("ld+json")) this.jsonLd.push(text)
  }

  private readMeta(attributes: Attributes): void {
    const content = attribute(this.html, attributes, "content")
    if (content === null || content.trim() === "" || this.meta.length >= MOST_META) return
    for (const key of ["property", "name", "itemprop"] as const) {
      const name = attribute(this.html, attributes, key)
      if (name) this.meta.push({ name: name.trim().toLowerCase(), content: content.trim() })
    }
  }

  private readLink(attributes: Attributes): void {
    const rel = attribute(this.html, attributes, "rel")?.toLowerCase().split(/\s+/)
    if (rel?.includes(CANONICAL)) this.canonical ??= attribute(this.html, attributes, "href")
  }
}
