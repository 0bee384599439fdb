import type { Page } from "./page.ts"

/** A page's meta tags by name. */
export type MetaTable = Readonly<{
  /** Content of the first of these names that is there, in the order asked for; null when none is. */
  first(...names: readonly string[]): string | null
  all(name: string): readonly string[]
}>

export function metaTable(page: Page): MetaTable {
  const table = new Map<string, string[]>()
  for (const { name, content } of page.meta) {
    const list = table.get(name)
    if (list) list.push(content)
    else table.set(name, [content])
  }
  return {
    first: (...names) => names.map((name) => table.get(name)?.[0]).find((content) => content !== undefined) ?? null,
    all: (name) => table.get(name) ?? [],
  }
}
