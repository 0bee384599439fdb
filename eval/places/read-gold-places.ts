import { readFileSync } from "node:fs"
import { codePointsOf } from "../code-points.ts"
import { someGold } from "../some-gold.ts"

/** Degrees. */
export type Point = Readonly<{ latitude: number; longitude: number }>

/** Offsets in UTF-16 units of the text; `point` null: the gold does not know where it lies. */
export type GoldPlace = Readonly<{ start: number; end: number; point: Point | null }>

export type GoldPlaces = Readonly<{ name: string; text: string; places: readonly GoldPlace[] }>

/** The articles of a corpus in LGL's form, in their order. Throws `eval/no-gold` when there is none. */
export function readGoldPlaces(file: string): GoldPlaces[] {
  const xml = readFileSync(file, "utf8").replace(/\r\n?/g, "\n")
  const articles = Array.from(xml.matchAll(/<article docid="([^"]*)">([\s\S]*?)<\/article>/g), ([, name, body]) =>
    parseArticle(name!, body!),
  )
  return someGold(articles, {
    what: "there is no article",
    where: file,
    fix: "give a corpus of places in LGL's form",
  })
}

function parseArticle(name: string, body: string): GoldPlaces {
  const text = contentOf(body, "text") ?? ""
  const { toUnits } = codePointsOf(text)
  const places = Array.from(body.matchAll(/<toponym>([\s\S]*?)<\/toponym>/g), ([, toponym]) => ({
    start: toUnits(Number(contentOf(toponym!, "start"))),
    end: toUnits(Number(contentOf(toponym!, "end"))),
    point: pointOf(toponym!),
  }))
  return { name, text, places }
}

function pointOf(toponym: string): Point | null {
  const [latitude, longitude] = [contentOf(toponym, "lat"), contentOf(toponym, "lon")]
  return latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : null
}

/** Null where there is no such element. */
function contentOf(xml: string, element: string): string | null {
  const found = new RegExp(`<${element}>(?:<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|([^<]*))</${element}>`).exec(xml)
  return found && (found[1] ?? decode(found[2]!))
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }
const decode = (text: string): string => text.replace(/&(\w+);/g, (all, name: string) => NAMED[name] ?? all)
