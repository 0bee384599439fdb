const SIZE = 4096
/** So many places are tried for a name; where all are taken by others it is not remembered. */
const TRIES = 8
const LONGEST = 40

/** Names of tags or attributes as they come by, in lower case: each is made a string once, not at every tag. */
export class NameTable {
  private readonly names: (string | undefined)[] = new Array(SIZE).fill(undefined)
  private readonly bits = new Int32Array(SIZE)
  private readonly known: ReadonlyMap<string, number>
  /** The bit of the name that was read last; 0 for one that the table was not told of. */
  bit = 0

  constructor(known: ReadonlyMap<string, number>) {
    this.known = known
  }

  /** `html.slice(start, end)` in lower case. */
  read(html: string, start: number, end: number): string {
    let hash = end - start
    for (let i = start; i < end; i++) {
      const unit = html.charCodeAt(i)
      if (unit > 127) return this.make(html, start, end)
      hash = (Math.imul(hash, 31) + (unit >= 65 && unit <= 90 ? unit | 32 : unit)) | 0
    }
    for (let step = 0; step < TRIES; step++) {
      const at = ((hash ^ (hash >>> 12)) + step) & (SIZE - 1)
      const name = this.names[at]
      if (name === undefined) return this.remember(at, html, start, end)
      if (isSame(name, html, start, end)) {
        this.bit = this.bits[at]!
        return name
      }
    }
    return this.make(html, start, end)
  }

  private remember(at: number, html: string, start: number, end: number): string {
    const made = this.make(html, start, end)
    if (made.length > LONGEST) return made
    // A slice would keep its whole page in memory.
    const name = Array.from(made).join("")
    this.names[at] = name
    this.bits[at] = this.bit
    return name
  }

  private make(html: string, start: number, end: number): string {
    const name = html.slice(start, end).toLowerCase()
    this.bit = this.known.get(name) ?? 0
    return name
  }
}

function isSame(name: string, html: string, start: number, end: number): boolean {
  if (name.length !== end - start) return false
  for (let i = 0; i < name.length; i++) {
    const unit = html.charCodeAt(start + i)
    if ((unit >= 65 && unit <= 90 ? unit | 32 : unit) !== name.charCodeAt(i)) return false
  }
  return true
}
