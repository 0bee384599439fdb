import type { StoryWeights } from "../../lexicon/story-weights.ts"
import { CONTRAST_WIDTHS } from "./local-contrast.ts"
import { PAIR_FEATURES, pairFeatures } from "./pair-features.ts"
import type { StoryArticle } from "./story-article.ts"

/** One pair of articles must not outweigh the rest of two groups. */
export const MOST_SCORE = 8
const VIEWS = 2 * CONTRAST_WIDTHS.length

/** What speaks for two articles that have found each other being of one story: `PAIR_FEATURES`. */
export function featuresOf(article: StoryArticle, at: number): number[] {
  const partner = article.near!.partners[at]!
  const back = partner.near!.partners.indexOf(article)
  const contrasts = Array.from(
    { length: VIEWS },
    (_, view) => (article.near!.views[at * VIEWS + view]! + partner.near!.views[back * VIEWS + view]!) / 2,
  )
  return pairFeatures(article.vectors!, partner.vectors!, { likeness: article.near!.likenesses[at]!, contrasts })
}

/** Work out the scores that are missing between an article and its partners of larger keys; what has not been looked for is passed over. */
export function openScores(weights: StoryWeights): (article: StoryArticle) => void {
  const [constant, ...byFeature] = ["constant", ...PAIR_FEATURES].map((name) => weights.get(name) ?? 0)
  return (article) => {
    const { partners, scores, against } = article.near!
    for (const [at, partner] of partners.entries()) {
      if (partner.key < article.key || !partner.near || against[at] === partner.near.look) continue
      if (!article.vectors || !partner.vectors) continue
      const score = featuresOf(article, at).reduce((sum, value, index) => sum + value * byFeature[index]!, constant!)
      scores[at] = Math.max(-MOST_SCORE, Math.min(MOST_SCORE, score))
      against[at] = partner.near.look
    }
  }
}
