import { idOf } from "../../model/hash.ts"
import { type CopyTools, copyMarks, isNearCopy } from "./near-copies.ts"
import { blockOf, byKey, dayOf, type StoryArticle, type StoryDocument } from "./story-article.ts"
import { storyWords } from "./story-words.ts"

/** Articles that come to stand for themselves, and those that no longer do. */
export type ShelfChange = Readonly<{ entered: readonly StoryArticle[]; left: readonly StoryArticle[] }>

/** Documents as articles: the same text of one day is one article, and a near-copy stands behind the one that it copies. */
export type Shelf = Readonly<{
  /** `alone`: as an article of its own, whatever it says. */
  add(id: string, document: StoryDocument, alone: boolean): ShelfChange
  articles(): Iterable<StoryArticle>
  /** By the id of one of its documents. */
  of(id: string): StoryArticle | undefined
  drop(article: StoryArticle): void
}>

const NOTHING: ShelfChange = { entered: [], left: [] }

/** Many copies among an article's nearest would hide the words of its story; a few among them do no harm. */
export function openShelf(tools: CopyTools): Shelf {
  const { numbers } = tools
  const byId = new Map<string, StoryArticle>()
  const articles = new Map<string, StoryArticle>()
  const fold = openFolds(tools)
  return {
    add(id, { title, body, published }, alone) {
      const day = dayOf(published)
      const single = alone || !/[\p{L}\p{N}]/u.test(title + body)
      const key = idOf("t", day ?? "", title, body, single ? id : "")
      const known = articles.get(key)
      if (known) {
        byId.set(id, known)
        known.ids.push(id)
        return NOTHING
      }
      const words = numbers.number(storyWords({ title, body }))
      const article = openArticle({ key, ids: [id], day, block: blockOf(day), words, vectors: null, near: null })
      byId.set(id, article)
      articles.set(key, article)
      return single ? { entered: [article], left: [] } : fold.add(article)
    },
    articles: () => articles.values(),
    of: (id) => byId.get(id),
    drop(article) {
      articles.delete(article.key)
      for (const id of article.ids) byId.delete(id)
      fold.drop(article)
    },
  }
}

function openArticle(article: Omit<StoryArticle, "first">): StoryArticle {
  const alone = article as StoryArticle
  return Object.assign(alone, { first: alone })
}

/** So many near-copies stand for themselves: a few do no harm, and that a story is told by several weighs. */
const STANDING = 5

/** Articles of one block that share a mark. */
type Bucket = Readonly<{ firsts: Set<StoryArticle>; others: Set<StoryArticle> }>

/** In the order of keys, an article stands behind the first of those before it that stand for themselves and are nearly one text with it. */
function openFolds(tools: CopyTools) {
  const buckets = new Map<string, Bucket>()
  const keysOf = ({ block, words }: StoryArticle): string[] => copyMarks(words, tools).map((mark) => `${block} ${mark}`)
  const open = (key: string): Bucket => {
    const bucket = buckets.get(key) ?? { firsts: new Set(), others: new Set() }
    buckets.set(key, bucket)
    return bucket
  }
  const firstOf = (article: StoryArticle, around: readonly Bucket[]): StoryArticle => {
    const before = new Set(around.flatMap(({ firsts }) => [...firsts].filter((first) => byKey(first, article) < 0)))
    const near = [...before].sort(byKey).filter((first) => isNearCopy(first.words, article.words, tools))
    return near.length < STANDING ? article : near[0]!
  }
  return {
    add(article: StoryArticle): ShelfChange {
      const [entered, left] = [new Set<StoryArticle>(), new Set<StoryArticle>()]
      // What stands for itself, or no longer does, bears on those after it alone.
      const due = [article]
      for (let next = due.shift(); next; next = due.shift()) {
        const around = keysOf(next).map(open)
        const stood = around.some(({ firsts }) => firsts.has(next!))
        next.first = firstOf(next, around)
        const stands = next.first === next
        for (const { firsts, others } of around) {
          firsts.delete(next)
          others.delete(next)
          ;(stands ? firsts : others).add(next)
        }
        if (stood === stands) continue
        ;(stands ? entered : left).add(next)
        const after = new Set(around.flatMap(({ firsts, others }) => [...firsts, ...others]))
        for (const other of after) {
          if (byKey(other, next) <= 0 || due.includes(other) || !isNearCopy(next.words, other.words, tools)) continue
          due.push(other)
        }
        due.sort(byKey)
      }
      return { entered: [...entered], left: [...left] }
    },
    drop(article: StoryArticle): void {
      for (const key of keysOf(article)) {
        const bucket = buckets.get(key)
        bucket?.firsts.delete(article)
        bucket?.others.delete(article)
        if (bucket && bucket.firsts.size + bucket.others.size === 0) buckets.delete(key)
      }
    },
  }
}
