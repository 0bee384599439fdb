import type { RelationLexicon } from "../../lexicon/relations.ts"
import type { Span } from "../../model/span.ts"
import { contains, overlaps } from "../../model/span.ts"
import type { Claim, Quantity } from "./claim.ts"
import { readDurations } from "./read-durations.ts"
import { readNumbers } from "./read-numbers.ts"
import { type Polarity, readPolarity } from "./read-polarity.ts"
import { readShares } from "./read-shares.ts"
import { toWords, type Word } from "./words.ts"

/** A claim with its words looked up. */
export type ReadClaim = Readonly<{
  claim: Claim
  words: readonly Word[]
  focus: readonly Word[]
  /** Words of the claimant; empty in the publisher's own voice. */
  claimant: readonly Word[]
  /** What the words of the whole text signal, and those of the claim alone -> how often. */
  signals: ReadonlyMap<string, number>
  focusSignals: ReadonlyMap<string, number>
  polarity: Polarity
  concepts: ReadonlySet<string>
  /** Those in the claim, lengths of time included, else its bare numbers; where it holds none, those of the text. */
  quantities: readonly Quantity[]
}>

export function readClaim(claim: Claim, lexicon: RelationLexicon): ReadClaim {
  const words = toWords(claim.text)
  const focus = words.filter((word) => contains(claim.focus, word))
  return {
    claim,
    words,
    focus,
    claimant: claim.claimant === null ? [] : toWords(withoutClause(claim.claimant)),
    signals: count(words, lexicon.phrases, lexicon.longest),
    focusSignals: count(focus, lexicon.phrases, lexicon.longest),
    polarity: readPolarity(claim.text, words, claim.focus, lexicon),
    concepts: new Set(count(focus, lexicon.concepts, 3).keys()),
    quantities: quantitiesOf(claim, lexicon),
  }
}

/** "the institute, which does not use the survey's network": whom the clause names does not speak. */
const withoutClause = (claimant: string): string => claimant.replace(/,\s+(?:who|whose|which|where)\b.*$/isu, "")

/** How often each kind of phrase stands in some words. */
function count(
  words: readonly Word[],
  table: ReadonlyMap<string, readonly string[]>,
  longest: number,
): Map<string, number> {
  const found = new Map<string, number>()
  for (let from = 0; from < words.length; from++) {
    for (let length = 1; length <= longest && from + length <= words.length; length++) {
      const phrase = words
        .slice(from, from + length)
        .map(({ word }) => word)
        .join(" ")
      for (const kind of table.get(phrase) ?? []) found.set(kind, (found.get(kind) ?? 0) + 1)
    }
    if (words[from]!.word.endsWith("n't"))
      for (const kind of table.get("not") ?? []) found.set(kind, (found.get(kind) ?? 0) + 1)
  }
  return found
}

function quantitiesOf(claim: Claim, lexicon: RelationLexicon): Quantity[] {
  const within = (span: Span) => overlaps(span, claim.focus)
  // What is told in several words ("nine out of ten", "36 hours") stands for the numbers in it.
  const told = [...readShares(claim.text, lexicon), ...readDurations(claim.text, lexicon)]
  const rest = claim.figures.filter((figure) => !told.some((one) => overlaps(one, figure)))
  const all = [...rest.map((figure) => withScale(figure, claim.text)), ...told]
  const inside = all.filter(within)
  if (inside.length > 0) return inside
  const bare = readNumbers(claim.text, claim.focus, lexicon)
  return bare.length > 0 ? bare : all.filter(({ measure }) => measure !== "count")
}

/** "104 degrees Fahrenheit": the scale stands after the figure. */
function withScale(figure: Quantity, text: string): Quantity {
  if (figure.unit !== "degrees") return figure
  const scale = /^\W*(?:degrees\W+)?(fahrenheit|celsius|centigrade)/i.exec(text.slice(figure.end))
  return scale ? { ...figure, of: scale[1]! } : figure
}
