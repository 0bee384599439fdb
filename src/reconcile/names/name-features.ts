import type { NameLexicon } from "../../lexicon/names.ts"
import { type AlignedPair, alignNames, joined, mended } from "./align-names.ts"
import type { NameForm, NameWord } from "./name-form.ts"
import { wordLikeness } from "./word-likeness.ts"

/** What `nameFeatures` gives, in order; training/names/ fits one weight to each. */
export const NAME_FEATURES = [
  "covered", "worst", "shorter unmatched", "longer unmatched", "joined likeness", "first", "last", "edits",
  "worst edits", "figures differ", "legal forms differ", "initials", "one word", "exact words", "in order",
  "contained", "worst of short words", "company", "acronym",
] as const // biome-ignore format: one list

/** What speaks for and against two names being one's, each about 0 to 1. Null where no word goes with another. */
export function nameFeatures(one: NameForm, other: NameForm, lexicon: NameLexicon): number[] | null {
  const left = mended(one, other, lexicon)
  const right = mended(other, left, lexicon)
  const pairs = alignNames(left, right, lexicon)
  const weight = (word: NameWord): number => weightOf(word, lexicon)
  const [a, b] = [
    unmatched(
      left,
      pairs.map((pair) => pair.left),
      weight,
    ),
    unmatched(
      right,
      pairs.map((pair) => pair.right),
      weight,
    ),
  ]
  const [shorter, longer] = a.total <= b.total ? [a, b] : [b, a]
  const covered = sum(
    pairs.map((pair) => pair.likeness * (weight(left.words[pair.left]!) + weight(right.words[pair.right]!))),
  )
  const worst = pairs.reduce<AlignedPair | null>(
    (low, pair) => (low && low.likeness <= pair.likeness ? low : pair),
    null,
  )
  const whole = wordLikeness(joined(left), joined(right), lexicon)
  const isShortened = isAcronym(left, right, lexicon) || isAcronym(right, left, lexicon)
  if (pairs.length === 0 && !isShortened && whole.likeness < 0.5) return null
  const edits = sum(pairs.map((pair) => pair.edits))
  const fewest = Math.min(left.words.length, right.words.length)
  return [
    covered / Math.max(a.total + b.total, 1e-9),
    worst?.likeness ?? 0,
    shorter.missing / Math.max(shorter.total, 1e-9),
    longer.missing / Math.max(longer.total, 1e-9),
    whole.likeness,
    likenessAt(pairs, 0, 0),
    likenessAt(pairs, left.words.length - 1, right.words.length - 1),
    Math.min(edits, 4) / 4,
    Math.min(worst?.edits ?? 4, 4) / 4,
    figuresDiffer(left, right) ? 1 : 0,
    left.legal !== null && right.legal !== null && left.legal !== right.legal ? 1 : 0,
    Math.min(pairs.filter(({ isInitial }) => isInitial).length, 2) / 2,
    fewest === 1 ? 1 : 0,
    pairs.filter(({ likeness }) => likeness === 1).length / Math.max(fewest, 1),
    isInOrder(pairs) ? 1 : 0,
    shorter.missing === 0 ? 1 : 0,
    worst && worst.likeness < 1 ? 1 / Math.max(3, worst.letters) : 0,
    left.legal !== null || right.legal !== null ? 1 : 0,
    isShortened ? 1 : 0,
  ]
}

/** "PLA" of the People's Liberation Army. */
function isAcronym(short: NameForm, long: NameForm, { particles }: NameLexicon): boolean {
  const letters = long.words.filter(({ latin }) => !particles.has(latin)).map(({ latin }) => latin[0])
  return short.words.length === 1 && letters.length > 2 && letters.join("") === short.words[0]!.latin
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Long words say more than short ones, particles little. */
const weightOf = ({ latin }: NameWord, { particles }: NameLexicon): number =>
  particles.has(latin) ? 0.3 : 1 + Math.min(latin.length, 10) / 10

function unmatched({ words }: NameForm, matched: readonly number[], weight: (word: NameWord) => number) {
  const used = new Set(matched)
  const total = sum(words.map(weight))
  return { total, missing: sum(words.filter((_, index) => !used.has(index)).map(weight)) }
}

const likenessAt = (pairs: readonly AlignedPair[], left: number, right: number): number =>
  pairs.find((pair) => pair.left === left && pair.right === right)?.likeness ?? 0

const FIGURE = /^\d+$/
function figuresDiffer(left: NameForm, right: NameForm): boolean {
  const of = ({ words }: NameForm) => words.filter(({ latin }) => FIGURE.test(latin)).map(({ latin }) => latin)
  return of(left).sort().join(" ") !== of(right).sort().join(" ")
}

function isInOrder(pairs: readonly AlignedPair[]): boolean {
  const sorted = [...pairs].sort((a, b) => a.left - b.left)
  return sorted.every((pair, index) => index === 0 || sorted[index - 1]!.right < pair.right)
}
