import type { Fingerprint } from "./fingerprint.ts"

export type Candidate = Readonly<{ entry: number; shared: number }>
export type CopyIndex = Readonly<{ add(document: Fingerprint): number; candidates(document: Fingerprint): Candidate[] }>

export function openCopyIndex(): CopyIndex {
  const lists = new Map<number, number[]>()
  let size = 0
  return {
    add({ prints }) {
      for (const print of prints) {
        const list = lists.get(print)
        if (list) list.push(size)
        else lists.set(print, [size])
      }
      return size++
    },
    candidates({ prints }) {
      const counts = new Map<number, number>()
      for (const print of prints)
        for (const entry of lists.get(print) ?? []) counts.set(entry, (counts.get(entry) ?? 0) + 1)
      return [...counts].map(([entry, shared]) => ({ entry, shared }))
    },
  }
}
