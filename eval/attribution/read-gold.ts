import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { CounterclaimError, type Span } from "counterclaim"
import { type CodePoints, codePointsOf } from "../code-points.ts"
import { someGold } from "../some-gold.ts"
import { parseAnnotations, type Range } from "./parse-annotations.ts"
import { type RoleSpans, toEach } from "./role.ts"

/** An article with the attributions that its first annotator found. Spans in UTF-16 units of `text`. */
export type GoldArticle = Readonly<{ name: string; text: string; gold: readonly RoleSpans[] }>

/**
 * The articles of a folder with `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`, by name. An article
 * without annotations is left out; of several annotators the first by name counts.
 * Throws `eval/no-gold` when there is no article, `eval/gold-range` when a content lies outside of its text.
 */
export function readGold(folder: string): GoldArticle[] {
  const annotated = filesOf(join(folder, "attributions"))
  const articles = filesOf(join(folder, "text")).flatMap((name) => {
    if (!name.endsWith(".txt")) return []
    const first = annotated.find((file) => file.startsWith(`${name.slice(0, -4)}_`) && file.endsWith(".ann"))
    return first === undefined ? [] : [readArticle(folder, name, first)]
  })
  return someGold(articles, {
    what: "no article with annotations",
    where: folder,
    fix: "give a folder with text/NAME.txt and attributions/NAME_ANNOTATOR.ann",
  })
}

// By code points, as other scorers sort: JavaScript's own order is by UTF-16 units.
const byName = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

function filesOf(folder: string): string[] {
  try {
    const names = readdirSync(folder)
    return names.filter((name) => !name.startsWith(".")).sort(byName)
  } catch (cause) {
    const fix = "give a folder that holds text/ and attributions/"
    throw new CounterclaimError({ code: "eval/no-gold", what: "the folder cannot be read", where: folder, fix, cause })
  }
}

function readArticle(folder: string, name: string, annotations: string): GoldArticle {
  const text = readFileSync(join(folder, "text", name), "utf8")
  const path = join(folder, "attributions", annotations)
  const units = codePointsOf(text)
  const gold = parseAnnotations(readFileSync(path, "utf8")).map((roles) => {
    const outside = roles.content.find(({ start, end }) => start < end && (start < 0 || end > units.length))
    if (outside) throw outsideError(outside, units, path)
    return toEach((role) => roles[role].map((range) => toSpan(range, units)))
  })
  return { name, text, gold }
}

const toSpan = ({ start, end }: Range, { toUnits }: CodePoints): Span => ({ start: toUnits(start), end: toUnits(end) })

const outsideError = ({ start, end }: Range, { length }: CodePoints, where: string): CounterclaimError =>
  new CounterclaimError({
    code: "eval/gold-range",
    what: `a content from ${start} to ${end} in a text of ${length} characters`,
    where,
    fix: "give the text that was annotated, offsets in code points",
  })
