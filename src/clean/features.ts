import { CLASS_GROUPS } from "../lexicon/class-words.ts"
import { bestContainer, stepsFrom } from "./best-container.ts"
import type { BlockLook } from "./block-look.ts"
import { BLOCK_KINDS, WITHIN } from "./element.ts"
import { endsSentence } from "./line.ts"
import type { Block, Page } from "./page.ts"
import { WordSet } from "./word-set.ts"

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

/** A block's own facts: as many numbers a block as `OWN` has, in its order. */
type Own = Float64Array
const [WORDS, LETTERS, LINKED, ENDS, COMMAS, CAPITALS, DIGITS, QUOTES, LEVEL] = OWN.keys() as Iterable<number> as [
  number, number, number, number, number, number, number, number, number,
] // biome-ignore format: one list
const WITHIN_BITS = WITHIN_NAMES.map((name) => WITHIN[name])
const SCOPES = ["line", "block", "rest"]

/** What the page says of its article elsewhere: its headline, and its text in JSON-LD. */
export type Said = Readonly<{ title: string | null; body: string | null }>

/** How many numbers a block has. */
export const WIDTH = FEATURES.length

/** `WIDTH` numbers a block, in the order of `FEATURES`, one block behind the other. */
export function blockFeatures(page: Page, { title, body }: Said, look: BlockLook): Float64Array {
  const { blocks } = page
  const own = ownFacts(blocks, look)
  const prose = proseWords(blocks.length, own)
  const rows = new Float64Array(blocks.length * WIDTH)
  const letters = body && body.length >= 200 ? onlyLetters(body) : null
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    const at = writePlace(rows, writeOwn(rows, own, i, blocks.length), page, block)
    rows[at + AROUND.length * AROUND_FACTS.length + ALONG] = inBody(block.text, letters)
  }
  writeAround(rows, page, own, prose)
  writeAlong(rows, page, { own, prose, look, title })
  return rows
}

/** What a unit counts for, one bit each: what is no white space, commas, digits, quotation marks, capitals. */
const MARKS = Uint8Array.from({ length: 65536 }, (_, unit) => {
  if (unit === 44) return 1 | 2
  if (unit >= 48 && unit <= 57) return 1 | 4
  if (unit === 34 || unit === 0x201c || unit === 0x201d || unit === 0xab || unit === 0xbb) return 1 | 8
  if (unit >= 65 && unit <= 90) return 1 | 16
  return unit > 32 ? 1 : 0
})

function ownFacts(blocks: readonly Block[], { words }: BlockLook): Own {
  const own = new Float64Array(blocks.length * OWN.length)
  for (let i = 0; i < blocks.length; i++) writeFacts(own, i * OWN.length, blocks[i]!, words[i]!)
  return own
}

function writeFacts(own: Own, at: number, { text, level, linked }: Block, words: number): void {
  let [letters, commas, digits, quotes, capitals, isAfterLetter] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const marks = MARKS[text.charCodeAt(i)]!
    const isLetter = marks & 1
    letters += isLetter
    commas += (marks >> 1) & 1
    digits += (marks >> 2) & 1
    quotes += (marks >> 3) & 1
    capitals += (marks >> 4) & (isAfterLetter ^ 1)
    isAfterLetter = isLetter
  }
  own[at + WORDS] = words
  own[at + LETTERS] = words > 0 ? letters / words : letters
  own[at + LINKED] = letters > 0 ? Math.min(1, linked / letters) : 0
  own[at + ENDS] = endsSentence(text) ? 1 : 0
  own[at + COMMAS] = commas / (words + 1)
  own[at + CAPITALS] = capitals / (words + 1)
  own[at + DIGITS] = digits / (letters + 1)
  own[at + QUOTES] = quotes
  own[at + LEVEL] = level
}

/** Words of the blocks that are prose, 0 for the others. */
function proseWords(count: number, own: Own): Float64Array {
  const prose = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const at = i * OWN.length
    const words = own[at + WORDS]!
    if (own[at + LINKED]! < 0.4 && (words >= 20 || (words >= 10 && own[at + ENDS] === 1))) prose[i] = words
  }
  return prose
}

/** The block's own facts and its neighbours'; gives the next column, like the writers below. */
function writeOwn(rows: Float64Array, own: Own, i: number, count: number): number {
  let at = i * WIDTH
  for (let k = 0; k < OWN.length; k++) rows[at++] = own[i * OWN.length + k]!
  for (let n = 0; n < NEIGHBOURS.length; n++) {
    const other = i + NEIGHBOURS[n]!
    // A block beyond the page's ends has -1 words and nothing else.
    if (other < 0 || other >= count) rows[at + WORDS] = -1
    else for (let k = 0; k < OWN.length; k++) rows[at + k] = own[other * OWN.length + k]!
    at += OWN.length
  }
  return at
}

/** What the block stands in. Of class groups, 2: the element itself or the one around it says so; 1: one further out does. */
function writePlace(
  rows: Float64Array,
  start: number,
  { containers }: Page,
  { kind, within, container, groups }: Block,
): number {
  rows[start + BLOCK_KINDS.indexOf(kind)] = 1
  const first = start + BLOCK_KINDS.length
  for (let i = 0; i < WITHIN_BITS.length; i++) if ((within & WITHIN_BITS[i]!) !== 0) rows[first + i] = 1
  const column = first + WITHIN_BITS.length
  const near = containers.groups[container]! | containers.groups[containers.parent[container]!]!
  // Few of the bits are set: from the highest down.
  for (let left = near | groups; left !== 0; ) {
    const bit = 31 - Math.clz32(left)
    rows[column + bit] = ((near >> bit) & 1) + ((groups >> bit) & 1)
    left &= ~(1 << bit)
  }
  return column + CLASS_GROUPS.length
}

const FIRST_AROUND =
  OWN.length * (1 + NEIGHBOURS.length) + BLOCK_KINDS.length + WITHIN_BITS.length + CLASS_GROUPS.length

/** Of the blocks with the same parent, the same grandparent, and the same names and classes all the way up. */
function writeAround(rows: Float64Array, page: Page, own: Own, prose: Float64Array): void {
  const { parent, signature } = page.containers
  let all = 1
  for (const words of prose) all += words
  const { blocks } = page
  const keys = new Int32Array(blocks.length)
  for (let i = 0; i < keys.length; i++) keys[i] = parent[blocks[i]!.container]!
  writeSums(rows, FIRST_AROUND, { keys, own, prose, all })
  for (let i = 0; i < keys.length; i++) keys[i] = parent[keys[i]!]!
  writeSums(rows, FIRST_AROUND + AROUND_FACTS.length, { keys, own, prose, all })
  for (let i = 0; i < keys.length; i++) keys[i] = signature[blocks[i]!.container]!
  writeSums(rows, FIRST_AROUND + 2 * AROUND_FACTS.length, { keys, own, prose, all })
}

type Grouped = Readonly<{ keys: Int32Array; own: Own; prose: Float64Array; all: number }>

function writeSums(rows: Float64Array, column: number, { keys, own, prose, all }: Grouped): void {
  let most = 0
  for (let i = 0; i < keys.length; i++) if (keys[i]! > most) most = keys[i]!
  const sums = new Float64Array((most + 1) * 4)
  for (let i = 0; i < keys.length; i++) {
    const at = keys[i]! * 4
    const words = own[i * OWN.length + WORDS]!
    sums[at]! += prose[i]!
    sums[at + 1]!++
    sums[at + 2]! += own[i * OWN.length + LINKED]! * words
    sums[at + 3]! += words
  }
  for (let i = 0; i < keys.length; i++) {
    const at = keys[i]! * 4
    const to = i * WIDTH + column
    rows[to] = sums[at]!
    rows[to + 1] = sums[at]! / all
    rows[to + 2] = sums[at + 1]!
    rows[to + 3] = sums[at + 2]! / (sums[at + 3]! + 1)
  }
}

const onlyLetters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")

/** 1: the block stands in the text that JSON-LD gives; 0: it does not; -1: none is given. */
function inBody(text: string, body: string | null): number {
  if (body === null) return -1
  // Sixty letters are compared, and they stand in the first few hundred characters or nowhere.
  let letters = onlyLetters(text.slice(0, 200))
  if (letters.length < 60 && text.length > 200) letters = onlyLetters(text)
  return Number(letters !== "" && body.includes(letters.slice(0, 60)))
}

const FAR = 99

/** How many columns `writeAlong` fills. */
const ALONG = 23

type Along = Readonly<{ own: Own; prose: Float64Array; look: BlockLook; title: string | null }>

// Longer than our aim: one walk along the page that fills one list of columns.
function writeAlong(rows: Float64Array, page: Page, { own, prose, look, title }: Along): void {
  const { blocks, containers } = page
  const titleWords = new WordSet((title ?? "").toLowerCase())
  const headline = Math.max(
    look.isTitle.indexOf(1),
    blocks.findIndex(({ kind, level }) => kind === "heading" && level === 1),
  )
  const untilProse = blocksUntilProse(prose)
  let [all, characters] = [0, 1]
  for (let i = 0; i < blocks.length; i++) {
    all += prose[i]!
    characters += blocks[i]!.text.length
  }
  const seen = new Map<string, number>()
  const steps = stepsFrom(page, bestContainer(page, prose))
  let [sinceProse, sinceFurniture, sinceStart] = [FAR, FAR, FAR]
  let before = 0
  let proseBefore = 0
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    const { text } = block
    const furniture = look.furniture[i]!
    const again = seen.get(text) ?? 0
    seen.set(text, again + 1)
    let column = i * WIDTH + FIRST_AROUND + AROUND.length * AROUND_FACTS.length
    rows[column++] = block.bold / (text.length + 1)
    rows[column++] = countLines(text)
    rows[column++] = block.pictures
    rows[column++] = containers.depth[block.container]!
    rows[column++] = i / blocks.length
    rows[column++] = before / characters
    rows[column++] = blocks.length
    rows[column++] = all
    rows[column++] = headline < 0 ? -1 : Math.min(FAR, Math.max(0, i - headline))
    rows[column++] = headline < 0 ? -1 : Math.min(FAR, Math.max(0, headline - i))
    rows[column++] = Math.min(FAR, sinceProse)
    rows[column++] = untilProse[i]!
    rows[column++] = proseBefore / (all + 1)
    rows[column++] = (all - proseBefore - prose[i]!) / (all + 1)
    rows[column++] = furniture ? 1 + SCOPES.indexOf(furniture.scope) : 0
    rows[column++] = Math.min(FAR, sinceFurniture)
    rows[column++] = Math.min(FAR, sinceStart)
    rows[column++] = own[i * OWN.length + WORDS]! <= 40 ? titleWords.share(look.folded[i]!) : 0
    rows[column++] = look.isTitle[i]!
    rows[column++] = text.length < 160 ? look.isByline[i]! : 0
    rows[column++] = again
    column = steps(rows, column, block.container)
    before += text.length
    proseBefore += prose[i]!
    // How many blocks ago the last one was that is so, itself not counted.
    sinceProse = prose[i]! > 0 ? 1 : sinceProse + 1
    sinceFurniture = furniture === null ? sinceFurniture + 1 : 1
    sinceStart = furniture === null || furniture.scope === "line" ? sinceStart + 1 : 1
  }
}

/** How many blocks on the next one of prose is, itself not counted; 99 when none is. */
function blocksUntilProse(prose: Float64Array): Float64Array {
  const until = new Float64Array(prose.length)
  let next = FAR
  for (let i = prose.length - 1; i >= 0; i--) {
    until[i] = Math.min(FAR, next)
    next = prose[i]! > 0 ? 1 : next + 1
  }
  return until
}

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++
  return lines
}
