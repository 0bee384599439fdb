/** One text letter for letter, by the places of the documents that print it, in their order. */
export type CopyFamily = readonly number[]

/** So many documents of one text are listed as a family: in pairs they would be half their number's square. */
export const LEAST_FAMILY = 12

/** `compared`: places of the documents to compare, of a family its first alone. */
export type Folded = Readonly<{ families: readonly CopyFamily[]; compared: readonly number[] }>

/** Fold documents of one text; fewer than `LEAST_FAMILY` stay apart. */
export function foldFamilies(documents: readonly Readonly<{ text: string }>[]): Folded {
  const byText = new Map<string, number[]>()
  for (const [place, { text }] of documents.entries()) {
    const same = byText.get(text)
    if (same) same.push(place)
    else byText.set(text, [place])
  }
  const families = [...byText.values()].filter(({ length }) => length >= LEAST_FAMILY)
  const folded = new Set(families.flatMap(([, ...others]) => others))
  return { families, compared: [...documents.keys()].filter((place) => !folded.has(place)) }
}
