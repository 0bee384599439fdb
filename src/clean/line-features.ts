import type { FurnitureTable } from "../lexicon/furniture.ts"
import { isByline } from "./byline.ts"
import { countWords, endsSentence, isProse } from "./line.ts"
import { findWrittenDate } from "./written-date.ts"

/** A line of a plain text that is not empty, without outer space. */
export type PlainLine = Readonly<{ text: string; blankBefore: boolean }>

/** How much rather a word stands in furniture than in an article: log odds; words that tell nothing are left out. */
export type WordOdds = ReadonlyMap<string, number>

/** What is counted of one line alone. */
const OWN = [
  "words", "letters", "ends", "commas", "capitals", "digits", "quotes", "bars", "address", "lower", "colon", "bullet",
  "scope", "byline", "date", "blank", "again", "twice", "odds", "odds sum", "known",
] as const // biome-ignore format: one list
type OwnName = (typeof OWN)[number]
/** Of the lines before and after it. */
const NEAR: readonly OwnName[] = ["words", "ends", "capitals", "scope", "odds", "bullet"]
const STEPS = [-3, -2, -1, 1, 2, 3] as const
/** Of all lines so many before and after it, itself not counted. */
const WINDOWS = [4, 12] as const
const WINDOW_FACTS = ["prose", "furniture", "odds", "ends", "words"] as const
const PLACE = [
  "lines", "place", "from start", "from end", "all prose", "prose before", "prose after", "since prose", "until prose",
  "since furniture", "until furniture", "since block", "run", "in run", "run furniture", "run odds", "run words",
  "all furniture", "furniture share", "all ends", "all odds", "in body", "to body", "after body", "body share",
] as const // biome-ignore format: one list

/** Names of the numbers that `lineFeatures` gives, in order. A model's file repeats them. */
export const LINE_FEATURES: readonly string[] = [
  ...OWN,
  ...STEPS.flatMap((step) => NEAR.map((name) => `${name}${step > 0 ? "+" : ""}${step}`)),
  ...WINDOWS.flatMap((size) => WINDOW_FACTS.map((fact) => `${fact} within ${size}`)),
  ...PLACE,
]

/** What is known of all lines, by index. */
type Look = Readonly<{
  own: readonly Readonly<Record<OwnName, number>>[]
  prose: readonly number[]
  blocks: readonly boolean[]
}>

const FAR = 99
const SCOPES = ["line", "block", "rest"]
const ODDS_LIMIT = 12

/** One row a line, in the order of `LINE_FEATURES`; in 32 bits, as the trees were trained with. */
export function lineFeatures(
  lines: readonly PlainLine[],
  parts: { furniture: FurnitureTable; odds: WordOdds },
): Float32Array[] {
  const look = lookAtLines(lines, parts)
  const places = placesOf(look)
  return lines.map((_, i) => {
    const row = new Float32Array(LINE_FEATURES.length)
    let column = 0
    for (const name of OWN) row[column++] = look.own[i]![name]
    for (const step of STEPS) for (const name of NEAR) row[column++] = look.own[i + step]?.[name] ?? -1
    for (const size of WINDOWS) for (const value of windowFacts(look, i, size)) row[column++] = value
    for (const value of places(i)) row[column++] = value
    return row
  })
}

function lookAtLines(
  lines: readonly PlainLine[],
  { furniture, odds }: { furniture: FurnitureTable; odds: WordOdds },
): Look {
  const times = new Map<string, number>()
  for (const { text } of lines) times.set(text, (times.get(text) ?? 0) + 1)
  const seen = new Map<string, number>()
  const blocks: boolean[] = []
  const own = lines.map((line) => {
    const again = seen.get(line.text) ?? 0
    seen.set(line.text, again + 1)
    const found = furniture.find(line.text)
    blocks.push(found !== null && found.scope !== "line")
    const scope = found ? 1 + SCOPES.indexOf(found.scope) : 0
    return { ...countLine(line), ...oddsOf(line.text, odds), scope, again, twice: times.get(line.text)! }
  })
  return { own, blocks, prose: lines.map(({ text }, i) => (isProse(text) ? own[i]!.words : 0)) }
}

function countLine({ text, blankBefore }: PlainLine) {
  const words = countWords(text)
  const letters = text.replace(/\s+/g, "").length
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const isShort = text.length <= 160
  return {
    words,
    letters: words > 0 ? letters / words : letters,
    ends: Number(endsSentence(text)),
    commas: count(/,/g) / (words + 1),
    capitals: count(/(?<![\p{L}\p{N}])\p{Lu}/gu) / (words + 1),
    digits: count(/\d/g) / (letters + 1),
    quotes: count(/["“”«»]/g),
    bars: count(/[|·•›»→/]/g) / (words + 1),
    address: Number(/https?:|www\.|\S@\S/.test(text)) + 2 * Number(/[©®™]/.test(text)),
    lower: Number(/^\p{Ll}/u.test(text)),
    colon: Number(/:$/.test(text)),
    bullet: Number(/^[*•·▪►+>»–—-]\s/.test(text)) + 2 * Number(/^(?:#|!?\[|\d+[.)]\s)/.test(text)),
    byline: Number(isShort && isByline(text)),
    date: Number(isShort && words <= 14 && findWrittenDate(text) !== null),
    blank: Number(blankBefore),
  }
}

/** Words of a line in small letters, each once. */
export const wordsOfLine = (text: string): readonly string[] => [
  ...new Set(text.toLowerCase().match(/\p{L}[\p{L}’']*/gu) ?? []),
]

/** The mean of the line's words, their sum, and how many of them the table has. */
function oddsOf(text: string, odds: WordOdds) {
  const words = wordsOfLine(text)
  let sum = 0
  let known = 0
  for (const word of words) {
    const value = odds.get(word)
    if (value === undefined) continue
    sum += value
    known++
  }
  const limited = Math.max(-ODDS_LIMIT, Math.min(ODDS_LIMIT, sum))
  return {
    odds: known === 0 ? 0 : sum / known,
    "odds sum": limited,
    known: words.length === 0 ? 0 : known / words.length,
  }
}

function windowFacts({ own, prose }: Look, at: number, size: number): number[] {
  let [words, furniture, odds, ends, all, count] = [0, 0, 0, 0, 0, 0]
  for (let i = Math.max(0, at - size); i <= Math.min(own.length - 1, at + size); i++) {
    if (i === at) continue
    const line = own[i]!
    count++
    words += prose[i]!
    odds += line.odds
    ends += line.ends
    all += line.words
    if (line.scope > 0) furniture++
  }
  const share = (sum: number): number => (count === 0 ? 0 : sum / count)
  return [words, share(furniture), share(odds), share(ends), share(all)]
}

/** What each line's place among the others says, in the order of `PLACE`. */
function placesOf({ own, prose, blocks }: Look): (i: number) => number[] {
  const count = own.length
  const isProseLine = prose.map((words) => words > 0)
  const isFurniture = own.map(({ scope }) => scope > 0)
  const since = { prose: distances(isProseLine), furniture: distances(isFurniture), block: distances(blocks) }
  const until = { prose: backwards(isProseLine), furniture: backwards(isFurniture) }
  const sum = (of: (i: number) => number): number => own.reduce((total, _, i) => total + of(i), 0)
  const allProse = sum((i) => prose[i]!)
  const furniture = sum((i) => Number(isFurniture[i]))
  const ends = sum((i) => own[i]!.ends) / Math.max(1, count)
  const odds = sum((i) => own[i]!.odds) / Math.max(1, count)
  const body = bodyOf(prose)
  const inBody = prose.slice(body.start, body.end).reduce((total, words) => total + words, 0)
  const runs = runsOf(own, isProseLine)
  const before = [0]
  for (const words of prose) before.push(before.at(-1)! + words)
  return (i) => [
    count, i / count, Math.min(FAR, i), Math.min(FAR, count - 1 - i), allProse,
    before[i]! / (allProse + 1), (allProse - before[i + 1]!) / (allProse + 1), since.prose[i]!, until.prose[i]!,
    since.furniture[i]!, until.furniture[i]!, since.block[i]!, ...runs(i),
    furniture, furniture / count, ends, odds,
    Number(i >= body.start && i < body.end), Math.min(FAR, Math.max(0, body.start - i)),
    Math.min(FAR, Math.max(0, i - body.end + 1)), inBody / (allProse + 1),
  ] // biome-ignore format: in the order of PLACE
}

/** Lines that are no prose cost so many words. */
const COST = 12

/** The stretch of lines that has most words of prose, less a price for each line of another kind. */
function bodyOf(prose: readonly number[]): Readonly<{ start: number; end: number }> {
  let best = { start: 0, end: 0, score: 0 }
  let start = 0
  let score = 0
  for (const [i, words] of prose.entries()) {
    score += words > 0 ? words : -COST
    if (score <= 0) [score, start] = [0, i + 1]
    else if (score > best.score) best = { start, end: i + 1, score }
  }
  return best
}

/** Of the lines without prose between two with prose: how many, the how-manieth, and what they are like. */
function runsOf(own: Look["own"], isProseLine: readonly boolean[]): (i: number) => number[] {
  const facts: number[][] = own.map(() => [0, 0, 0, 0, 0])
  for (let start = 0; start < own.length; start++) {
    if (isProseLine[start]) continue
    let end = start
    while (end < own.length && !isProseLine[end]) end++
    const run = own.slice(start, end)
    const shared = [
      mean(run.map(({ scope }) => Number(scope > 0))),
      mean(run.map(({ odds }) => odds)),
      mean(run.map(({ words }) => words)),
    ]
    for (let i = start; i < end; i++) facts[i] = [Math.min(FAR, run.length), Math.min(FAR, i - start), ...shared]
    start = end
  }
  return (i) => facts[i]!
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** How many lines ago the last one was that is so, itself not counted; 99 when none was. */
function distances(flags: readonly boolean[]): number[] {
  let last = FAR
  return flags.map((flag) => {
    const distance = Math.min(FAR, last)
    last = flag ? 1 : last + 1
    return distance
  })
}

const backwards = (flags: readonly boolean[]): number[] => distances([...flags].reverse()).reverse()
