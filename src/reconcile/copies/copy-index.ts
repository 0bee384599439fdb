import type { Fingerprint } from "./fingerprint.ts"
import { Postings } from "./postings.ts"

export type CopyIndexOptions = Readonly<{
  /** Keep every run of every text instead of a sample: no pair is missed, at three times the memory. Default false. */
  every?: boolean
  /**
   * A run that stands in so many documents proposes none any more: it is boilerplate, unless much of a text is of
   * that kind. Default 64; Infinity for all pairs of a few thousand documents.
   */
  most?: number
  /**
   * `runs` (default): runs of five words, for copies. `rewordings`: runs of three words and pairs of names and numbers,
   * which outlive a rewording.
   */
  channel?: "runs" | "rewordings"
}>

/** A document that may share text with the one asked about: its number, and how many prints they share. */
export type Candidate = Readonly<{ entry: number; shared: number }>

/** Where shared text is looked for. Time and memory a document stay the same, however many there are. */
export type CopyIndex = Readonly<{
  /** Add a document. Gives its number: 0, 1, 2, … in the order of adding. */
  add(document: Fingerprint): number
  /** Documents that may share text with this one, itself included once added, most shared first. */
  candidates(document: Fingerprint): Candidate[]
  readonly size: number
  /** Memory in use, in bytes, about. */
  readonly bytes: number
}>

/** Four prints in a hundred of the smaller text must be shared: where a tenth of it is shared, some ten are. */
const LEAST = 0.04
/** A tenth of them must be shared: set by hand, below what rewordings by a script keep. */
const LEAST_REWORDED = 0.1
/** When so much of a text is boilerplate, boilerplate proposes: a wire text that hundreds print. */
const MUCH = 0.25

/** An index that holds nothing yet. */
export function openCopyIndex({ every = false, most = 64, channel = "runs" }: CopyIndexOptions = {}): CopyIndex {
  const postings = new Postings(most)
  let sizes = new Uint16Array(1024)
  let size = 0
  const printsOf = (document: Fingerprint): Uint32Array => {
    if (channel === "rewordings") return rewordingPrints(document, every)
    return every ? document.runSet : document.prints
  }
  const least = channel === "runs" ? LEAST : LEAST_REWORDED
  return {
    add(document) {
      const prints = printsOf(document)
      for (const print of prints) postings.add(print, size)
      if (size === sizes.length) sizes = grown(sizes)
      sizes[size] = Math.min(prints.length, 0xffff)
      return size++
    },
    candidates(document) {
      const prints = printsOf(document)
      const counts = countShared(postings, prints)
      const found: Candidate[] = []
      for (const [entry, shared] of counts) {
        if (shared >= least * Math.min(prints.length, sizes[entry]!)) found.push({ entry, shared })
      }
      return found.sort((a, b) => b.shared - a.shared || a.entry - b.entry)
    },
    get size() {
      return size
    },
    get bytes() {
      return postings.bytes + sizes.byteLength
    },
  }
}

function grown(sizes: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(sizes.length * 2)
  larger.set(sizes)
  return larger
}

/** How many prints each entry shares. What only boilerplate proposes is left out, unless there is much of it. */
function countShared(postings: Postings, prints: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>()
  const frequent: number[] = []
  let stopped = 0
  for (const print of prints) {
    const entries: number[] = []
    if (!postings.read(print, entries)) for (const entry of entries) counts.set(entry, (counts.get(entry) ?? 0) + 1)
    else {
      stopped++
      for (const entry of entries) frequent.push(entry)
    }
  }
  const proposes = stopped >= MUCH * prints.length
  for (const entry of frequent) {
    const count = counts.get(entry)
    if (count !== undefined || proposes) counts.set(entry, (count ?? 0) + 1)
  }
  return counts
}

/** Those of the short runs and anchors whose hash is small, or all; anchors turned around, so that the two never meet. */
function rewordingPrints({ shortRuns, anchors }: Fingerprint, every: boolean): Uint32Array {
  const isKept = (hash: number): boolean => every || hash < 2 ** 32 / 4
  return Uint32Array.from([...shortRuns.filter(isKept), ...anchors.filter(isKept).map((hash) => ~hash)])
}
