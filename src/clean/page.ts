import type { BlockKind } from "./element.ts"

/** A run of text that stands in lines of its own. */
export type Block = Readonly<{
  /** White space made single; "\n" where a line was broken on purpose. Never blank. */
  text: string
  kind: BlockKind
  /** 1 to 6 for a heading, else 0. */
  level: number
  /** Bits of `WITHIN` that hold for all of its text. */
  within: number
  /** Bits of `CLASS_GROUPS` of all elements around all of its text. */
  groups: number
  /** Index into the page's containers: the element that starts and ends its line. */
  container: number
  /** Characters that stand in links, and in bold type; white space not counted. */
  linked: number
  bold: number
  /** Links in it, four numbers each: start and end in `text`, start and end of the undecoded address in the page. */
  links: readonly number[]
  /** Pictures before it, since the block before. */
  pictures: number
}>

/** Elements that start and end lines, by index; 0 is the page itself, its own parent. */
export type Containers = Readonly<{
  parent: readonly number[]
  name: readonly string[]
  /** Bits of `CLASS_GROUPS` of the element's own class and id. */
  groups: readonly number[]
  /** The same number for elements of the same name, class and parent's name and class. */
  signature: readonly number[]
  depth: readonly number[]
}>

export const MARK_KINDS = ["author", "published", "modified", "publisher", "headline", "time"] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** A value that the markup itself names: microdata, `rel=author`, `<time>`, a class like "byline". */
export type Mark = Readonly<{
  kind: MarkKind
  /** By what it was found, surest first: `itemprop`, `rel`, `time`, `class`. */
  by: "itemprop" | "rel" | "time" | "class"
  /** The machine's value (`content`, `datetime`), else the text. */
  value: string
  text: string
  /** How many blocks stand before it. */
  block: number
  within: number
  groups: number
}>

/** What one look at a page gives. */
export type Page = Readonly<{
  blocks: readonly Block[]
  containers: Containers
  title: string | null
  language: string | null
  base: string | null
  canonical: string | null
  /** `name`, `property` or `itemprop` in lower case, with content, in order. */
  meta: readonly Readonly<{ name: string; content: string }>[]
  /** Text of the scripts of type `application/ld+json`. */
  jsonLd: readonly string[]
  marks: readonly Mark[]
}>
