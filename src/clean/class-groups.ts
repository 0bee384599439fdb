import { readClassWords } from "../lexicon/class-words.ts"

/** Shorter words would be found inside others ("ad" in "header"). */
const INSIDE_AT_LEAST = 6
const REMEMBERED = 20_000

let words: ReadonlyMap<string, number> | null = null
let long: readonly (readonly [string, number])[] = []
const known = new Map<string, number>()

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
  if (!words) {
    words = readClassWords()
    long = [...words].filter(([word]) => word.length >= INSIDE_AT_LEAST)
  }
  let groups = 0
  let previous = ""
  for (const part of attribute.slice(0, 400).split(/[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])/)) {
    const word = part.toLowerCase()
    if (word === "") continue
    const whole = (words.get(word) ?? 0) | (words.get(previous + word) ?? 0)
    groups |= whole === 0 && word.length > INSIDE_AT_LEAST ? inside(word) : whole
    previous = word
  }
  return groups
}

function inside(word: string): number {
  let groups = 0
  for (const [part, bit] of long) if (word.includes(part)) groups |= bit
  return groups
}
