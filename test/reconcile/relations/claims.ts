import type { Act } from "../../../src/model/attribution.ts"
import type { Claim, Quantity } from "../../../src/reconcile/relations/claim.ts"

type Parts = Partial<Omit<Claim, "text" | "focus">>

/** A claim of a text in which its words stand in braces. */
export function claim(marked: string, parts: Parts = {}): Claim {
  const [start, end] = [marked.indexOf("{"), marked.indexOf("}") - 1]
  const text = marked.replace("{", "").replace("}", "")
  const unknown = { publisher: null, published: null, claimant: null, act: "assert" as Act, figures: [] }
  return { text, focus: { start, end }, ...unknown, ...parts }
}

/** A figure where `words` stand in a marked text. */
export function quantity(marked: string, words: string, parts: Partial<Quantity>): Quantity {
  const start = marked.replace("{", "").replace("}", "").indexOf(words)
  const open = { measure: "count", low: null, high: null, about: false, unit: null, of: null } as const
  return { start, end: start + words.length, ...open, ...parts }
}
