import type { Span } from "../../model/span.ts"
import type { Fingerprint } from "./fingerprint.ts"
import { RUN } from "./fingerprint.ts"
import { QUOTED, UNCLOSED, UNQUOTED } from "./quoted-words.ts"

/**
 * A passage that two texts share, word for word: its span in each, and how many words it has. `quoted`: words in
 * quotations on both sides. `damaged`: words whose quotation marks were lost on that side, or never close there.
 */
export type SharedPassage = Readonly<{
  left: Span
  right: Span
  words: number
  quoted: number
  damaged: Readonly<{ left: number; right: number }>
}>

/** Of a run that stands in the right text very often only the first places are tried. */
const PLACES = 24

/**
 * The passages of five words or more that two texts share, in the left text's order, none overlapping there: from
 * each place the longest. A passage that stands twice in the left and once in the right is given twice.
 * Time is linear in the lengths of the texts.
 */
export function align(left: Fingerprint, right: Fingerprint): SharedPassage[] {
  const places = placesOf(right.runs)
  const passages: SharedPassage[] = []
  for (let at = 0; at < left.runs.length; ) {
    const best = longest(left, right, at, places.get(left.runs[at]!) ?? [])
    if (best.words > 0) passages.push(toPassage(left, right, { at, ...best }))
    at += Math.max(1, best.words)
  }
  return passages
}

function placesOf(runs: Uint32Array): Map<number, number[]> {
  const places = new Map<number, number[]>()
  for (let at = 0; at < runs.length; at++) {
    const known = places.get(runs[at]!)
    if (!known) places.set(runs[at]!, [at])
    else if (known.length < PLACES) known.push(at)
  }
  return places
}

function longest({ words: a }: Fingerprint, { words: b }: Fingerprint, at: number, places: readonly number[]) {
  let best = { place: -1, words: 0 }
  for (const place of places) {
    let words = 0
    const most = Math.min(a.hashes.length - at, b.hashes.length - place)
    while (words < most && a.hashes[at + words] === b.hashes[place + words]) words++
    if (words >= RUN && words > best.words) best = { place, words }
  }
  return best
}

type Match = Readonly<{ at: number; place: number; words: number }>

function toPassage(left: Fingerprint, right: Fingerprint, { at, place, words }: Match): SharedPassage {
  let quoted = 0
  const damaged = { left: 0, right: 0 }
  for (let i = 0; i < words; i++) {
    const [ours, theirs] = [left.quoted[at + i]!, right.quoted[place + i]!]
    if (ours !== UNQUOTED && theirs !== UNQUOTED) quoted++
    if (isDamaged(ours, theirs)) damaged.left++
    if (isDamaged(theirs, ours)) damaged.right++
  }
  return { left: spanOf(left, at, words), right: spanOf(right, place, words), words, quoted, damaged }
}

const isDamaged = (own: number, other: number): boolean =>
  (own === UNCLOSED && other !== UNCLOSED) || (own === UNQUOTED && other === QUOTED)

const spanOf = ({ words }: Fingerprint, from: number, count: number): Span => ({
  start: words.starts[from]!,
  end: words.ends[from + count - 1]!,
})
