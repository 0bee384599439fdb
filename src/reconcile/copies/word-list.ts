import { CHARACTER, type CharacterKind, characterKind, foldCharacter } from "./fold-character.ts"

/** The words of a text: one entry a word in each list. Spans in UTF-16 units. */
export type WordList = Readonly<{ hashes: Uint32Array; starts: Uint32Array; ends: Uint32Array }>

/** 32-bit hash of a word, character by character (FNV-1a); `finish` spreads its last characters over all bits. */
export const HASH_START = 0x811c9dc5
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
export function finishHash(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** Kinds of the characters of the basic plane, filled as they are met: a table of facts, the same whatever came before. */
const KINDS = new Uint8Array(0x10000)
const UNSEEN = 0
const FOLDED = new Map<number, string>()

/**
 * Cut a text into words: runs of letters, digits and underscores; each character of a script without spaces.
 * Letter case, accents, soft hyphens and zero-width characters tell no words apart. Linear; does not throw.
 */
export function toWordList(text: string): WordList {
  const most = text.length
  const words = { hashes: new Uint32Array(most), starts: new Uint32Array(most), ends: new Uint32Array(most), count: 0 }
  let hash = HASH_START
  let start = -1
  const close = (end: number): void => {
    if (start < 0) return
    words.hashes[words.count] = finishHash(hash)
    words.starts[words.count] = start
    words.ends[words.count++] = end
    hash = HASH_START
    start = -1
  }
  let end = 0
  for (let at = 0; at < most; ) {
    const unit = text.charCodeAt(at)
    const point = unit >= 0xd800 && unit < 0xdc00 ? text.codePointAt(at)! : unit
    const next = at + (point > 0xffff ? 2 : 1)
    const kind = kindOf(point)
    if (kind === CHARACTER.BREAK || kind === CHARACTER.ALONE) close(end)
    if (kind === CHARACTER.WORD || kind === CHARACTER.ALONE) {
      if (start < 0) start = at
      hash = hashPoint(hash, point)
      end = next
    }
    if (kind === CHARACTER.ALONE) close(end)
    at = next
  }
  close(end)
  const { count } = words
  return {
    hashes: words.hashes.slice(0, count),
    starts: words.starts.slice(0, count),
    ends: words.ends.slice(0, count),
  }
}

function kindOf(point: number): CharacterKind {
  if (point > 0xffff) return characterKind(point)
  const known = KINDS[point]!
  if (known !== UNSEEN) return (known - 1) as CharacterKind
  const kind = characterKind(point)
  KINDS[point] = kind + 1
  return kind
}

function hashPoint(hash: number, point: number): number {
  if (point < 0x80) return hashUnit(hash, point >= 0x41 && point <= 0x5a ? point | 0x20 : point)
  let folded = FOLDED.get(point)
  if (folded === undefined) {
    folded = foldCharacter(point)
    FOLDED.set(point, folded)
  }
  let mixed = hash
  for (let i = 0; i < folded.length; i++) mixed = hashUnit(mixed, folded.charCodeAt(i))
  return mixed
}
