import type { StoryWeights } from "../../lexicon/story-weights.ts"
import { CONTRAST_WIDTHS } from "./local-contrast.ts"
import { PAIR_FEATURES, pairFeatures } from "./pair-features.ts"
import { openScoreBound } from "./score-bound.ts"
import type { NearArticles, StoryArticle } from "./story-article.ts"

/** One pair of articles must not outweigh the rest of two groups. */
export const MOST_SCORE = 8
/** Stands for a score below the least that links two articles; how far below is worked out where it is asked for. */
export const BELOW = Number.NEGATIVE_INFINITY
const VIEWS = 2 * CONTRAST_WIDTHS.length

/** The mean of both articles' points of view. */
function contrastsOf(article: StoryArticle, at: number): number[] {
  const { views, partners, likenesses } = article.near!
  const near = partners[at]!.near!
  const back = placeOf(near, article, likenesses[at]!)
  const contrasts = new Array<number>(VIEWS)
  for (let view = 0; view < VIEWS; view++) {
    contrasts[view] = (views[at * VIEWS + view]! + near.views[back * VIEWS + view]!) / 2
  }
  return contrasts
}

/** Where an article stands among those found, which lie in falling order of likeness. */
function placeOf({ partners, likenesses }: NearArticles, article: StoryArticle, likeness: number): number {
  let [from, to] = [0, partners.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (likenesses[middle]! > likeness) from = middle + 1
    else to = middle
  }
  return partners.indexOf(article, from)
}

/** What speaks for two articles that have found each other being of one story: `PAIR_FEATURES`. */
export function featuresOf(article: StoryArticle, at: number): number[] {
  const { partners, likenesses } = article.near!
  const known = { likeness: likenesses[at]!, contrasts: contrastsOf(article, at) }
  return pairFeatures(article.vectors!, partners[at]!.vectors!, known)
}

/** Scores of pairs of articles that have found each other, each kept where the one of the smaller key has found the other. */
export type Scores = Readonly<{
  /** Work out what is missing between an article and its partners of larger keys, `BELOW` where that is told by a part; what has not been looked for is passed over. */
  score(article: StoryArticle): void
  /** The score of a pair, worked out where only `BELOW` is known. NaN for none. */
  scoreOf(article: StoryArticle, at: number): number
}>

/** `least`: of a score that links two articles. */
export function openScores(weights: StoryWeights, least: number): Scores {
  const [constant, ...byFeature] = ["constant", ...PAIR_FEATURES].map((name) => weights.get(name) ?? 0)
  const isBelow = openScoreBound(weights, least)
  const whole = (article: StoryArticle, at: number): number => {
    const score = featuresOf(article, at).reduce((sum, value, index) => sum + value * byFeature[index]!, constant!)
    return Math.max(-MOST_SCORE, Math.min(MOST_SCORE, score))
  }
  return {
    score(article) {
      const { partners, scores, against, likenesses } = article.near!
      for (const [at, partner] of partners.entries()) {
        if (partner.key < article.key || !partner.near || against[at] === partner.near.look) continue
        if (!article.vectors || !partner.vectors) continue
        against[at] = partner.near.look
        const known = { likeness: likenesses[at]!, contrasts: contrastsOf(article, at) }
        scores[at] =
          least > -MOST_SCORE && isBelow(article.vectors, partner.vectors, known) ? BELOW : whole(article, at)
      }
    },
    scoreOf(article, at) {
      const { scores } = article.near!
      if (scores[at] === BELOW) scores[at] = whole(article, at)
      return scores[at]!
    },
  }
}
