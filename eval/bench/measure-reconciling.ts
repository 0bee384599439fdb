import { compare, fingerprint, openCopyIndex, openStoryIndex, type PublishedDate, type WordCounts } from "counterclaim"
import { inventNews, type NewsArticle } from "./invented-news.ts"

export type ReconcilingSpeed = Readonly<{
  documents: number
  /** Processor time, without that for inventing the articles. */
  seconds: number
  copySeconds: number
  storySeconds: number
  /** Of the last half, over the first: what doubling the ledger multiplies the time per article by. */
  doubling: number
  /** Share of the known copies that were found. */
  copiesFound: number
  /** B3 of the stories against the known ones. */
  storiesB3: number
  /** The most memory the process held, in megabytes of 10^6 bytes. */
  megabytes: number
}>

/** More candidates than this are not compared with: the ones that share most come first. */
const MOST = 50
const BACKGROUND = 2000
/** Background is counted on articles that are none of those that are added. */
const ELSEWHERE = 50_000_000

const processor = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const dateOf = (day: number): PublishedDate => ({
  value: new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10),
  precision: "day",
})

/** In how many invented articles each word stands: this language has no other background. */
function countBackground(): WordCounts {
  const of = new Map<string, number>()
  for (let number = 0; number < BACKGROUND; number++) {
    for (const word of new Set(
      inventNews(ELSEWHERE + number)
        .body.toLowerCase()
        .match(/\p{L}+/gu),
    )) {
      of.set(word, (of.get(word) ?? 0) + 1)
    }
  }
  return { articles: BACKGROUND, of: new Map([...of].filter(([, count]) => count >= 8)) }
}

/** Add invented articles one by one to an index of copies and to one of stories. */
export function measureReconciling(documents: number, print: (line: string) => void): ReconcilingSpeed {
  const copies = openCopyIndex()
  const stories = openStoryIndex(countBackground())
  const clock = { inventing: 0, copies: 0, stories: 0 }
  const timed = <Value>(part: keyof typeof clock, work: () => Value): Value => {
    const start = processor()
    const value = work()
    clock[part] += processor() - start
    return value
  }
  const textOf = (number: number): string => {
    const { title, body } = timed("inventing", () => inventNews(number))
    return `${title}\n\n${body}`
  }
  const storyOf = new Int32Array(documents)
  const found: (readonly string[])[] = []
  let [known, seen] = [0, 0]
  const times: number[] = []
  const step = Math.max(1, Math.floor(documents / 8))
  function addCopies({ title, body, source }: NewsArticle): void {
    const print = fingerprint(`${title}\n\n${body}`)
    const inventing = clock.inventing
    const near = copies.candidates(print).slice(0, MOST)
    const like = near.filter(({ entry }) => {
      const { containment } = compare(fingerprint(textOf(entry)), print)
      return Math.max(containment.left, containment.right) >= 0.1
    })
    copies.add(print)
    clock.copies -= clock.inventing - inventing
    if (source === null) return
    known++
    if (like.some(({ entry }) => entry === source)) seen++
  }
  for (let number = 0; number < documents; number++) {
    const article = timed("inventing", () => inventNews(number))
    storyOf[number] = article.story
    timed("copies", () => addCopies(article))
    timed("stories", () => {
      stories.add(String(number), { ...article, published: dateOf(article.day) })
      found.push(...stories.settle())
    })
    if ((number + 1) % step !== 0) continue
    times.push(clock.copies + clock.stories)
    const parts = `copies ${clock.copies.toFixed(0)} s, stories ${clock.stories.toFixed(0)} s`
    print(`${number + 1} articles, ${parts}, process ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`)
  }
  timed("stories", () => found.push(...stories.stories()))
  return {
    documents,
    seconds: clock.copies + clock.stories,
    copySeconds: clock.copies,
    storySeconds: clock.stories,
    // The last articles wait for those after them: what is left at the end is no part of either half.
    doubling: (times[7]! - times[3]!) / 2 / (times[3]! - times[1]!),
    copiesFound: seen / Math.max(1, known),
    storiesB3: b3(found, storyOf),
    megabytes: (process.resourceUsage().maxRSS * 1024) / 1e6,
  }
}

/** Mean over articles of the share of its story that is of its event, and of its event that is in its story; their F1. */
function b3(stories: readonly (readonly string[])[], eventOf: Int32Array): number {
  const sizes = new Map<number, number>()
  for (const event of eventOf) sizes.set(event, (sizes.get(event) ?? 0) + 1)
  let [precision, recall] = [0, 0]
  for (const ids of stories) {
    const inside = new Map<number, number>()
    for (const id of ids) inside.set(eventOf[Number(id)]!, (inside.get(eventOf[Number(id)]!) ?? 0) + 1)
    for (const [event, both] of inside) {
      precision += (both * both) / ids.length
      recall += (both * both) / sizes.get(event)!
    }
  }
  const [p, r] = [precision / eventOf.length, recall / eventOf.length]
  return (2 * p * r) / (p + r)
}
