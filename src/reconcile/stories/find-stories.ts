import type { StoryDocument } from "./story-article.ts"
import { openStoryIndex, type StoryTools } from "./story-index.ts"
import type { StoryJudgement } from "./story-judgements.ts"

export type { StoryDocument } from "./story-article.ts"
export type { StoryTools } from "./story-index.ts"

/**
 * Which documents report one event: for each, the smallest number of a document of its story. The stories are the same
 * whatever the order of the documents. A document without words is a story of its own. `judgements` name documents by
 * their numbers.
 */
export function findStories(
  documents: readonly StoryDocument[],
  tools: StoryTools,
  judgements: readonly StoryJudgement[] = [],
): number[] {
  const index = openStoryIndex(tools, judgements)
  for (const [number, document] of documents.entries()) index.add(String(number), document)
  const stories = documents.map((_, number) => number)
  for (const ids of index.stories()) {
    const first = Math.min(...ids.map(Number))
    for (const id of ids) stories[Number(id)] = first
  }
  return stories
}
