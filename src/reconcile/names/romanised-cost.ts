import type { NameLexicon, Romanisation, Spellings } from "../../lexicon/names.ts"

/** A letter that no table allows: dear, but a slip of one letter must not decide. */
const UNKNOWN = 8
const MOST_LATIN = 5
/** What a letter costs at most where the whole word is romanised by one rule book. */
const BY_RULE = 0.6
/** Arabic leaves out short vowels and doubles nothing: what they cost, and a second vowel beside one. */
const [SHORT_VOWEL, DOUBLED, LONG_VOWEL] = [0.7, 0.5, 8]
/** What it does write must be heard: words of four letters are soon another name. */
const UNHEARD = 16
const ARABIC = /\p{sc=Arabic}/u
const VOWEL = /[aeiou]/
/** An alif within a word is a long vowel, which is always heard; in an article that was run together it is none. */
const LONG_A = /^[aeo]+$/
const isWithin = (word: string, at: number): boolean =>
  word[at] === "ا" && at > 0 && at < word.length - 1 && !(word[at + 1] === "ل" && at + 3 < word.length)

/**
 * How dear it is to write a Cyrillic or Arabic word in these Latin letters, in bits a letter: 0 to 2 for a usual
 * spelling, above 4 for another name. The cheapest path over units of one or two letters, as learnt; little where all
 * of it follows one way of romanising ("romanisations.tsv").
 */
export function romanisedCost(word: string, latin: string, lexicon: Pick<NameLexicon, "spellings" | "romanisations">) {
  const gaps = ARABIC.test(word) ? vowelGaps(latin) : null
  const learnt = cheapestPath({ word, latin, spellings: lexicon.spellings, gaps })
  if (learnt <= BY_RULE || gaps) return learnt
  return lexicon.romanisations.some((rule) => isByRule(word, latin, rule)) ? BY_RULE : learnt
}

/** What each Latin letter costs that nothing in the word stands for. */
const vowelGaps = (latin: string): number[] =>
  Array.from(latin, (letter, at) => {
    if (VOWEL.test(letter)) return at > 0 && VOWEL.test(latin[at - 1]!) ? LONG_VOWEL : SHORT_VOWEL
    return latin[at - 1] === letter ? DOUBLED : UNHEARD
  })

type Path = Readonly<{ word: string; latin: string; spellings: Spellings; gaps: readonly number[] | null }>

function cheapestPath({ word, latin, spellings, gaps }: Path): number {
  const [n, m] = [word.length, latin.length]
  const width = m + 1
  const best = new Float64Array((n + 1) * width).fill(Number.POSITIVE_INFINITY)
  best[0] = 0
  const relax = (from: number, to: number, cost: number): void => {
    if (best[from]! + cost < best[to]!) best[to] = best[from]! + cost
  }
  for (let i = 0; i <= n; i++) {
    const isLongA = gaps !== null && isWithin(word, i)
    for (let j = 0; j <= m; j++) {
      const here = i * width + j
      if (i < n) relax(here, here + width, gaps ? UNHEARD : UNKNOWN)
      if (j < m) relax(here, here + 1, gaps?.[j] ?? UNKNOWN)
      for (let letters = 1; letters <= 2 && i + letters <= n; letters++) {
        const row = spellings.get(word.slice(i, i + letters))
        if (!row) continue
        for (let length = 0; length <= MOST_LATIN && j + length <= m; length++) {
          const cost = row.get(latin.slice(j, j + length))
          if (isLongA && letters === 1 && !LONG_A.test(latin.slice(j, j + length))) continue
          if (cost !== undefined) relax(here, here + letters * width + length, cost)
        }
      }
    }
  }
  return best[n * width + m]! / Math.max(n, 1)
}

/** Whether every letter of the word becomes what this one way of romanising makes of it. */
function isByRule(word: string, latin: string, rule: Romanisation): boolean {
  let ends = [new Set([0]), new Set<number>()]
  for (let i = 0; i < word.length && ends.some(({ size }) => size > 0); i++) {
    const [here, next] = ends as [Set<number>, Set<number>]
    const after = new Set<number>()
    for (const at of here) {
      for (const unit of rule.get(word[i]!) ?? []) if (latin.startsWith(unit, at)) next.add(at + unit.length)
      for (const unit of rule.get(word.slice(i, i + 2)) ?? [])
        if (latin.startsWith(unit, at) && i + 1 < word.length) after.add(at + unit.length)
    }
    ends = [next, after]
  }
  return ends[0]!.has(latin.length)
}
