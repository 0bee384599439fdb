import { CLASS_GROUPS } from "../lexicon/class-words.ts"
import { type FurnitureTable, foldLine } from "../lexicon/furniture.ts"
import { isByline } from "./byline.ts"
import { BLOCK_KINDS, WITHIN } from "./element.ts"
import { countWords, endsSentence } from "./line.ts"
import type { Block, Page } from "./page.ts"

const WITHIN_NAMES = (Object.keys(WITHIN) as (keyof typeof WITHIN)[]).filter(
  (name) => !["unseen", "drawing", "link", "bold"].includes(name),
)

/** What is counted of one block alone; the same of the two blocks before and after it is added. */
const OWN = ["words", "letters", "linked", "ends", "commas", "capitals", "digits", "quotes", "level"] as const
const NEIGHBOURS = [-2, -1, 1, 2] as const
const AROUND = ["parent", "grandparent", "same"] as const
const AROUND_FACTS = ["prose", "share", "blocks", "linked"] as const

/** Names of the numbers that `blockFeatures` gives, in order. A model's file repeats them. */
export const FEATURES: readonly string[] = [
  ...OWN,
  ...NEIGHBOURS.flatMap((step) => OWN.map((name) => `${name}${step > 0 ? "+" : ""}${step}`)),
  ...BLOCK_KINDS,
  ...WITHIN_NAMES,
  ...CLASS_GROUPS.map((group) => `class ${group}`),
  ...AROUND.flatMap((around) => AROUND_FACTS.map((fact) => `${around} ${fact}`)),
  "bold", "lines", "pictures", "depth", "place", "characters before", "blocks", "page prose",
  "since headline", "before headline", "since prose", "until prose", "prose before", "prose after",
  "furniture", "since furniture", "starts furniture", "title words", "is title", "byline", "again", "in best", "best steps", "in body",
] // biome-ignore format: one list

type Own = Readonly<Record<(typeof OWN)[number], number>>
const NOTHING: Own = {
  words: -1,
  letters: 0,
  linked: 0,
  ends: 0,
  commas: 0,
  capitals: 0,
  digits: 0,
  quotes: 0,
  level: 0,
}

/** What the page says of its article elsewhere: its headline, and its text in JSON-LD. */
export type Said = Readonly<{ title: string | null; body: string | null }>

/** One row a block, in the order of `FEATURES`. */
export function blockFeatures(page: Page, { title, body }: Said, furniture: FurnitureTable): Float64Array[] {
  const { blocks } = page
  const own = blocks.map(ownFacts)
  const prose = blocks.map((_, i) => (isProseBlock(own[i]!) ? own[i]!.words : 0))
  const around = aroundFacts(page, own, prose)
  const letters = body && body.length >= 200 ? onlyLetters(body) : null
  const along = alongFacts(page, own, prose, title, furniture)
  return blocks.map((block, i) =>
    Float64Array.from([
      ...OWN.map((name) => own[i]![name]),
      ...NEIGHBOURS.flatMap((step) => OWN.map((name) => (own[i + step] ?? NOTHING)[name])),
      ...BLOCK_KINDS.map((kind) => Number(block.kind === kind)),
      ...WITHIN_NAMES.map((name) => Number((block.within & WITHIN[name]) !== 0)),
      ...groupFacts(page, block),
      ...around(i),
      ...along(i),
      inBody(block.text, letters),
    ]),
  )
}

function ownFacts(block: Block): Own {
  const { text, level } = block
  const words = countWords(text)
  let letters = 0
  let commas = 0
  let digits = 0
  let quotes = 0
  let capitals = 0
  let after = 32
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 32) letters++
    if (unit === 44) commas++
    else if (unit >= 48 && unit <= 57) digits++
    else if (unit === 34 || unit === 0x201c || unit === 0x201d || unit === 0xab || unit === 0xbb) quotes++
    else if (unit >= 65 && unit <= 90 && after <= 32) capitals++
    after = unit
  }
  const linked = letters > 0 ? Math.min(1, block.linked / letters) : 0
  const ends = endsSentence(text) ? 1 : 0
  return {
    words,
    letters: words > 0 ? letters / words : letters,
    linked,
    ends,
    commas: commas / (words + 1),
    capitals: capitals / (words + 1),
    digits: digits / (letters + 1),
    quotes,
    level,
  }
}

const isProseBlock = ({ words, linked, ends }: Own): boolean =>
  linked < 0.4 && (words >= 20 || (words >= 10 && ends === 1))

/** 2: the element itself or the one around it says so; 1: one further out does. */
function groupFacts({ containers }: Page, block: Block): number[] {
  const near = containers.groups[block.container]! | containers.groups[containers.parent[block.container]!]!
  return CLASS_GROUPS.map((_, bit) => ((near >> bit) & 1) + ((block.groups >> bit) & 1))
}

type Sum = { prose: number; blocks: number; linked: number; letters: number }

/** Of the blocks with the same parent, the same grandparent, and the same names and classes all the way up. */
function aroundFacts(
  { blocks, containers }: Page,
  own: readonly Own[],
  prose: readonly number[],
): (i: number) => number[] {
  const keys = blocks.map(({ container }) => {
    const parent = containers.parent[container]!
    return [`p${parent}`, `g${containers.parent[parent]!}`, `s${containers.signature[container]!}`]
  })
  const sums = new Map<string, Sum>()
  for (const [i, names] of keys.entries()) {
    for (const name of names) {
      const sum = sums.get(name) ?? { prose: 0, blocks: 0, linked: 0, letters: 0 }
      sum.prose += prose[i]!
      sum.blocks++
      sum.linked += own[i]!.linked * own[i]!.words
      sum.letters += own[i]!.words
      sums.set(name, sum)
    }
  }
  const all = prose.reduce((sum, count) => sum + count, 1)
  return (i) =>
    keys[i]!.flatMap((name) => {
      const sum = sums.get(name)!
      return [sum.prose, sum.prose / all, sum.blocks, sum.linked / (sum.letters + 1)]
    })
}

const onlyLetters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")

/** 1: the block stands in the text that JSON-LD gives; 0: it does not; -1: none is given. */
function inBody(text: string, body: string | null): number {
  if (body === null) return -1
  const letters = onlyLetters(text)
  return Number(letters !== "" && body.includes(letters.slice(0, 60)))
}

const FAR = 99

function alongFacts(
  page: Page,
  own: readonly Own[],
  prose: readonly number[],
  title: string | null,
  furniture: FurnitureTable,
): (i: number) => number[] {
  const { blocks, containers } = page
  const found = blocks.map(({ text }, i) => (own[i]!.words <= 60 ? furniture.find(text) : null))
  const titleWords = new Set(wordsOf(title ?? ""))
  const isTitle = blocks.map(({ text }) => Number(title !== null && foldLine(text) === foldLine(title)))
  const headline = Math.max(
    isTitle.indexOf(1),
    blocks.findIndex(({ kind, level }) => kind === "heading" && level === 1),
  )
  const sinceProse = distances(prose.map((count) => count > 0))
  const untilProse = distances(prose.map((count) => count > 0).reverse()).reverse()
  const sinceFurniture = distances(found.map((one) => one !== null))
  const sinceStart = distances(found.map((one) => one !== null && one.scope !== "line"))
  const all = prose.reduce((sum, count) => sum + count, 0)
  const characters = blocks.reduce((sum, { text }) => sum + text.length, 1)
  const seen = new Map<string, number>()
  const again = blocks.map(({ text }) => {
    const times = seen.get(text) ?? 0
    seen.set(text, times + 1)
    return times
  })
  const best = bestContainer(page, prose)
  let before = 0
  let proseBefore = 0
  const rows = blocks.map((block, i) => {
    const row = [
      block.bold / (block.text.length + 1),
      block.text.split("\n").length,
      block.pictures,
      containers.depth[block.container]!,
      i / blocks.length,
      before / characters,
      blocks.length,
      all,
      headline < 0 ? -1 : Math.min(FAR, Math.max(0, i - headline)),
      headline < 0 ? -1 : Math.min(FAR, Math.max(0, headline - i)),
      sinceProse[i]!,
      untilProse[i]!,
      proseBefore / (all + 1),
      (all - proseBefore - prose[i]!) / (all + 1),
      found[i] ? 1 + ["line", "block", "rest"].indexOf(found[i].scope) : 0,
      sinceFurniture[i]!,
      sinceStart[i]!,
      own[i]!.words <= 40 ? share(wordsOf(block.text), titleWords) : 0,
      isTitle[i]!,
      Number(block.text.length < 160 && isByline(block.text)),
      again[i]!,
      ...stepsFrom(page, block.container, best),
    ]
    before += block.text.length
    proseBefore += prose[i]!
    return row
  })
  return (i) => rows[i]!
}

/** How many blocks ago the last one was that is so, itself not counted; 99 when none was. */
function distances(flags: readonly boolean[]): number[] {
  let last = FAR
  return flags.map((flag) => {
    const distance = Math.min(FAR, last)
    last = flag ? 1 : last + 1
    return distance
  })
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const share = (words: readonly string[], among: ReadonlySet<string>): number =>
  words.length === 0 || among.size === 0 ? 0 : words.filter((word) => among.has(word)).length / words.length

/** The element whose paragraphs hold most words: its own count whole, those of its children by half. */
function bestContainer({ blocks, containers }: Page, prose: readonly number[]): number {
  const scores = new Map<number, number>()
  const add = (container: number, score: number) => scores.set(container, (scores.get(container) ?? 0) + score)
  for (const [i, { container }] of blocks.entries()) {
    if (prose[i] === 0) continue
    const parent = containers.parent[container]!
    add(parent, prose[i]!)
    add(containers.parent[parent]!, prose[i]! / 2)
  }
  let best = 0
  for (const [container, score] of scores) if (score > (scores.get(best) ?? 0)) best = container
  return best
}

/** Whether a container stands in the best one, and how many steps below it; else how far up they meet. */
function stepsFrom({ containers }: Page, container: number, best: number): [number, number] {
  let up = 0
  for (let target = best; up < 12; up++, target = containers.parent[target]!) {
    const down = stepsTo(containers.parent, container, target)
    if (down >= 0) return [Number(up === 0), up === 0 ? down : -up]
  }
  return [0, -12]
}

function stepsTo(parent: readonly number[], from: number, to: number): number {
  let steps = 0
  for (let at = from; steps < 40; steps++, at = parent[at]!) {
    if (at === to) return steps
    if (at === 0) return -1
  }
  return -1
}
