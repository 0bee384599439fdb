import type { DocumentId } from "../../model/document.ts"
import { compare, type Reuse } from "./compare.ts"
import { openCopyIndex } from "./copy-index.ts"
import { type Fingerprint, fingerprint } from "./fingerprint.ts"

/** What is asked of a document here. */
export type CopyDocument = Readonly<{ id: DocumentId; text: string }>

/** Two documents, by their place in the list that was given, the earlier one left. */
export type CopyPair = Readonly<{ left: number; right: number; version: boolean; reuse: Reuse }>

/** Less than this share of a text in common is phrases that everybody uses. */
export const LEAST_SHARE = 0.05

/** Of so many documents every run is kept. */
const FEW = 20_000

/** Whether two texts share so much that it is worth telling. */
export const sharesText = ({ containment }: Reuse): boolean =>
  Math.max(containment.left, containment.right) >= LEAST_SHARE

/**
 * Every pair of documents that shares text, by its later document, then its earlier one; none when no two do.
 * `version`: both are one document, read twice. Texts that are the same word for word are compared once, whoever
 * printed them. Does not throw.
 */
export function* findCopies(documents: readonly CopyDocument[]): Generator<CopyPair> {
  const index = openCopyIndex({ every: documents.length <= FEW, most: Number.POSITIVE_INFINITY })
  const texts: Fingerprint[] = []
  const printed: number[][] = []
  const known = new Map<string, number>()
  for (const [right, { text, id }] of documents.entries()) {
    const own = known.get(text) ?? texts.length
    if (own === texts.length) {
      known.set(text, own)
      texts.push(fingerprint(text))
      printed.push([])
      index.add(texts[own]!)
    }
    const pairs: CopyPair[] = []
    for (const other of index.candidates(texts[own]!)) {
      const reuse = compare(texts[other.entry]!, texts[own]!)
      if (!sharesText(reuse)) continue
      for (const left of printed[other.entry]!) pairs.push({ left, right, version: documents[left]!.id === id, reuse })
    }
    printed[own]!.push(right)
    yield* pairs.sort((a, b) => a.left - b.left)
  }
}
