import { openStoryIndex } from "counterclaim"
import type { GoldArticle } from "./read-gold-stories.ts"

/** Two articles by their places among all, with what weights are fitted to. */
export type ComparedPair = Readonly<{ left: number; right: number; features: readonly number[] }>

/** `copies`: nearly one text, the one copied and the copy. */
export type ComparedPairs = Readonly<{
  pairs: readonly ComparedPair[]
  copies: readonly (readonly [number, number])[]
}>

const DIGITS = 1e4

/** The pairs that the index of stories compares when it holds these articles, given by their places, and no others. */
export function comparePairs(articles: readonly GoldArticle[], places: readonly number[]): ComparedPairs {
  const index = openStoryIndex()
  for (const place of places) index.add(String(places.indexOf(place)), articles[place]!)
  const pairs: ComparedPair[] = []
  const copies: (readonly [number, number])[] = []
  for (const { left, right, features } of index.pairs()) {
    const [a, b] = [places[Number(left)]!, places[Number(right)]!]
    if (features === null) copies.push([a, b])
    else pairs.push({ left: a, right: b, features: features.map((value) => Math.round(value * DIGITS) / DIGITS) })
  }
  return { pairs, copies }
}

const SAMPLES = 400

/** Small heaps of articles, as users bring them: some of one topic, and a few strays. The same ones each time. */
export function sampleArticles(articles: readonly GoldArticle[]): number[][] {
  let seed = 7
  const below = (limit: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * limit)
  }
  const all = articles.map((_, place) => place)
  const topics = [...new Set(articles.map(({ topic }) => topic))]
  return Array.from({ length: SAMPLES }, (_, sample) => {
    const own = all.filter((place) => articles[place]!.topic === topics[sample % topics.length])
    const [most, strays] = [2 + below(12), below(5)]
    const picked = Array.from({ length: most }, () => own[below(own.length)]!)
    const others = Array.from({ length: strays }, () => below(all.length))
    return [...new Set([...picked, ...others])].sort((a, b) => a - b)
  })
}
