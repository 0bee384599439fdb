import type { Found, Page } from "../model/ledger.ts"
import { bm25 } from "./bm25.ts"
import { contentWords } from "./content-words.ts"
import { excerptAround } from "./excerpt.ts"
import { by, byCodePoints, currentRuns, type State, standings } from "./memory-state.ts"
import { toPage } from "./page.ts"
import { queryWords, wordsOf } from "./words.ts"

/** Something that can be found: its words counted, and how many there are. */
type Indexed = Readonly<{ counts: ReadonlyMap<string, number>; length: number }>

/** The in-memory form of full-text search over texts (with titles) and contents, best match first. */
export function searchState(state: State, query: string, page: Page): Found[] {
  const words = queryWords(query)
  if (words.length === 0) return []
  const all = standings(state)
  const inTexts = scored(
    all.map((standing) => ({ standing, indexed: indexed(standing.head.title ?? "", standing.text.value) })),
    words,
  ).map(({ item: { standing }, score }) => ({
    found: { document: standing.head, attribution: null, excerpt: excerptAround(standing.text.value, words) },
    score,
  }))
  const inContents = scored(contentsOf(state), words).flatMap(({ item: { run, id, content }, score }) =>
    all
      .filter((standing) => standing.run?.id === run)
      .map(({ head }) => ({
        found: { document: head, attribution: id, excerpt: excerptAround(content, words) },
        score,
      })),
  )
  const { limit, offset } = toPage(page)
  return [...inTexts, ...inContents]
    .sort(
      by<{ found: Found; score: number }>(
        (a, b) => b.score - a.score,
        (a, b) => byCodePoints(a.found.document.id, b.found.document.id),
        (a, b) => byCodePoints(a.found.attribution ?? "", b.found.attribution ?? ""),
      ),
    )
    .slice(offset, offset + limit)
    .map(({ found }) => found)
}

/** Contents of the current runs of every text, whether or not a document has that text now. */
const contentsOf = (state: State) =>
  [...state.texts.values()].flatMap(({ id: text, value }) =>
    currentRuns(state, text).flatMap((run) =>
      run.attributions.map((attribution) => {
        const content = contentWords(value, attribution)
        return { run: run.id, id: attribution.id, content, indexed: indexed(content) }
      }),
    ),
  )

function indexed(...columns: readonly string[]): Indexed {
  const words = columns.flatMap((column) => [...wordsOf(column)].map(({ folded }) => folded))
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, length: words.length }
}

/** Those that hold all the words, each with its BM25 score among all; higher is better. */
function scored<Item extends { indexed: Indexed }>(items: readonly Item[], words: readonly string[]) {
  const score = bm25({
    entries: items.length,
    length: items.reduce((sum, { indexed }) => sum + indexed.length, 0),
    hits: words.map((word) => items.filter(({ indexed }) => indexed.counts.has(word)).length),
  })
  return items
    .filter(({ indexed }) => words.every((word) => indexed.counts.has(word)))
    .map((item) => {
      const { counts, length } = item.indexed
      return { item, score: score({ length, counts: words.map((word) => counts.get(word)!) }) }
    })
}
