import { openStories } from "counterclaim"
import type { B3 } from "../b3.ts"
import { conclude, printFigures } from "../conclude.ts"
import type { Figures } from "../floors.ts"
import { parseGiven } from "../given.ts"
import { comparePairs, sampleArticles } from "./compared-pairs.ts"
import { type GoldArticle, readGoldStories } from "./read-gold-stories.ts"
import { scoreB3, scorePairs } from "./score-groups.ts"
import { storiesByFolds } from "./stories-by-folds.ts"

/** So many divisions of the topics into folds, whose figures are averaged. */
const DIVISIONS = 3

/**
 * `eval stories`: score the stories that articles are put into, by folds over topics and with the shipped weights. Gives
 * the exit status: 1 when the program is below a floor. Throws `eval/usage` without `--data`, `eval/no-gold` when there is
 * no article.
 */
export function storiesCommand(args: string[], print: (line: string) => void): number {
  const given = parseGiven(args, { part: "stories", needs: { data: "DIR" } })
  const articles = readGoldStories(given.data)
  const figures = { ...byFolds(articles, print), ...asShipped(articles) }
  const data = { articles: articles.length, events: new Set(articles.map(({ event }) => event)).size }
  return conclude(given, { part: "stories", data, figures: printFigures(figures, print) }, print)
}

function byFolds(articles: readonly GoldArticle[], print: (line: string) => void): Figures {
  const all = articles.map((_, place) => place)
  const samples = sampleArticles(articles).map((places) => comparePairs(articles, places))
  const compared = { whole: comparePairs(articles, all), samples }
  const events = articles.map(({ event }) => event)
  const scores = Array.from({ length: DIVISIONS }, (_, seed) => {
    const score = scoreB3(storiesByFolds(articles, compared, seed), events)
    const [p, r, f1] = [score.p, score.r, score.f1].map((value) => value.toFixed(3))
    print(`division ${seed + 1} B3 P ${p} R ${r} F1 ${f1}`)
    return score
  })
  const mean = (of: keyof B3): number => scores.reduce((sum, score) => sum + score[of], 0) / DIVISIONS
  return { "folds B3 P": mean("p"), "folds B3 R": mean("r"), "folds B3 F1": mean("f1") }
}

/** The weights were fitted on these very articles. */
function asShipped(articles: readonly GoldArticle[]): Figures {
  const stories = openStories()(articles)
  const events = articles.map(({ event }) => event)
  const [b3, pairs] = [scoreB3(stories, events), scorePairs(stories, events)]
  return {
    "fitted B3 P": b3.p,
    "fitted B3 R": b3.r,
    "fitted B3 F1": b3.f1,
    "fitted pairs P": pairs.p,
    "fitted pairs R": pairs.r,
    "fitted pairs F1": pairs.f1,
    "fitted ARI": pairs.ari,
  }
}
