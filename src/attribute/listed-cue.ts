import type { CueLexicon, ListedCue } from "../lexicon/cues.ts"
import type { Act } from "../model/attribution.ts"
import { type Span, spanText } from "../model/span.ts"

type Parts = Readonly<{ text: string; source: Span | null; cue: Span; content: readonly Span[] }>

/** What the list says of a cue; "neither the minister nor the mayor confirmed" turns it round as "did not confirm" does. */
export function listedCue({ text, source, cue }: Parts, cues: CueLexicon): ListedCue | null {
  const words = spanText(text, cue)
  return cues.actOf(source && /^neither\b/i.test(spanText(text, source)) ? `neither ${words}` : words)
}

const NEITHER = /(?:\bneither|\bnot|n['’]t|\bcannot)\s+(\p{L}+)\s+n?or\s+(\p{L}+)/giu

/**
 * The acts that content says were not done: of "they had neither confirmed nor denied it" neither is what its words make
 * of the attribution. Empty where it says nothing of the kind.
 */
export function actsNotDone({ text, content }: Parts, cues: CueLexicon): ReadonlySet<Act> {
  const acts = content.flatMap((span) =>
    Array.from(spanText(text, span).matchAll(NEITHER)).flatMap(([, first = "", second = ""]) => {
      const [one, other] = [cues.actOf(first.toLowerCase()), cues.actOf(second.toLowerCase())]
      return one && other ? [one.act, other.act] : []
    }),
  )
  return new Set(acts.filter((act) => act !== "assert"))
}
