import { CLASS_GROUPS } from "../lexicon/class-words.ts"
import { bestContainer, stepsFrom } from "./best-container.ts"
import type { BlockLook } from "./block-look.ts"
import { BLOCK_KINDS, WITHIN } from "./element.ts"
import { endsSentence } from "./line.ts"
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

/** A block's own facts: as many numbers a block as `OWN` has, in its order. */
type Own = Float64Array
const [WORDS, LETTERS, LINKED, ENDS, COMMAS, CAPITALS, DIGITS, QUOTES, LEVEL] = OWN.keys() as Iterable<number> as [
  number, number, number, number, number, number, number, number, number,
] // biome-ignore format: one list
const WITHIN_BITS = WITHIN_NAMES.map((name) => WITHIN[name])
const KIND_INDEX = new Map(BLOCK_KINDS.map((kind, i) => [kind, i]))
const SCOPES = ["line", "block", "rest"]

/** What the page says of its article elsewhere: its headline, and its text in JSON-LD. */
export type Said = Readonly<{ title: string | null; body: string | null }>

/** One row a block, in the order of `FEATURES`. */
export function blockFeatures(page: Page, { title, body }: Said, look: BlockLook): Float64Array[] {
  const { blocks } = page
  const own = ownFacts(blocks, look)
  const prose = proseWords(blocks.length, own)
  const width = FEATURES.length
  const all = new Float64Array(blocks.length * width)
  const rows = blocks.map((_, i) => all.subarray(i * width, (i + 1) * width))
  const letters = body && body.length >= 200 ? onlyLetters(body) : null
  for (const [i, block] of blocks.entries()) {
    const row = rows[i]!
    const at = writePlace(row, writeOwn(row, own, i, blocks.length), page, block)
    row[at + AROUND.length * AROUND_FACTS.length + ALONG] = inBody(block.text, letters)
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
  for (const [i, block] of blocks.entries()) writeFacts(own, i * OWN.length, block, words[i]!)
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
function writeOwn(row: Float64Array, own: Own, i: number, count: number): number {
  let column = 0
  for (let k = 0; k < OWN.length; k++) row[column++] = own[i * OWN.length + k]!
  for (const step of NEIGHBOURS) {
    const other = i + step
    const isThere = other >= 0 && other < count
    // A block beyond the page's ends has -1 words and nothing else.
    for (let k = 0; k < OWN.length; k++) row[column++] = isThere ? own[other * OWN.length + k]! : k === WORDS ? -1 : 0
  }
  return column
}

/** What the block stands in. Of class groups, 2: the element itself or the one around it says so; 1: one further out does. */
function writePlace(row: Float64Array, start: number, { containers }: Page, block: Block): number {
  row[start + KIND_INDEX.get(block.kind)!] = 1
  let column = start + BLOCK_KINDS.length
  for (const bit of WITHIN_BITS) row[column++] = (block.within & bit) !== 0 ? 1 : 0
  const near = containers.groups[block.container]! | containers.groups[containers.parent[block.container]!]!
  for (let bit = 0; bit < CLASS_GROUPS.length; bit++) row[column++] = ((near >> bit) & 1) + ((block.groups >> bit) & 1)
  return column
}

const FIRST_AROUND =
  OWN.length * (1 + NEIGHBOURS.length) + BLOCK_KINDS.length + WITHIN_BITS.length + CLASS_GROUPS.length

/** Of the blocks with the same parent, the same grandparent, and the same names and classes all the way up. */
function writeAround(rows: readonly Float64Array[], page: Page, own: Own, prose: Float64Array): void {
  const { parent, signature } = page.containers
  let all = 1
  for (const words of prose) all += words
  const groups: ((container: number) => number)[] = [
    (container) => parent[container]!,
    (container) => parent[parent[container]!]!,
    (container) => signature[container]!,
  ]
  for (const [k, group] of groups.entries()) {
    const keys = Int32Array.from(page.blocks, ({ container }) => group(container))
    writeSums(rows, FIRST_AROUND + k * AROUND_FACTS.length, { keys, own, prose, all })
  }
}

type Grouped = Readonly<{ keys: Int32Array; own: Own; prose: Float64Array; all: number }>

function writeSums(rows: readonly Float64Array[], column: number, { keys, own, prose, all }: Grouped): void {
  const sums = new Float64Array((keys.reduce((most, key) => Math.max(most, key), 0) + 1) * 4)
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
    const row = rows[i]!
    row[column] = sums[at]!
    row[column + 1] = sums[at]! / all
    row[column + 2] = sums[at + 1]!
    row[column + 3] = sums[at + 2]! / (sums[at + 3]! + 1)
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
function writeAlong(rows: readonly Float64Array[], page: Page, { own, prose, look, title }: Along): void {
  const { blocks, containers } = page
  const titleWords = new Set(wordsOf((title ?? "").toLowerCase()))
  const headline = Math.max(
    look.isTitle.indexOf(1),
    blocks.findIndex(({ kind, level }) => kind === "heading" && level === 1),
  )
  const isProse = Array.from(prose, (count) => count > 0)
  const sinceProse = distances(isProse)
  const untilProse = distances([...isProse].reverse()).reverse()
  const sinceFurniture = distances(look.furniture.map((one) => one !== null))
  const sinceStart = distances(look.furniture.map((one) => one !== null && one.scope !== "line"))
  const all = prose.reduce((sum, count) => sum + count, 0)
  const characters = blocks.reduce((sum, { text }) => sum + text.length, 1)
  const seen = new Map<string, number>()
  const steps = stepsFrom(page, bestContainer(page, prose))
  let before = 0
  let proseBefore = 0
  for (const [i, block] of blocks.entries()) {
    const row = rows[i]!
    const { text } = block
    const furniture = look.furniture[i]!
    const again = seen.get(text) ?? 0
    seen.set(text, again + 1)
    let column = FIRST_AROUND + AROUND.length * AROUND_FACTS.length
    row[column++] = block.bold / (text.length + 1)
    row[column++] = countLines(text)
    row[column++] = block.pictures
    row[column++] = containers.depth[block.container]!
    row[column++] = i / blocks.length
    row[column++] = before / characters
    row[column++] = blocks.length
    row[column++] = all
    row[column++] = headline < 0 ? -1 : Math.min(FAR, Math.max(0, i - headline))
    row[column++] = headline < 0 ? -1 : Math.min(FAR, Math.max(0, headline - i))
    row[column++] = sinceProse[i]!
    row[column++] = untilProse[i]!
    row[column++] = proseBefore / (all + 1)
    row[column++] = (all - proseBefore - prose[i]!) / (all + 1)
    row[column++] = furniture ? 1 + SCOPES.indexOf(furniture.scope) : 0
    row[column++] = sinceFurniture[i]!
    row[column++] = sinceStart[i]!
    row[column++] = own[i * OWN.length + WORDS]! <= 40 ? share(look.folded[i]!, titleWords) : 0
    row[column++] = look.isTitle[i]!
    row[column++] = text.length < 160 ? look.isByline[i]! : 0
    row[column++] = again
    column = steps(row, column, block.container)
    before += text.length
    proseBefore += prose[i]!
  }
}

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++
  return lines
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

/** Words of a text in lower case. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  let start = -1
  for (let i = 0; i <= text.length; i++) {
    const unit = text.charCodeAt(i)
    // Beyond ASCII and its neighbours only the tables of Unicode know what a letter is.
    if (unit > 127 && (unit < 0x2010 || unit > 0x2027)) return text.match(/[\p{L}\p{N}]+/gu) ?? []
    const isWord = (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)
    if (isWord && start < 0) start = i
    if (isWord || start < 0) continue
    words.push(text.slice(start, i))
    start = -1
  }
  return words
}

function share(folded: string, among: ReadonlySet<string>): number {
  if (among.size === 0) return 0
  const words = wordsOf(folded)
  let shared = 0
  for (const word of words) if (among.has(word)) shared++
  return words.length === 0 ? 0 : shared / words.length
}
