import type { RelationLexicon } from "../../lexicon/relations.ts"
import type { ReadClaim } from "./read-claim.ts"
import type { Word } from "./words.ts"

export type WordComparison = Readonly<{
  /** Share of the shorter claim's words that the other one has, and of all words that both have. */
  contained: number
  jaccard: number
  /** `contained`, numbers left aside: these are compared as quantities. */
  beyondNumbers: number
  /** Share of the right claim's words that the left text has anywhere. */
  inText: number
  /** Likeness of their letters, by threes. */
  letters: number
  sharedConcepts: number
  contraries: readonly (readonly [string, string])[]
  /** Names in the one claim that the other text does not have, and the other way round. */
  otherNames: boolean
  sharedNames: boolean
  /** Whether each claim has a name that the other claim lacks. */
  namesApart: boolean
  /** In what the claims are narrowed differently: by direction, month, … */
  scopes: readonly string[]
}>

/** How far two claims use the same words, or contrary ones. */
export function compareWords(left: ReadClaim, right: ReadClaim, lexicon: RelationLexicon): WordComparison {
  const [a, b] = [contentStems(left.focus, lexicon), contentStems(right.focus, lexicon)]
  const both = [...a].filter((stem) => b.has(stem)).length
  const all = contentStems(left.words, lexicon)
  const [x, y] = [namesOf(left), namesOf(right)]
  const foreign = (names: ReadonlySet<string>, words: readonly Word[]) =>
    names.size > 0 && [...names].every((name) => !words.some(({ stem }) => stem === name))
  return {
    contained: containment(left.focus, right.focus, lexicon),
    beyondNumbers: containment(withoutNumbers(left.focus, lexicon), withoutNumbers(right.focus, lexicon), lexicon),
    jaccard: both / Math.max(1, a.size + b.size - both),
    inText: [...b].filter((stem) => all.has(stem)).length / Math.max(1, b.size),
    letters: cosine(letters(left), letters(right)),
    sharedConcepts: [...left.concepts].filter((one) => right.concepts.has(one)).length,
    contraries: contrariesOf(left, right, lexicon),
    otherNames: foreign(x, right.words) && foreign(y, left.words),
    sharedNames: [...x].some((name) => y.has(name)),
    namesApart: [...x].some((name) => !y.has(name)) && [...y].some((name) => !x.has(name)),
    scopes: otherScopes(left, right, lexicon),
  }
}

const contentStems = (words: readonly Word[], { stop }: RelationLexicon): ReadonlySet<string> =>
  new Set(words.filter(({ word }) => !stop.has(word)).map(({ stem }) => stem))

/** Share of the shorter claim's words that the other one has. */
function containment(left: readonly Word[], right: readonly Word[], lexicon: RelationLexicon): number {
  const [a, b] = [contentStems(left, lexicon), contentStems(right, lexicon)]
  return [...a].filter((stem) => b.has(stem)).length / Math.max(1, Math.min(a.size, b.size))
}

const withoutNumbers = (words: readonly Word[], { numbers }: RelationLexicon): Word[] =>
  words.filter(({ word }) => !numbers.has(word) && !/^\p{N}/u.test(word))

/** Words with a capital that do not begin the claim. */
const namesOf = ({ focus }: ReadClaim): ReadonlySet<string> =>
  new Set(
    focus
      .slice(1)
      .filter(({ capital, word }) => capital && word.length > 2)
      .map(({ stem }) => stem),
  )

function otherScopes(left: ReadClaim, right: ReadClaim, { scopes }: RelationLexicon): string[] {
  const [a, b] = [byScope(left.focus, scopes), byScope(right.focus, scopes)]
  return [...a].flatMap(([scope, words]) => {
    const others = b.get(scope)
    return others && [...words].every((word) => !others.has(word)) ? [scope] : []
  })
}

function byScope(words: readonly Word[], scopes: RelationLexicon["scopes"]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { word, stem } of words) {
    for (const scope of scopes.get(word) ?? []) found.set(scope, (found.get(scope) ?? new Set()).add(stem))
  }
  return found
}

const contrariesOf = (left: ReadClaim, right: ReadClaim, { contraries }: RelationLexicon) =>
  [...left.concepts].flatMap((one) => {
    if (right.concepts.has(one)) return []
    return [...right.concepts].filter((other) => contraries.get(one)?.has(other)).map((other) => [one, other] as const)
  })

function letters({ claim: { text, focus } }: ReadClaim): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const bare = ` ${text
    .slice(focus.start, focus.end)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")} `
  for (let at = 0; at + 3 <= bare.length; at++)
    found.set(bare.slice(at, at + 3), (found.get(bare.slice(at, at + 3)) ?? 0) + 1)
  return found
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const norm = (one: ReadonlyMap<string, number>) =>
    Math.sqrt([...one.values()].reduce((sum, value) => sum + value * value, 0))
  const dot = [...a].reduce((sum, [key, value]) => sum + value * (b.get(key) ?? 0), 0)
  return dot === 0 ? 0 : dot / (norm(a) * norm(b))
}
