import { finishHash } from "./word-list.ts"

/** Hash of each run of `length` words, by its first word; empty when the text is shorter. Linear. */
export function hashRuns(words: Uint32Array, length: number): Uint32Array {
  const count = Math.max(0, words.length - length + 1)
  const runs = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    let hash = 0
    for (let i = at; i < at + length; i++) hash = Math.imul(hash, 0x9e3779b1) + words[i]!
    runs[at] = finishHash(hash)
  }
  return runs
}

/** Each value once, in rising order. */
export function toSet(values: Uint32Array): Uint32Array {
  const sorted = values.slice().sort()
  let count = 0
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i]!
  return sorted.slice(0, count)
}

/** How many values two rising lists share. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  let [i, j, shared] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i]!, b[j]!]
    if (left === right) shared++
    if (left <= right) i++
    if (right <= left) j++
  }
  return shared
}
