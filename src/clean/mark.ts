import { type ClassGroup, classBit } from "../lexicon/class-words.ts"
import { ATTRIBUTE, type Attributes } from "./attributes.ts"
import type { Mark, MarkKind } from "./page.ts"
import { attribute } from "./page-facts.ts"
import type { PageSource } from "./page-source.ts"

const ITEMPROP: Readonly<Record<string, MarkKind>> = {
  author: "author",
  creator: "author",
  datepublished: "published",
  datecreated: "published",
  datemodified: "modified",
  publisher: "publisher",
  headline: "headline",
}
const CLASSES: readonly (readonly [ClassGroup, MarkKind])[] = [
  ["author", "author"],
  ["date", "published"],
]

const SAYS = ATTRIBUTE.itemprop | ATTRIBUTE.rel
const CLASS_BITS = CLASSES.reduce((bits, [group]) => bits | classBit(group), 0)

/** What a tag says its content is; null when it says nothing of the kind. */
export function markOf(
  source: PageSource,
  name: string,
  attributes: Attributes,
  groups: number,
): Pick<Mark, "kind" | "by" | "value"> | null {
  if ((attributes.bits & SAYS) === 0 && (groups & CLASS_BITS) === 0 && name !== "time") return null
  const itemprop = ITEMPROP[attribute(source, attributes, "itemprop")?.trim().toLowerCase() ?? ""]
  const machine = attribute(source, attributes, "content") ?? attribute(source, attributes, "datetime") ?? ""
  if (itemprop) return { kind: itemprop, by: "itemprop", value: machine }
  const rel = attribute(source, attributes, "rel")
  if (rel && /\bauthor\b/i.test(rel)) return { kind: "author", by: "rel", value: "" }
  if (name === "time") return { kind: "time", by: "time", value: machine }
  for (const [group, kind] of CLASSES) {
    if ((groups & classBit(group)) !== 0) return { kind, by: "class", value: "" }
  }
  return null
}
