import type { DocumentId } from "../../model/document.ts"

/** Two documents of which a person should say whether they are of one story. */
export type StoryPair = Readonly<{
  left: DocumentId
  right: DocumentId
  /** Two stories that may be one, by the two documents that are most alike; or a document on the edge of its story. */
  question: "one story" | "on the edge"
  /** How much more likely than not, on average, the documents on both sides are of one story: log odds above the threshold. */
  score: number
  /** Whether the program takes them for one story. */
  taken: boolean
  /** How many documents stand on each side. */
  documents: Readonly<{ left: number; right: number }>
}>

/** Two documents that were compared; `score`: log odds that they are of one story. */
export type ScoredPair = Readonly<{ left: DocumentId; right: DocumentId; score: number }>

export type StoriesGiven = Readonly<{
  stories: readonly (readonly DocumentId[])[]
  pairs: readonly ScoredPair[]
  /** Mean score from which documents are of one story; the score of a pair that was not compared. */
  least: number
  apart: number
  /** Whether people said something of two documents. */
  isJudged: (left: DocumentId, right: DocumentId) => boolean
}>

/** Farther from the threshold than this nobody need look: log odds. */
const DOUBT = 2

type Between = { sum: number; count: number; best: ScoredPair }

/** Pairs that nobody has judged, nearest to the threshold first. */
export function suggestStories({ stories, pairs, least, apart, isJudged }: StoriesGiven): StoryPair[] {
  const storyOf = new Map(stories.flatMap((ids, story) => ids.map((id) => [id, story] as const)))
  const between = new Map<string, Between>()
  const judged = new Set<string>()
  for (const pair of pairs) {
    const [left, right] = [storyOf.get(pair.left), storyOf.get(pair.right)]
    if (left === undefined || right === undefined) continue
    const keys = left === right ? [`${pair.left} ${left}`, `${pair.right} ${left}`] : [[left, right].sort().join(" ")]
    for (const key of keys) note(between, key, pair)
    if (isJudged(pair.left, pair.right)) for (const key of keys) judged.add(key)
  }
  const found = [...between].flatMap(([key, { sum, count, best }]): StoryPair[] => {
    if (judged.has(key)) return []
    const [one, other] = key.split(" ") as [string, string]
    const [own, of] = [storyOf.get(one), Number(other)]
    // A document against the rest of its story, or two stories against each other.
    const isEdge = own !== undefined
    const sizes = isEdge ? [1, stories[of]!.length - 1] : [stories[storyOf.get(best.left)!]!.length, stories[storyOf.get(best.right)!]!.length] // biome-ignore format: one line
    const all = sizes[0]! * sizes[1]!
    const score = (sum + (all - count) * apart) / all - least
    if (Math.abs(score) > DOUBT) return []
    const [left, right] = isEdge && best.left !== one ? [best.right, best.left] : [best.left, best.right]
    return [
      {
        ...{ left, right, score: Math.round(score * 1e4) / 1e4, taken: isEdge },
        question: isEdge ? "on the edge" : "one story",
        documents: { left: sizes[0]!, right: sizes[1]! },
      },
    ]
  })
  return mostDoubtful(found)
}

/** Nearest to the threshold first, each two documents once. */
export const mostDoubtful = (found: readonly StoryPair[]): StoryPair[] =>
  withoutTwins(
    [...found].sort((a, b) => Math.abs(a.score) - Math.abs(b.score) || (a.left + a.right < b.left + b.right ? -1 : 1)),
  )

function note(between: Map<string, Between>, key: string, pair: ScoredPair): void {
  const known = between.get(key) ?? { sum: 0, count: 0, best: pair }
  known.sum += pair.score
  known.count++
  if (pair.score > known.best.score) known.best = pair
  between.set(key, known)
}

/** In a story of two both are on its edge, which is one question. */
function withoutTwins(found: readonly StoryPair[]): StoryPair[] {
  const seen = new Set<string>()
  return found.filter(({ left, right }) => {
    const key = [left, right].sort().join(" ")
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
