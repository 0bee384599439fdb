/**
 * A page of postings (key, entry) of one range of keys, in rising order, packed: the gap to the key before, then the
 * entry; under the same key again a gap of 0, then the gap to the entry before. Seven bits a byte, some four bytes a
 * posting where a million documents are held.
 */
export const PAGE_BYTES = 256

/** Where a page lies, and the smallest key of its range. */
export type Page = Readonly<{ bytes: Uint8Array; at: number; first: number }>

export type Posting = Readonly<{ key: number; entry: number }>

/** The two bytes at a page's beginning: how many are in use. */
const HEAD = 2
/** A posting takes two numbers of at most five bytes; the one after it never grows. */
const LONGEST_POSTING = 10

const endOf = ({ bytes, at }: Page): number => at + (bytes[at]! | (bytes[at + 1]! << 8))

function setEnd({ bytes, at }: Page, end: number): void {
  bytes[at] = (end - at) & 0xff
  bytes[at + 1] = (end - at) >>> 8
}

export const clearPage = (page: Page): void => setEnd(page, page.at + HEAD)

export const isFull = (page: Page): boolean => endOf(page) - page.at + LONGEST_POSTING > PAGE_BYTES

/** A place in a page and the posting read last. */
type Cursor = { at: number; key: number; entry: number }

const begin = (page: Page): Cursor => ({ at: page.at + HEAD, key: page.first - 1, entry: 0 })

function step(bytes: Uint8Array, cursor: Cursor): void {
  const gap = readNumber(bytes, cursor)
  const number = readNumber(bytes, cursor)
  cursor.entry = gap === 0 ? cursor.entry + number : number
  cursor.key += gap
}

function readNumber(bytes: Uint8Array, cursor: Cursor): number {
  let byte = bytes[cursor.at++]!
  if (byte < 0x80) return byte
  let value = byte & 0x7f
  for (let scale = 0x80; ; scale *= 0x80) {
    byte = bytes[cursor.at++]!
    value += (byte & 0x7f) * scale
    if (byte < 0x80) return value
  }
}

function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  let [left, to] = [value, at]
  for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes[to++] = (left & 0x7f) | 0x80
  bytes[to++] = left
  return to
}

const lengthOf = (value: number): number =>
  value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x20_0000 ? 3 : value < 0x1000_0000 ? 4 : 5

/** Put the entries under a key behind what `into` holds. Gives how many there were. */
export function readPage(page: Page, key: number, into: number[]): number {
  const end = endOf(page)
  const cursor = begin(page)
  let count = 0
  while (cursor.at < end && cursor.key <= key) {
    step(page.bytes, cursor)
    if (cursor.key !== key) continue
    into.push(cursor.entry)
    count++
  }
  return count
}

/** All postings of a page, in order. */
export function eachPosting(page: Page, take: (key: number, entry: number) => void): void {
  const end = endOf(page)
  const cursor = begin(page)
  while (cursor.at < end) {
    step(page.bytes, cursor)
    take(cursor.key, cursor.entry)
  }
}

/**
 * Add a posting to a page that is not full. Its entry must not be smaller than those under its key; one that is there
 * already is left. False, and nothing added, when `most` entries stand under the key.
 */
export function addToPage(page: Page, posting: Posting, most: number): boolean {
  const { key, entry } = posting
  const end = endOf(page)
  const cursor = begin(page)
  const before = { at: cursor.at, key: cursor.key, entry: 0 }
  let count = 0
  while (cursor.at < end) {
    step(page.bytes, cursor)
    if (cursor.key > key) break
    before.at = cursor.at
    before.key = cursor.key
    before.entry = cursor.entry
    if (cursor.key === key) count++
  }
  if (count >= most) return false
  if (before.key !== key || before.entry !== entry) insert(page, before, { posting, next: cursor.key })
  return true
}

/** Write a posting behind the one that the cursor stands at. `next`: the key of what follows there. */
function insert(page: Page, before: Cursor, { posting, next }: { posting: Posting; next: number }): void {
  const { bytes } = page
  const { key, entry } = posting
  const end = endOf(page)
  const again = before.key === key
  const [gap, number] = [key - before.key, again ? entry - before.entry : entry]
  // The gap of the posting that follows shrinks by this one's; there is none at the end, none under the same key.
  const keeps = again || before.at === end
  const from = before.at + (keeps ? 0 : lengthOf(next - before.key))
  const to = before.at + lengthOf(gap) + lengthOf(number) + (keeps ? 0 : lengthOf(next - key))
  bytes.copyWithin(to, from, end)
  const written = writeNumber(bytes, writeNumber(bytes, before.at, gap), number)
  if (!keeps) writeNumber(bytes, written, next - key)
  setEnd(page, end + to - from)
}
