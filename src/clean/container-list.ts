import type { Containers } from "./page.ts"

type Lists = { -readonly [Key in keyof Containers]: Containers[Key][number][] }

const FIRST_SIZE = 256
/** The elements that start and end lines, as they are opened. */
export class ContainerList {
  readonly lists: Lists = { parent: [0], name: [""], groups: [0], signature: [0], depth: [0] }
  /** Places of signatures, by their parent's signature, name and class; 0 where a place is free. */
  private places = new Int32Array(FIRST_SIZE)
  private readonly parents: number[] = [0]
  private readonly kinds: number[] = [0]
  private readonly firsts: number[] = [0]
  private readonly seconds: number[] = [0]

  /** Index of an element of this name inside the container `parent`. `kind`: a number of its name; `plain`: two of its class. */
  add(name: string, kind: number, plain: readonly number[], place: { groups: number; parent: number }): number {
    const { lists } = this
    lists.parent.push(place.parent)
    lists.name.push(name)
    lists.groups.push(place.groups)
    lists.signature.push(this.signature(lists.signature[place.parent]!, kind, plain[0]!, plain[1]!))
    return lists.depth.push(lists.depth[place.parent]! + 1) - 1
  }

  private signature(parent: number, kind: number, first: number, second: number): number {
    const at = this.find(parent, kind, first, second)
    if (this.places[at] !== 0) return this.places[at]!
    const made = this.parents.push(parent) - 1
    this.kinds.push(kind)
    this.firsts.push(first)
    this.seconds.push(second)
    this.places[at] = made
    if (made * 2 > this.places.length) this.grow()
    return made
  }

  private find(parent: number, kind: number, first: number, second: number): number {
    const last = this.places.length - 1
    const hash = Math.imul(Math.imul(parent, 0x9e3779b1) ^ first, 0x85ebca6b) + kind
    let at = (hash ^ (hash >>> 15)) & last
    for (let known = this.places[at]!; known !== 0; known = this.places[at]!) {
      const isIt = this.parents[known] === parent && this.kinds[known] === kind
      if (isIt && this.firsts[known] === first && this.seconds[known] === second) return at
      at = (at + 1) & last
    }
    return at
  }

  private grow(): void {
    this.places = new Int32Array(this.places.length * 2)
    for (let made = 1; made < this.parents.length; made++) {
      const at = this.find(this.parents[made]!, this.kinds[made]!, this.firsts[made]!, this.seconds[made]!)
      this.places[at] = made
    }
  }
}
