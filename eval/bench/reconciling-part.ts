import { compare, fingerprint, openCopyIndex, openStoryIndex, type PublishedDate, type WordCounts } from "counterclaim"
import { b3 } from "../b3.ts"
import { inventNews } from "./invented-news.ts"

/** The two halves of the work, each done in a process of its own. */
export type Part = "copies" | "stories"
/** `seconds`: processor time at each of the marks that were asked for and at the end, without that for inventing. */
export type PartSpeed = Readonly<{ seconds: readonly number[]; score: number; megabytes: number }>
export type PartGiven = Readonly<{ part: Part; documents: number; marks: readonly number[] }>

/** More candidates than this are not compared with: the ones that share most come first. */
const MOST = 50
const BACKGROUND = 2000
/** Background is counted on articles that are none of those that are added. */
const ELSEWHERE = 50_000_000
const STEPS = 20

/** Add invented articles one by one to an index of copies or to one of stories. */
export function measurePart({ part, documents, marks }: PartGiven, print: (line: string) => void): PartSpeed {
  const clock = openClock()
  const adding = part === "copies" ? addToCopies(clock) : addToStories(documents)
  const step = Math.max(1, Math.floor(documents / STEPS))
  const seconds: number[] = []
  clock.start()
  for (let number = 0; number < documents; number++) {
    if (marks.includes(number)) seconds.push(clock.seconds())
    adding.add(
      number,
      clock.apart(() => inventNews(number)),
    )
    if ((number + 1) % step !== 0) continue
    const held = (process.memoryUsage().rss / 1e6).toFixed(0)
    print(`${part}: ${number + 1} articles, ${clock.seconds().toFixed(0)} s, ${held} MB`)
  }
  if (marks.includes(documents)) seconds.push(clock.seconds())
  // Whether it was right is worked out when all is measured.
  adding.end()
  seconds.push(clock.seconds())
  const megabytes = (process.resourceUsage().maxRSS * 1024) / 1e6
  return { seconds, score: adding.score(), megabytes }
}

type Article = ReturnType<typeof inventNews>
type Clock = ReturnType<typeof openClock>
/** `end`: what is left to do; `score`: how much was right. */
type Adding = Readonly<{ add(number: number, article: Article): void; end(): void; score(): number }>

/** Processor time of this process, without that of what is worked out apart. */
function openClock() {
  const now = (): number => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  let begun = now()
  return {
    start(): void {
      begun = now()
    },
    seconds: (): number => now() - begun,
    apart<Value>(work: () => Value): Value {
      const before = now()
      const value = work()
      begun += now() - before
      return value
    },
  }
}

function addToCopies(clock: Clock): Adding {
  const copies = openCopyIndex()
  let [known, seen] = [0, 0]
  const textOf = ({ title, body }: Article): string => `${title}\n\n${body}`
  return {
    add(_number, article) {
      const own = fingerprint(textOf(article))
      const like = copies
        .candidates(own)
        .slice(0, MOST)
        .filter(({ entry }) => {
          const text = clock.apart(() => textOf(inventNews(entry)))
          const { containment } = compare(fingerprint(text), own)
          return Math.max(containment.left, containment.right) >= 0.1
        })
      copies.add(own)
      if (article.source === null) return
      known++
      if (like.some(({ entry }) => entry === article.source)) seen++
    },
    end: () => {},
    score: () => seen / Math.max(1, known),
  }
}

function addToStories(documents: number): Adding {
  const stories = openStoryIndex(countBackground())
  // Numbers alone are kept of what was found, so that the memory measured is that of the index.
  const [eventOf, storyOf] = [new Int32Array(documents), new Int32Array(documents).fill(-1)]
  let count = 0
  const note = (found: readonly (readonly string[])[]): void => {
    for (const ids of found) {
      for (const id of ids) storyOf[Number(id)] = count
      count++
    }
  }
  return {
    add(number, { title, body, day, story }) {
      eventOf[number] = story
      stories.add(String(number), { title, body, published: dateOf(day) })
      note(stories.settle())
    },
    end: () => note(stories.stories()),
    score: () => b3(storyOf, eventOf).f1,
  }
}

const dateOf = (day: number): PublishedDate => ({
  value: new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10),
  precision: "day",
})

/** In how many invented articles each word stands: this language has no other background. */
function countBackground(): WordCounts {
  const of = new Map<string, number>()
  for (let number = 0; number < BACKGROUND; number++) {
    const { body } = inventNews(ELSEWHERE + number)
    for (const word of new Set(body.toLowerCase().match(/\p{L}+/gu))) of.set(word, (of.get(word) ?? 0) + 1)
  }
  return { articles: BACKGROUND, of: new Map([...of].filter(([, count]) => count >= 8)) }
}
