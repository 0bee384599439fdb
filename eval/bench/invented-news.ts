import { drawFrom, drawWord, toWord, VOCABULARY } from "./invented-articles.ts"

/** Articles by number in the order of their days, the same for the same number on every machine. */

/** `story`: its number; `source`: the article that most of it was taken from, of its own story; null: its own words. */
export type NewsArticle = Readonly<{ title: string; body: string; day: number; story: number; source: number | null }>

const A_DAY = 1000
const SENTENCES = 20
const WORDS = 15
const NAMES = 12
/** Half of the articles tell of something that one of the last few days' articles told of. */
const TOLD_BEFORE = 0.5
const REACH = 3 * A_DAY
/** Of those, so many are copies of that article, with some sentences left out and the first ones new. */
const COPIES = 0.2

type Origin = Readonly<{ story: number; earlier: number | null; isCopy: boolean }>

const drawOf = (number: number) => drawFrom(number * 4 + 3)

function originOf(number: number): Origin {
  const draw = drawOf(number)
  if (number === 0 || draw() >= TOLD_BEFORE) return { story: number, earlier: null, isCopy: false }
  const earlier = Math.max(0, number - 1 - Math.floor(draw() * REACH))
  return { story: originOf(earlier).story, earlier, isCopy: draw() < COPIES }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Names that a story alone has, and numbers that others may have. */
function ownWords(story: number): string[] {
  const draw = drawFrom(story * 4 + 1)
  return Array.from({ length: NAMES }, (_, i) =>
    i % 4 === 3 ? `${Math.floor(draw() * 900)}` : capital(toWord(VOCABULARY + Math.floor(draw() * 200_000))),
  )
}

/** In every other sentence stands something of the story's own; its subject's words come more often than others. */
function sentencesOf(number: number, story: number): string[] {
  const draw = drawFrom(number * 4 + 2)
  const names = ownWords(story)
  const subject = Array.from({ length: 30 }, (_, i) => drawWord(drawFrom((story % 500) * 64 + i)))
  return Array.from({ length: SENTENCES }, (_, sentence) => {
    const words = Array.from({ length: WORDS }, () =>
      draw() < 0.2 ? subject[Math.floor(draw() * subject.length)]! : drawWord(draw),
    )
    if (sentence % 2 === 0) words[1 + Math.floor(draw() * (WORDS - 1))] = names[Math.floor(draw() * NAMES)]!
    return `${capital(words.join(" "))}.`
  })
}

/** An article of some 300 words. */
export function inventNews(number: number): NewsArticle {
  const { story, earlier, isCopy } = originOf(number)
  const own = sentencesOf(number, story)
  const day = Math.floor(number / A_DAY)
  const title = own[0]!.split(" ").slice(0, 6).join(" ")
  // Of an article that is a copy itself what it wrote of its own is taken, so that every pair is known.
  if (earlier === null || !isCopy || originOf(earlier).isCopy) {
    return { title, body: own.join(" "), day, story, source: null }
  }
  const draw = drawFrom(number * 4)
  const taken = sentencesOf(earlier, story).filter(() => draw() < 0.8)
  return { title, body: [...own.slice(0, SENTENCES - taken.length), ...taken].join(" "), day, story, source: earlier }
}
