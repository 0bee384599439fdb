import type { DocumentId } from "../../model/document.ts"
import type { JudgedCopies } from "../../model/judged-copies.ts"
import { spanText } from "../../model/span.ts"
import type { Reuse } from "../copies/compare.ts"
import type { CopyPair } from "../copies/find-copies.ts"

/** Two documents that share text, of which nothing tells who took it from whom. */
export type CopyQuestion = Readonly<{
  /** Places of the documents, the earlier one left. */
  left: number
  right: number
  /** Whether they are one text, letter for letter. */
  same: boolean
  derived: Reuse["derived"]
  /** Share of each that stands in the other, 0 to 1. */
  containment: Reuse["containment"]
  /** The longest passage that both have. */
  passage: string
  /** What speaks for one or the other, and does not settle it. */
  because: readonly string[]
}>

type Printed = Readonly<{ id: DocumentId; text: string }>

/**
 * Pairs that nobody has judged and whose direction is undetermined, those that share most first. The documents stand in the
 * order in which they were printed or seen.
 */
export function suggestCopies(
  pairs: readonly CopyPair[],
  documents: readonly Printed[],
  judged: JudgedCopies,
): CopyQuestion[] {
  const idOf = (place: number): DocumentId => documents[place]!.id
  return pairs
    .filter(({ version, direction }) => !version && direction.from === "undetermined")
    .filter(({ left, right }) => !judged.isJudged(idOf(left), idOf(right)))
    .map((pair) => toQuestion(pair, documents))
    .sort((a, b) => mostShared(b) - mostShared(a) || a.left - b.left || a.right - b.right)
}

const mostShared = ({ containment }: CopyQuestion): number => Math.max(containment.left, containment.right)

function toQuestion({ left, right, reuse, direction }: CopyPair, documents: readonly Printed[]): CopyQuestion {
  const [one, other] = [documents[left]!, documents[right]!]
  const { derived, containment, passages } = reuse
  const longest = passages.reduce((best, next) => (next.words > best.words ? next : best), passages[0]!)
  const passage = passages.length > 0 ? spanText(one.text, longest.left).replace(/\s+/g, " ") : ""
  return { left, right, same: one.text === other.text, derived, containment, passage, because: direction.because }
}
