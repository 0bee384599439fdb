import type { Span } from "./span.ts"

/** `places`: the names of places, with a day where one is given; the whole goes up to the words after the dash. */
export type Dateline = Span & Readonly<{ places: Span }>

const PLACE = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){0,3}`
const CAPITALS = String.raw`\p{Lu}[\p{Lu}\p{M}'’.-]+(?: \p{Lu}[\p{Lu}\p{M}'’.-]+){0,3}`
const PART = String.raw`, ?(?:${PLACE}|\p{L}+\.? \d{1,2}|\d{1,2} \p{L}+(?: \d{4})?|\d{4})`
const AGENCY = String.raw` \([^()\n]*\p{L}{2}[^()\n]*\)`
/** Words by which what stands in brackets tells that it is an agency or an outlet. */
const NEWS = String.raw` \([^()\n]*\b(?:News|Press|Agency|Wire|Service|Times|Post|Daily)\b[^()\n]*\)`
const DASH = String.raw`\s?(?:[–—]|-{1,2}(?=\s))\s?(?=["“‘'(]?[\p{Lu}\p{N}])`

const FORMS = [
  // "TOLLE, Velmark (Ostmark Press) - ", "TOLLE (OP) — ", "TOLLE, Velmark, 3 March — "
  `(?<places>${CAPITALS}(?:${PART}){0,3})${AGENCY}${DASH}`,
  `(?<places>${CAPITALS}(?:${PART}){1,3})${DASH}`,
  // "TOLLE — "
  String.raw`(?<places>\p{Lu}{4,})${DASH}`,
  // "Tolle, Velmark (Ostmark Press) - "
  `(?<places>${PLACE}(?:${PART}){0,3})${NEWS}${DASH}`,
].map((form) => new RegExp(String.raw`^\s*${form}`, "u"))

/**
 * Where and by whom a report was written, as a paragraph begins with it: "TOLLE, Velmark (Ostmark Press) - ". A word in
 * capitals before a dash is one ("TOLLE — Miners"), but not where the sentence goes on small ("NATO — the alliance").
 * Null when the paragraph begins with none. Does not throw.
 */
export function findDateline(text: string, { start, end }: Span): Dateline | null {
  const line = text.slice(start, Math.min(end, start + LONGEST))
  const found = FORMS.map((form) => form.exec(line)).find((match) => match !== null)
  const places = found?.groups?.places
  if (!found || places === undefined) return null
  const from = start + line.indexOf(places)
  return { start, end: start + found[0].length, places: { start: from, end: from + places.length } }
}

const LONGEST = 120
