import { readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { someGold } from "../some-gold.ts"

/** Offsets in UTF-16 units of the text. */
export type GoldTime = Readonly<{ start: number; end: number; value: string }>

/** One TimeML document: its TEXT, the times marked in it, and when it was written. */
export type GoldTimes = Readonly<{ name: string; text: string; published: string; times: readonly GoldTime[] }>

/** Every `.tml` below a folder, by name. Throws `eval/no-gold` when there is none. */
export function readGoldTimes(folder: string): GoldTimes[] {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tml"))
  const files = someGold(found, {
    what: "there is no .tml file",
    where: folder,
    fix: "give the folder of a TimeML corpus",
  })
  const documents = files.map((file) => parseTimeMl(basename(file, ".tml"), readFileSync(join(folder, file), "utf8")))
  return documents.sort((a, b) => (a.name < b.name ? -1 : 1))
}

const PIECE = /<!--[\s\S]*?-->|<(\/?)([\w:]+)([^>]*)>|[^<]+/g

/** Read one TimeML document; empty where it has no TEXT. */
export function parseTimeMl(name: string, xml: string): GoldTimes {
  const body = /<TEXT[^>]*>([\s\S]*)<\/TEXT>/.exec(xml)?.[1] ?? ""
  const open: { start: number; value: string; name: string }[] = []
  const times: GoldTime[] = []
  let text = ""
  for (const [piece, closing, tag, attributes = ""] of body.matchAll(PIECE)) {
    if (tag === undefined) text += piece.startsWith("<!--") ? "" : decode(piece.replace(/\r\n?/g, "\n"))
    else if (closing) {
      const { start, value, name } = open.pop() ?? { start: 0, value: "", name: "" }
      if (name === "TIMEX3" && text.length > start) times.push({ start, end: text.length, value })
    } else if (!attributes.endsWith("/")) open.push({ start: text.length, value: valueIn(attributes), name: tag })
  }
  return { name, text, published: valueIn(/<DCT>[\s\S]*?<TIMEX3([^>]*)>/.exec(xml)?.[1] ?? ""), times }
}

const valueIn = (attributes: string): string => decode(/\bvalue="([^"]*)"/.exec(attributes)?.[1] ?? "")

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

const decode = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (all, decimal, hex, named) => {
    if (named) return NAMED[named] ?? all
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16))
  })
