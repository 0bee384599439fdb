const EMPTY = Buffer.alloc(0)

/**
 * Bytes that come in chunks, read forward only. Holds no more than one chunk beside what is being asked
 * for. Rejects with whatever the chunks reject with.
 */
export class ByteSource {
  /** How many bytes lie behind. */
  offset = 0
  readonly #chunks: AsyncIterator<Uint8Array>
  #held: Buffer = EMPTY

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** The next `count` bytes without passing them; fewer at the end. */
  async peek(count: number): Promise<Buffer> {
    while (this.#held.length < count && (await this.#fill()));
    return this.#held.subarray(0, count)
  }

  /** The next `count` bytes; fewer at the end. A view into the chunk where they lie in one. */
  async take(count: number): Promise<Buffer> {
    if (this.#held.length >= count) return this.#pass(count)
    const parts: Buffer[] = []
    let missing = count
    while (missing > 0 && (this.#held.length > 0 || (await this.#fill()))) {
      const part = this.#pass(Math.min(missing, this.#held.length))
      parts.push(part)
      missing -= part.length
    }
    return Buffer.concat(parts)
  }

  /** Pass over `count` bytes. Gives how many there were. */
  async skip(count: number): Promise<number> {
    let left = count
    while (left > 0 && (this.#held.length > 0 || (await this.#fill()))) {
      left -= this.#pass(Math.min(left, this.#held.length)).length
    }
    return count - left
  }

  /** Bytes up to the mark and with it; null, nothing passed, when it is not among the next `most` bytes. */
  async through(mark: Buffer, most: number): Promise<Buffer | null> {
    let looked = 0
    for (;;) {
      const at = this.#held.indexOf(mark, Math.max(0, looked - mark.length))
      if (at >= 0 && at + mark.length <= most) return this.#pass(at + mark.length)
      looked = this.#held.length
      if (at >= 0 || looked >= most || !(await this.#fill())) return null
    }
  }

  /** Pass over everything before the mark. False when it is not among the next `most` bytes: those are passed then. */
  async skipTo(mark: Buffer, most: number): Promise<boolean> {
    const end = this.offset + most
    for (;;) {
      const at = this.#held.indexOf(mark)
      if (at >= 0) {
        this.#pass(at)
        return true
      }
      // The mark may lie across two chunks.
      this.#pass(Math.max(0, this.#held.length - mark.length))
      if (this.offset >= end || !(await this.#fill())) return false
    }
  }

  async close(): Promise<void> {
    this.#held = EMPTY
    await this.#chunks.return?.()
  }

  async #fill(): Promise<boolean> {
    const next = await this.#chunks.next()
    if (next.done) return false
    const chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk])
    return true
  }

  #pass(count: number): Buffer {
    const passed = this.#held.subarray(0, count)
    this.#held = this.#held.subarray(count)
    this.offset += count
    return passed
  }
}
