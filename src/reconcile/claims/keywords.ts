import type { ClaimWords } from "../../lexicon/claim-words.ts"
import type { Span } from "../../model/span.ts"
import { stem } from "./stem.ts"

/** A word that may tell statements apart: what it counts as, and where it stands. `number`: a quantity, written as digits. */
export type Keyword = Span & Readonly<{ key: string; number: boolean; name: boolean }>

const WORD = /\p{N}[\p{N},.]*\p{N}|\p{N}|[\p{L}\p{M}]+(?:['\u2019][\p{L}\p{M}]+)*/gu

/**
 * The words of a part of a text that tell statements apart, in order; none for a part that has none. Numbers come in
 * digits whichever way they are written ("sixty-five" is 65, "2,000" is 2000). Does not throw.
 */
export function findKeywords(text: string, { start, end }: Span, words: ClaimWords): Keyword[] {
  const found: Keyword[] = []
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const printed = match[0]
    const span = { start: start + match.index, end: start + match.index + printed.length }
    const lower = printed.toLowerCase()
    const digits = /^\p{N}/u.test(printed) ? printed.replace(/,(?=\d{3})/g, "") : null
    const spelled = words.numbers.get(lower)
    const last = found.at(-1)
    if (digits !== null) found.push({ ...span, key: digits, number: true, name: false })
    else if (spelled && (spelled.kind === "unit" || spelled.kind === "ten" || spelled.kind === "scale")) {
      const value = joined(last, span, spelled)
      if (value !== null) found.pop()
      const key = String(value ?? spelled.value)
      found.push({ start: value === null ? span.start : last!.start, end: span.end, key, number: true, name: false })
    } else if (!words.common.has(lower) && lower.length > 1) {
      const bare = lower.replace(/['\u2019]s$/u, "")
      const key = words.families.get(bare) ?? stem(bare)
      found.push({ ...span, key: words.families.get(key) ?? key, number: false, name: /^\p{Lu}/u.test(printed) })
    }
  }
  return found
}

type Spelled = Readonly<{ value: number; kind: string }>

/** The value of a number word together with the number right before it; null when they are two. */
function joined(last: Keyword | undefined, { start }: Span, { value, kind }: Spelled): number | null {
  if (!last?.number || start - last.end > 1) return null
  const before = Number(last.key)
  if (kind === "scale") return before * value
  return kind === "unit" && before >= 20 && before < 100 && before % 10 === 0 ? before + value : null
}
