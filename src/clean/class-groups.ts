import { readClassWords } from "../lexicon/class-words.ts"

/** Shorter words would be found inside others ("ad" in "header"). */
const INSIDE_AT_LEAST = 6
const REMEMBERED = 30_000
/** More of an attribute is not looked at. */
const LONGEST = 400
const KEY = 4

let words: ReadonlyMap<string, number> | null = null
/** The beginnings of all words, which two short words may make one of. */
const beginnings = new Set<string>()
/** The long words by their first letters. */
const long = new Map<string, (readonly [string, number])[]>()
const known = new Map<string, number>()
const knownWords = new Map<string, number>()

/**
 * Groups that the words of a `class` or `id` attribute belong to, as bits of `CLASS_GROUPS`; 0 when
 * none is known. Words are taken whole, two together ("share-bar"), and long ones inside longer.
 */
export function classGroups(attribute: string): number {
  const before = known.get(attribute)
  if (before !== undefined) return before
  if (known.size > REMEMBERED) known.clear()
  const groups = find(attribute)
  known.set(attribute, groups)
  return groups
}

function find(attribute: string): number {
  words ??= readWords()
  let groups = 0
  let previous = ""
  for (const word of partsOf(attribute)) {
    const both = previous !== "" && beginnings.has(previous) ? (words.get(previous + word) ?? 0) : 0
    groups |= both === 0 ? groupsOf(word) : both | (words.get(word) ?? 0)
    previous = word
  }
  return groups
}

/** Of one word: its own, else those of the words inside it. */
function groupsOf(word: string): number {
  const before = knownWords.get(word)
  if (before !== undefined) return before
  if (knownWords.size > REMEMBERED) knownWords.clear()
  const groups = words?.get(word) ?? (word.length > INSIDE_AT_LEAST ? inside(word) : 0)
  knownWords.set(word, groups)
  return groups
}

function inside(word: string): number {
  let groups = 0
  for (let at = 0; at + INSIDE_AT_LEAST <= word.length; at++) {
    for (const [part, bit] of long.get(word.slice(at, at + KEY)) ?? []) if (word.startsWith(part, at)) groups |= bit
  }
  return groups
}

function readWords(): ReadonlyMap<string, number> {
  const table = readClassWords()
  for (const [word, bit] of table) {
    for (let end = 1; end < word.length; end++) beginnings.add(word.slice(0, end))
    if (word.length < INSIDE_AT_LEAST) continue
    const key = word.slice(0, KEY)
    long.set(key, [...(long.get(key) ?? []), [word, bit]])
  }
  return table
}

/** Words in lower case: runs of ASCII letters and digits, "shareBar" two of them. */
function partsOf(attribute: string): string[] {
  const parts: string[] = []
  const end = Math.min(attribute.length, LONGEST)
  let start = 0
  for (let i = 0; i <= end; i++) {
    const unit = i < end ? attribute.charCodeAt(i) : 32
    const isUpper = unit >= 65 && unit <= 90
    const isWord = isUpper || (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)
    const before = i > start ? attribute.charCodeAt(i - 1) : 0
    if (isWord && !(isUpper && before >= 97 && before <= 122)) continue
    if (i > start) parts.push(attribute.slice(start, i).toLowerCase())
    start = isWord ? i : i + 1
  }
  return parts
}
