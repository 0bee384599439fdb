import { ATTRIBUTE, type AttributeName, type Attributes } from "./attributes.ts"
import { decodeEntities } from "./entity.ts"
import type { Page } from "./page.ts"
import { type PageSource, sliceOf, valueBetween } from "./page-source.ts"

const MOST_META = 500
const MOST_SCRIPTS = 50
/** `link` elements that name the page's own address or its maker. */
const CANONICAL = "canonical"

/** Value of an attribute, decoded; null when the tag has none of that name. The first of two counts. */
export function attribute(source: PageSource, attributes: Attributes, name: AttributeName): string | null {
  const bit = ATTRIBUTE[name]
  if ((attributes.bits & bit) === 0) return null
  for (let i = 0; i < attributes.count; i++) {
    if (attributes.which[i] === bit) return valueBetween(source, attributes.starts[i]!, attributes.ends[i]!)
  }
  return null
}

/** Collects what a page says of itself outside its text. */
export class PageFacts {
  private readonly source: PageSource
  private name: string | null = null
  private language: string | null = null
  private base: string | null = null
  private canonical: string | null = null
  private readonly meta: { name: string; content: string }[] = []
  private readonly jsonLd: string[] = []
  private script: string | null = null

  constructor(source: PageSource) {
    this.source = source
  }

  facts(): Omit<Page, "blocks" | "containers" | "marks"> {
    const { name: title, language, base, canonical, meta, jsonLd } = this
    return { title, language, base, canonical, meta, jsonLd }
  }

  readTag(name: string, attributes: Attributes): void {
    if (name === "meta") this.readMeta(attributes)
    else if (name === "link") this.readLink(attributes)
    else if (name === "base") this.base ??= attribute(this.source, attributes, "href")
    else if (name === "html") this.language ??= attribute(this.source, attributes, "lang")
    else if (name === "script") this.script = attribute(this.source, attributes, "type")
  }

  readRaw(name: string, start: number, end: number): void {
    if (name === "title") this.readTitle(sliceOf(this.source, start, end))
    if (name !== "script" || this.jsonLd.length >= MOST_SCRIPTS) return
    if (this.script?.toLowerCase().includes("ld+json")) this.jsonLd.push(sliceOf(this.source, start, end))
  }

  private readTitle(text: string): void {
    if (text.trim() !== "") this.name ??= decodeEntities(text).replace(/\s+/g, " ").trim()
  }

  private readMeta(attributes: Attributes): void {
    const content = attribute(this.source, attributes, "content")
    if (content === null || content.trim() === "" || this.meta.length >= MOST_META) return
    for (const key of ["property", "name", "itemprop"] as const) {
      const name = attribute(this.source, attributes, key)
      if (name) this.meta.push({ name: name.trim().toLowerCase(), content: content.trim() })
    }
  }

  private readLink(attributes: Attributes): void {
    const rel = attribute(this.source, attributes, "rel")?.toLowerCase().split(/\s+/)
    if (rel?.includes(CANONICAL)) this.canonical ??= attribute(this.source, attributes, "href")
  }
}
