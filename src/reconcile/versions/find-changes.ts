import { diffArrays, diffWordsWithSpace } from "diff"
import type { Span } from "../../model/span.ts"

/** Words in their order; `kept`: they stand in both versions. */
export type Piece = Readonly<{ kind: "kept" | "removed" | "added"; words: string }>

/**
 * A paragraph that differs between two versions of a text. `before` and `after`: where it stands in each; null where it
 * does not. `pieces`: what of a changed paragraph stayed, went and came; of the other kinds the whole in one piece.
 */
export type Change = Readonly<{
  kind: "added" | "removed" | "changed"
  before: Span | null
  after: Span | null
  pieces: readonly Piece[]
}>

/** Two paragraphs that have so much of their words in common are one, changed. */
const ALIKE = 0.4
/** Word by word only as far as this: what is longer is told as a whole. */
const LONGEST = 20_000

/** Texts in which more paragraphs came and went are gone through in order only: they are no versions of one another. */
const MOST = 1_000

/** `bag`: its different words, in lower case. */
type Paragraph = Span & Readonly<{ words: string; bag: ReadonlySet<string> }>

/**
 * What changed from one version of a text to the next, paragraph by paragraph in the order of the new text. Paragraphs
 * that differ in white space only are the same. Empty when nothing changed. Does not throw. Method: longest common
 * subsequence of paragraphs, then of words.
 */
export function findChanges(before: string, after: string): Change[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)]
  const runs = diffArrays(old, now, { comparator: (a, b) => a.words === b.words, maxEditLength: MOST }) ?? [
    { added: false, removed: true, value: old },
    { added: true, removed: false, value: now },
  ]
  const changes: Change[] = []
  let gone: Paragraph[] = []
  for (const { added, removed, value } of runs) {
    if (removed) gone.push(...value)
    else if (added) {
      changes.push(...pair(gone, value))
      gone = []
    } else {
      changes.push(...gone.map(removal))
      gone = []
    }
  }
  return [...changes, ...gone.map(removal)]
}

const paragraphsOf = (text: string): Paragraph[] =>
  Array.from(text.matchAll(/[^\r\n]*\S[^\r\n]*/g), ({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
    words: line.replace(/\s+/g, " ").trim(),
    bag: new Set(line.toLowerCase().match(/[\p{L}\p{N}]+/gu)),
  }))

/** Each new paragraph with the next old one that is alike; those between are removed. */
function pair(gone: readonly Paragraph[], come: readonly Paragraph[]): Change[] {
  const changes: Change[] = []
  let from = 0
  for (const now of come) {
    const at = gone.findIndex((old, place) => place >= from && alike(old.bag, now.bag) >= ALIKE)
    if (at < 0) {
      changes.push(addition(now))
      continue
    }
    changes.push(...gone.slice(from, at).map(removal), changed(gone[at]!, now))
    from = at + 1
  }
  return [...changes, ...gone.slice(from).map(removal)]
}

const placeOf = ({ start, end }: Paragraph): Span => ({ start, end })

const removal = (old: Paragraph): Change => ({
  kind: "removed",
  before: placeOf(old),
  after: null,
  pieces: [{ kind: "removed", words: old.words }],
})

const addition = (now: Paragraph): Change => ({
  kind: "added",
  before: null,
  after: placeOf(now),
  pieces: [{ kind: "added", words: now.words }],
})

const changed = (old: Paragraph, now: Paragraph): Change => ({
  kind: "changed",
  before: placeOf(old),
  after: placeOf(now),
  pieces: piecesOf(old.words, now.words),
})

function piecesOf(old: string, now: string): Piece[] {
  if (old.length + now.length > LONGEST) return [{ kind: "removed", words: old }, { kind: "added", words: now }] // biome-ignore format: one line
  return diffWordsWithSpace(old, now).map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "kept",
    words: value,
  }))
}

/** Share of the different words of the one that has more, which the other has too. */
function alike(old: ReadonlySet<string>, now: ReadonlySet<string>): number {
  const shared = [...old].filter((word) => now.has(word)).length
  return shared / Math.max(old.size, now.size, 1)
}
