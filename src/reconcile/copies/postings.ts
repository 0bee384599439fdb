import { addToPage, clearPage, eachPosting, isFull, PAGE_BYTES, type Page, readPage } from "./posting-page.ts"

const CHUNK_PAGES = 16_384
/** So many entries of a key lie in its page, the others in a list of its own. */
const INLINE = 16
/** The table of pages never has more places than this many bits count; keys made to fall together are dropped there. */
const DEEPEST = 26

/** Where the entries of one frequent key beyond the first ones are kept. */
type List = { entries: Uint32Array; count: number }

/**
 * Entries by 32-bit key, added in rising order of entries: extendible hashing over packed pages, so that the time to
 * add or look up one does not grow with how many there are. Method: Fagin, Nievergelt, Pippenger, Strong, 1979.
 */
export class Postings {
  /** Keep at most so many entries of a key; of what comes later only that there is more is known. */
  readonly #most: number
  readonly #chunks: Uint8Array[] = []
  readonly #lists = new Map<number, List>()
  /** How many leading bits of the key all postings of a page have in common, by page. */
  #depths = new Uint8Array(64)
  #pages = 0
  #bits = 0
  #directory = new Uint32Array(1)

  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = Math.max(INLINE, most)
    this.#openPage(0)
  }

  /** Memory in use, in bytes, about. */
  get bytes(): number {
    const lists = [...this.#lists.values()].reduce((sum, { entries }) => sum + entries.byteLength + 64, 0)
    return this.#chunks.length * CHUNK_PAGES * PAGE_BYTES + this.#directory.byteLength + lists
  }

  /** Put the entries under a key behind what `into` holds. True when there are more than are kept. */
  read(key: number, into: number[]): boolean {
    const place = spread(key)
    const inPage = readPage(this.#pageOf(place), place, into)
    if (inPage < INLINE) return false
    const list = this.#lists.get(key)
    if (!list) return inPage >= this.#most
    for (let i = 0; i < list.count; i++) into.push(list.entries[i]!)
    return inPage + list.count >= this.#most
  }

  add(key: number, entry: number): void {
    const place = spread(key)
    while (isFull(this.#pageOf(place))) if (!this.#split(place)) return
    if (!addToPage(this.#pageOf(place), { key: place, entry }, INLINE)) this.#addToList(key, entry)
  }

  #addToList(key: number, entry: number): void {
    const list = this.#lists.get(key) ?? { entries: new Uint32Array(4), count: 0 }
    if (INLINE + list.count >= this.#most) return
    this.#lists.set(key, list)
    if (list.count === list.entries.length) {
      const entries = new Uint32Array(list.count * 2)
      entries.set(list.entries)
      list.entries = entries
    }
    list.entries[list.count++] = entry
  }

  #pageOf(place: number): Page {
    const page = this.#directory[this.#bits === 0 ? 0 : place >>> (32 - this.#bits)]!
    return this.#page(page, place)
  }

  #page(page: number, place: number): Page {
    const depth = this.#depths[page]!
    return {
      bytes: this.#chunks[Math.floor(page / CHUNK_PAGES)]!,
      at: (page % CHUNK_PAGES) * PAGE_BYTES,
      first: depth === 0 ? 0 : ((place >>> (32 - depth)) << (32 - depth)) >>> 0,
    }
  }

  #openPage(depth: number): number {
    if (this.#pages % CHUNK_PAGES === 0) this.#chunks.push(new Uint8Array(CHUNK_PAGES * PAGE_BYTES))
    if (this.#pages === this.#depths.length) {
      const depths = new Uint8Array(this.#pages * 2)
      depths.set(this.#depths)
      this.#depths = depths
    }
    this.#depths[this.#pages] = depth
    clearPage(this.#page(this.#pages, 0))
    return this.#pages++
  }

  /** Deal the postings of a full page out to two. False when its keys lie too close together. */
  #split(place: number): boolean {
    const old = this.#directory[this.#bits === 0 ? 0 : place >>> (32 - this.#bits)]!
    const depth = this.#depths[old]! + 1
    if (depth > DEEPEST) return false
    if (depth > this.#bits) this.#doubleDirectory()
    const held: number[] = []
    eachPosting(this.#page(old, place), (key, entry) => held.push(key, entry))
    const fresh = this.#openPage(depth)
    this.#depths[old] = depth
    const span = 1 << (this.#bits - depth)
    const half = ((place >>> (32 - depth)) | 1) >>> 0
    for (let i = half * span; i < (half + 1) * span; i++) this.#directory[i] = fresh
    clearPage(this.#page(old, place))
    for (let i = 0; i < held.length; i += 2) {
      addToPage(this.#pageOf(held[i]!), { key: held[i]!, entry: held[i + 1]! }, INLINE)
    }
    return true
  }

  #doubleDirectory(): void {
    const directory = new Uint32Array(this.#directory.length * 2)
    for (let i = 0; i < directory.length; i++) directory[i] = this.#directory[i >>> 1]!
    this.#directory = directory
    this.#bits++
  }
}

/** Keys are small by choice: spread them over all pages. One to one. */
const spread = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 0
