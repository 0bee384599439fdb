import { permutation } from "../attribution/mersenne-twister.ts"
import { type Regression, regress } from "../regress.ts"
import type { ComparedPair, ComparedPairs } from "./compared-pairs.ts"
import { groupsAt, linkArticles, type Merge } from "./link-articles.ts"
import type { GoldArticle } from "./read-gold-stories.ts"
import { scoreB3 } from "./score-groups.ts"

/** As training/stories has them: all the same but for the weights. */
const FOLDS = 5
const RIDGE = 1 / 0.3
const APART = -6
const MOST = 8
/** What a pair of a small heap counts, against 1 of a pair among all articles. */
const SAMPLE_WEIGHT = 0.2
const THRESHOLDS = [-1, -0.5, 0, 0.5, 1]

/** `whole`: all articles compared; `samples`: small heaps of them. */
export type Compared = Readonly<{ whole: ComparedPairs; samples: readonly ComparedPairs[] }>

/** The story of each article: weights and threshold learnt on the topics of the other folds. `seed`: which division of the topics. */
export function storiesByFolds(articles: readonly GoldArticle[], compared: Compared, seed: number): number[] {
  const foldOf = divide(articles, seed)
  const first = firstOf(articles.length, compared.whole)
  const stories = new Array<number>(articles.length).fill(0)
  for (let fold = 0; fold < FOLDS; fold++) {
    const table = scoreTable(compared.whole.pairs, { model: learn(articles, compared, (topic) => foldOf(topic) !== fold), size: articles.length }) // biome-ignore format: one step
    const own = first.flatMap((copied, place) => (copied === place ? [place] : []))
    const rest = own.filter((place) => foldOf(articles[place]!.topic) !== fold)
    const held = own.filter((place) => foldOf(articles[place]!.topic) === fold)
    const least = chooseThreshold(linked(table, rest), events(articles, rest))
    const groups = groupsAt(linked(table, held), least, held.length)
    for (const [at, place] of held.entries()) stories[place] = groups[at]! + articles.length * fold
  }
  return first.map((place) => stories[place]!)
}

function divide(articles: readonly GoldArticle[], seed: number): (topic: number) => number {
  const topics = [...new Set(articles.map(({ topic }) => topic))].sort((a, b) => a - b)
  const folds = new Map(permutation(topics.length, seed).map((place, at) => [topics[place]!, at % FOLDS]))
  return (topic) => folds.get(topic)!
}

/** For each article itself, or the one of which it is nearly a copy. */
function firstOf(length: number, { copies }: ComparedPairs): number[] {
  const first = Array.from({ length }, (_, place) => place)
  for (const [copied, copy] of copies) first[copy] = copied
  return first
}

function learn(
  articles: readonly GoldArticle[],
  { whole, samples }: Compared,
  keeps: (topic: number) => boolean,
): Regression {
  const kept = ({ pairs }: ComparedPairs): ComparedPair[] =>
    pairs.filter(({ left, right }) => keeps(articles[left]!.topic) && keeps(articles[right]!.topic))
  const [all, few] = [kept(whole), samples.flatMap(kept)]
  const pairs = [...all, ...few]
  const answers = pairs.map(({ left, right }) => Number(articles[left]!.event === articles[right]!.event))
  const counts = pairs.map((_, at) => (at < all.length ? 1 : SAMPLE_WEIGHT))
  return regress({ rows: pairs.map(({ features }) => features), answers, counts }, RIDGE)
}

type Scoring = Readonly<{ model: Regression; size: number }>

function scoreTable(pairs: readonly ComparedPair[], { model, size }: Scoring): Float64Array[] {
  const table = Array.from({ length: size }, () => new Float64Array(size).fill(APART))
  for (const { left, right, features } of pairs) {
    const sum = features.reduce((total, value, at) => total + value * model.weights[at]!, model.constant)
    const score = Math.max(-MOST, Math.min(MOST, sum))
    table[left]![right] = score
    table[right]![left] = score
  }
  return table
}

const linked = (table: readonly Float64Array[], places: readonly number[]): Merge[] =>
  linkArticles(
    places.map((place) => Float64Array.from(places, (other) => table[place]![other]!)),
    THRESHOLDS[0]!,
  )

const events = (articles: readonly GoldArticle[], places: readonly number[]): string[] =>
  places.map((place) => articles[place]!.event)

/** That of the best B3; of equals the lowest. */
function chooseThreshold(merges: readonly Merge[], gold: readonly string[]): number {
  const scores = THRESHOLDS.map((least) => scoreB3(groupsAt(merges, least, gold.length), gold).f1)
  return THRESHOLDS[scores.indexOf(Math.max(...scores))]!
}
