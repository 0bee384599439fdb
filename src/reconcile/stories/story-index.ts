import type { StoryWeights } from "../../lexicon/story-weights.ts"
import type { WordCounts } from "../../lexicon/word-counts.ts"
import { averageLinkage, type Link } from "./average-linkage.ts"
import { openWordNumbers } from "./numbered-words.ts"
import { BELOW, featuresOf, MOST_SCORE, openScores, type Scores } from "./score-pairs.ts"
import { openShelf, type Shelf } from "./shelf.ts"
import { blockOf, byKey, dayOf, type StoryArticle, type StoryDocument, UNDATED } from "./story-article.ts"
import { type StoryConstraints, type StoryJudgement, toConstraints } from "./story-judgements.ts"
import { openSurroundings } from "./surroundings.ts"

/** `background`: how rare words are in news. `weights`: of `PAIR_FEATURES`, with "constant", "apart" and "least". */
export type StoryTools = Readonly<{ background: WordCounts; weights: StoryWeights }>

/**
 * A story so many blocks older than what is settled ends, even where a chain of look-alikes links it to newer articles:
 * in much news such chains have no end, and all of it would be held for ever.
 */
const AGED = 2

/** Documents on one event: their ids, in rising order. */
export type StoryIds = readonly string[]

/** Documents in stories, added one by one; the stories are the same whatever the order of the documents. */
export type StoryIndex = Readonly<{
  /**
   * Add a document, each id once. False, and nothing added, where it reaches into a stretch of time that is settled: then
   * only a new index, filled by date, those without one first, gives what holds.
   */
  add(id: string, document: StoryDocument): boolean
  /** The stories of all that is held, settled ones left out. */
  stories(): StoryIds[]
  /**
   * Take out the stories that no document published from now on can touch, and those that have ended (`AGED`), each once, and forget what they were made of:
   * where documents are added by date, memory holds some three and a half months of them.
   */
  settle(): StoryIds[]
  /**
   * Pairs that are compared, with `PAIR_FEATURES`, what weights are fitted to; null where they are nearly one text. Without those
   * of which one is settled.
   */
  pairs(): Generator<Readonly<{ left: string; right: string; features: readonly number[] | null }>>
}>

/**
 * An index that holds nothing yet. `judgements`, in the order in which they were made: pairs of documents that people
 * put into one story or hold apart; they count more than all else.
 * Method: a logistic regression over pairs that an index of rare words proposes within a fortnight, then average linkage
 * of its scores (`local-contrast.ts` says how look-alike events are told apart).
 */
export function openStoryIndex(tools: StoryTools, judgements: readonly StoryJudgement[] = []): StoryIndex {
  const { background, weights } = tools
  const numbers = openWordNumbers(background)
  const given = { numbers, articles: background.articles }
  const shelf = openShelf(given)
  const surroundings = openSurroundings(given)
  const constraints = toConstraints(judgements)
  const judged = new Set(constraints.different.flat())
  const linkage = { least: weights.get("least") ?? 0, apart: weights.get("apart") ?? -MOST_SCORE }
  const scores = openScores(weights, linkage.least)
  let newest = UNDATED
  let settled = UNDATED

  function groups(last: number): StoryArticle[][] {
    surroundings.refresh(last)
    const all = [...shelf.articles()]
    for (const article of all) if (article.near) scores.score(article)
    return components(all, { shelf, constraints, least: linkage.least })
  }
  const linked = (component: readonly StoryArticle[]): StoryArticle[][] =>
    link(component, { shelf, constraints, linkage, scores })
  /** What is forgotten, but not over, may yet be of one story with what it was not linked with. */
  function scoreBefore(isForgotten: (article: StoryArticle) => boolean, held: ReadonlySet<StoryArticle>): void {
    for (const article of held) {
      for (const [at, partner] of (article.near?.partners ?? []).entries()) {
        if (article.near!.scores[at] !== BELOW || !held.has(partner)) continue
        if (isForgotten(article) || isForgotten(partner)) scores.scoreOf(article, at)
      }
    }
  }

  return {
    add(id, document) {
      const block = blockOf(dayOf(document.published))
      if (settled !== UNDATED && block <= settled + 1) return false
      const { entered, left } = shelf.add(id, document, judged.has(id))
      for (const article of left) surroundings.leave(article)
      for (const article of entered) surroundings.enter(article)
      newest = Math.max(newest, block)
      return true
    },
    stories: () => groups(Number.POSITIVE_INFINITY).flatMap(linked).map(idsOf),
    settle() {
      const last = newest - 3
      if (last <= settled) return []
      const open = new Set(constraints.together.filter((pair) => !pair.every(shelf.of)).flat())
      const isOver = (component: readonly StoryArticle[]): boolean =>
        component.every(({ block, ids }) => block !== UNDATED && block <= last && !ids.some((id) => open.has(id)))
      const isAged = ({ block }: StoryArticle): boolean => block !== UNDATED && block <= last - AGED
      const endedOf = (component: readonly StoryArticle[]): StoryArticle[][] => {
        if (isOver(component)) return linked(component)
        return component.some(isAged) ? linked(component).filter((story) => isOver(story) && story.every(isAged)) : []
      }
      const over = groups(last + 1).flatMap(endedOf)
      settled = last
      const isForgotten = ({ block }: StoryArticle): boolean => block !== UNDATED && block <= last
      const ended = new Set(over.flat())
      scoreBefore(isForgotten, new Set([...shelf.articles()].filter((article) => !ended.has(article))))
      for (const article of shelf.articles()) if (isForgotten(article)) surroundings.forget(article)
      for (const article of ended) {
        article.near = null
        shelf.drop(article)
      }
      surroundings.letGo(numbers.letGo(Array.from(shelf.articles(), ({ words }) => words)))
      return over.map(idsOf)
    },
    *pairs() {
      groups(Number.POSITIVE_INFINITY)
      for (const article of shelf.articles()) {
        const { ids, first } = article
        for (const id of ids) if (id !== first.ids[0]) yield { left: first.ids[0]!, right: id, features: null }
        for (const [at, partner] of (article.near?.partners ?? []).entries()) {
          if (partner.key < article.key || !article.vectors || !partner.vectors) continue
          yield { left: article.ids[0]!, right: partner.ids[0]!, features: featuresOf(article, at) }
        }
      }
    },
  }
}

const idsOf = (articles: readonly StoryArticle[]): string[] => articles.flatMap(({ ids }) => ids).sort()

type Joining = Readonly<{ shelf: Shelf; constraints: StoryConstraints }>

/** Articles that a chain of links could make one story: no linkage reaches beyond. Near-copies go with their first one. */
function components(
  articles: readonly StoryArticle[],
  { shelf, constraints, least }: Joining & { least: number },
): StoryArticle[][] {
  const parents = new Map<StoryArticle, StoryArticle>()
  const find = (article: StoryArticle): StoryArticle => {
    let root = article
    for (let up = parents.get(root); up; up = parents.get(root)) root = up
    for (let at = article; at !== root; ) {
      const next = parents.get(at)!
      parents.set(at, root)
      at = next
    }
    return root
  }
  const join = (a: StoryArticle, b: StoryArticle): void => {
    const [x, y] = [find(a), find(b)]
    if (x !== y) parents.set(x, y)
  }
  for (const article of articles) {
    join(article, article.first)
    for (const [at, partner] of (article.near?.partners ?? []).entries()) {
      if (article.near!.scores[at]! >= least && article.near!.against[at] === partner.near?.look) join(article, partner)
    }
  }
  for (const [left, right] of constraints.together) {
    const [a, b] = [shelf.of(left), shelf.of(right)]
    if (a && b) join(a, b)
  }
  const groups = new Map<StoryArticle, StoryArticle[]>()
  for (const article of articles) {
    const group = groups.get(find(article))
    if (group) group.push(article)
    else groups.set(find(article), [article])
  }
  return [...groups.values()]
}

type Linking = Readonly<{ linkage: Readonly<{ least: number; apart: number }>; scores: Scores }>

/** The stories within one component. */
function link(
  component: readonly StoryArticle[],
  { shelf, constraints, linkage, scores }: Joining & Linking,
): StoryArticle[][] {
  const firsts = component.filter((article) => article.first === article).sort(byKey)
  if (firsts.length === 1) return [[...component]]
  const numberOf = new Map(firsts.map((article, number) => [article, number]))
  const links: Link[] = []
  for (const [left, article] of firsts.entries()) {
    for (const [at, partner] of (article.near?.partners ?? []).entries()) {
      const right = numberOf.get(partner)
      if (right === undefined || right <= left) continue
      const score = scores.scoreOf(article, at)
      if (!Number.isNaN(score)) links.push({ left, right, score })
    }
  }
  const numbered = (pairs: StoryConstraints["together"]): (readonly [number, number])[] =>
    pairs.flatMap((pair): (readonly [number, number])[] => {
      const [left, right] = pair.map((id) => numberOf.get(shelf.of(id)?.first as StoryArticle))
      return left === undefined || right === undefined || left === right ? [] : [[left, right]]
    })
  const stories = averageLinkage(firsts.length, links, {
    ...linkage,
    together: numbered(constraints.together),
    different: numbered(constraints.different),
  })
  const members = new Map<number, StoryArticle[]>()
  for (const article of component) {
    const story = stories[numberOf.get(article.first)!]!
    members.set(story, [...(members.get(story) ?? []), article])
  }
  return [...members.values()]
}
