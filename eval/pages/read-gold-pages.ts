import { readFileSync } from "node:fs"
import { join } from "node:path"
import { CounterclaimError } from "counterclaim"
import type { GoldPage } from "./gold-page.ts"
import { keysInOrder } from "./keys-in-order.ts"

/** The annotated pages of a folder's gold.json, in its order, at least one. Throws `eval/no-pages` when there is none. */
export function readGoldPages(folder: string): GoldPage[] {
  const path = join(folder, "gold.json")
  try {
    const json = readFileSync(path, "utf8")
    const pages = JSON.parse(json) as Record<string, Record<string, unknown>>
    const gold = keysInOrder(json).map((name) => toGold(name, pages[name]!))
    if (gold.length > 0) return gold
    throw new Error("no page in it")
  } catch (cause) {
    throw new CounterclaimError({
      code: "eval/no-pages",
      what: "no annotated pages",
      where: path,
      fix: "give a folder with gold.json and html/ID.html",
      cause,
    })
  }
}

const toGold = (name: string, raw: Record<string, unknown>): GoldPage => ({
  name,
  body: string(raw.body) ?? "",
  with: strings(raw.with) ?? [],
  without: strings(raw.without) ?? [],
  title: string(raw.title),
  authors: strings(raw.author),
  date: string(raw.date),
})

const string = (value: unknown): string | null => (typeof value === "string" ? value : null)

const strings = (value: unknown): string[] | null =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : null
