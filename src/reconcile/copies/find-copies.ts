import type { DocumentId } from "../../model/document.ts"
import { compare, type Reuse } from "./compare.ts"
import { openCopyIndex } from "./copy-index.ts"
import { type Direction, direct, type Printed } from "./direct.ts"
import type { CreditTables } from "./find-credits.ts"
import { type Fingerprint, fingerprint } from "./fingerprint.ts"

/** What is asked of a document here. */
export type CopyDocument = Printed & Readonly<{ id: DocumentId }>

/**
 * Two documents, by their place in the list that was given, the earlier one left. `version`: both are one document, read
 * twice.
 */
export type CopyPair = Readonly<{ left: number; right: number; version: boolean; reuse: Reuse; direction: Direction }>

/** Of so many documents every run is kept. */
const FEW = 20_000

/** `folded`: one text that many print is paired with others where it is met first, and with itself there alone. */
export type CopyOptions = Readonly<{ folded?: boolean }>

/**
 * Every pair of documents that shares text, by its later document, then its earlier one; none when no two do.
 * Texts that are the same letter for letter are compared once, whoever printed them. Does not throw.
 */
export function* findCopies(
  documents: readonly CopyDocument[],
  tables: CreditTables,
  { folded = false }: CopyOptions = {},
): Generator<CopyPair> {
  const texts = openTexts(documents.length)
  const printed: number[][] = []
  for (const [right, document] of documents.entries()) {
    const own = texts.number(document.text)
    const known = printed[own]
    const like = folded && known ? texts.like(own).filter(({ other }) => other === own) : texts.like(own)
    const near = like.flatMap(({ other, reuse }) => (printed[other] ?? []).map((left) => ({ left, reuse })))
    if (!known) printed[own] = [right]
    else if (!folded) known.push(right)
    for (const { left, reuse } of near.sort((a, b) => a.left - b.left)) {
      const earlier = documents[left]!
      const direction = direct(earlier, document, { reuse, tables })
      yield { left, right, version: earlier.id === document.id, reuse, direction }
    }
  }
}

/** Different texts, numbered as they come. */
function openTexts(documents: number) {
  const every = documents <= FEW
  const indexes = [
    openCopyIndex({ every, most: Number.POSITIVE_INFINITY }),
    openCopyIndex({ every, channel: "rewordings" }),
  ]
  const texts: Fingerprint[] = []
  const numbers = new Map<string, number>()
  return {
    number(text: string): number {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, texts.length)
      const own = fingerprint(text)
      for (const index of indexes) index.add(own)
      return texts.push(own) - 1
    },
    /** Those that share text with one of them, which may be itself. */
    like(own: number): { other: number; reuse: Reuse }[] {
      const entries = new Set(indexes.flatMap((index) => index.candidates(texts[own]!).map(({ entry }) => entry)))
      const compared = [...entries].map((other) => ({ other, reuse: compare(texts[other]!, texts[own]!) }))
      return compared.filter(({ reuse }) => reuse.derived !== "none")
    },
  }
}
