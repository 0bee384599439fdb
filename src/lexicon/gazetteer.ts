import { dataPath } from "./data.ts"
import { foldName } from "./fold-name.ts"
import { type Keys, lineEnds, lines, plane, readSections, type Sections, section, starts, unfold } from "./packed.ts"

export const GAZETTEER_KINDS = ["country", "region", "district", "city"] as const
export type GazetteerKind = (typeof GAZETTEER_KINDS)[number]

/** One place of the gazetteer. */
export type GazetteerEntry = Readonly<{
  id: number
  name: string
  kind: GazetteerKind
  /** ISO 3166-1 alpha-2. */
  country: string
  /** First-level region as GeoNames codes it: "US.OH"; null when not known. */
  region: string | null
  /** Second-level region: the same number, the same district; 0: not known. */
  district: number
  /** WGS 84, degrees, to about 300 m. */
  latitude: number
  longitude: number
  people: number
}>

export interface Gazetteer {
  readonly size: number
  /** Places of that name (any spelling that `foldName` makes the same), the most peopled first; empty when there is none. */
  find(name: string): readonly GazetteerEntry[]
  /** The first-level region of that code ("US.OH") or the country of that code ("US"); null when there is none. */
  region(code: string): GazetteerEntry | null
}

const FILE = "places/gazetteer.bin.br"

/**
 * Load data/places/gazetteer.bin.br: about 20 MB once loaded. The layout is described in training/places/README.md.
 * Throws `lexicon/unreadable` when there is no such file, `lexicon/damaged` when it is not what it says.
 */
export function loadGazetteer(path = dataPath(FILE)): Gazetteer {
  const sections = readSections(path)
  const keys = unfold(section(sections, "keys"), path)
  return new PackedGazetteer(sections, keys)
}

/** People are kept as ten times their logarithm. */
const PEOPLE = Array.from({ length: 256 }, (_, ten) => Math.round(10 ** (ten / 10) - 1))

/** An entry whose name is put together only where it is asked for: that costs more than all the rest. */
class NamedLate implements GazetteerEntry {
  readonly id: number
  readonly kind: GazetteerKind
  readonly country: string
  readonly region: string | null
  readonly district: number
  readonly latitude: number
  readonly longitude: number
  readonly people: number
  readonly #nameOf: (id: number) => string

  constructor(nameOf: (id: number) => string, entry: Omit<GazetteerEntry, "name">) {
    this.#nameOf = nameOf
    this.id = entry.id
    this.kind = entry.kind
    this.country = entry.country
    this.region = entry.region
    this.district = entry.district
    this.latitude = entry.latitude
    this.longitude = entry.longitude
    this.people = entry.people
  }

  get name(): string {
    return this.#nameOf(this.id)
  }
}

class PackedGazetteer implements Gazetteer {
  readonly size: number
  readonly #keys: Keys
  readonly #primaries: Uint32Array
  readonly #others: Uint32Array
  readonly #refs: Uint32Array
  readonly #latitudes: Int16Array
  readonly #longitudes: Int16Array
  readonly #people: Uint8Array
  readonly #kinds: Uint8Array
  readonly #countries: Uint8Array
  readonly #regions: Uint16Array
  readonly #districts: Uint16Array
  readonly #oddIds: Uint32Array
  readonly #oddNames: Uint8Array
  readonly #oddEnds: Uint32Array
  readonly #isoCodes: readonly string[]
  readonly #regionCodes: readonly string[]
  readonly #nameOf = (id: number): string => this.#name(id)
  #byCode: Map<string, number> | null = null

  constructor(sections: Sections, keys: Keys) {
    const of = (name: string) => section(sections, name)
    this.#keys = keys
    this.#primaries = starts(of("primaries"))
    this.#others = starts(of("others"))
    this.#refs = plane(of("refs"), 3)
    this.#latitudes = new Int16Array(plane(of("latitudes"), 2))
    this.#longitudes = new Int16Array(plane(of("longitudes"), 2))
    this.#people = of("people").slice()
    this.#kinds = of("kinds").slice()
    this.#countries = of("countries").slice()
    this.#regions = new Uint16Array(plane(of("regions"), 2))
    this.#districts = new Uint16Array(plane(of("districts"), 2))
    this.#isoCodes = lines(of("isoCodes"))
    this.#regionCodes = lines(of("regionCodes"))
    this.#oddIds = plane(of("odd"), 2)
    for (let i = 1; i < this.#oddIds.length; i++) this.#oddIds[i]! += this.#oddIds[i - 1]!
    this.#oddNames = of("oddNames").slice()
    this.#oddEnds = lineEnds(this.#oddNames)
    this.size = this.#people.length
  }

  find(name: string): readonly GazetteerEntry[] {
    const key = this.#indexOf(foldName(name))
    if (key === -1) return []
    const ids: number[] = []
    for (let id = this.#primaries[key]!; id < this.#primaries[key + 1]!; id++) ids.push(id)
    for (let ref = this.#others[key]!; ref < this.#others[key + 1]!; ref++) ids.push(this.#refs[ref]!)
    ids.sort((a, b) => this.#people[b]! - this.#people[a]! || a - b)
    return ids.map((id) => this.#entry(id))
  }

  region(code: string): GazetteerEntry | null {
    this.#byCode ??= this.#readCodes()
    const id = this.#byCode.get(code)
    return id === undefined ? null : this.#entry(id)
  }

  #readCodes(): Map<string, number> {
    const codes = new Map<string, number>()
    for (let id = 0; id < this.size; id++) {
      if (this.#kinds[id] === 0) codes.set(this.#isoCodes[this.#countries[id]!]!, id)
      if (this.#kinds[id] === 1) codes.set(this.#regionCodes[this.#regions[id]! - 1]!, id)
    }
    return codes
  }

  #entry(id: number): GazetteerEntry {
    const region = this.#regions[id]!
    return new NamedLate(this.#nameOf, {
      id,
      kind: GAZETTEER_KINDS[this.#kinds[id]!] ?? "city",
      country: this.#isoCodes[this.#countries[id]!] ?? "",
      region: region === 0 ? null : (this.#regionCodes[region - 1] ?? null),
      district: this.#districts[id]!,
      latitude: round((this.#latitudes[id]! / 32767) * 90),
      longitude: round((this.#longitudes[id]! / 32767) * 180),
      people: PEOPLE[this.#people[id]!]!,
    })
  }

  /** Names that are not their key with capitals are kept apart; the others are made of the key. */
  #name(id: number): string {
    const odd = search(this.#oddIds, id)
    if (this.#oddIds[odd] === id) {
      const start = odd === 0 ? 0 : this.#oddEnds[odd - 1]! + 1
      return Buffer.from(this.#oddNames.subarray(start, this.#oddEnds[odd]!)).toString("utf8")
    }
    const key = search(this.#primaries, id + 1) - 1
    return this.#key(key).replace(/(^| )[a-z]/g, (letter) => letter.toUpperCase())
  }

  #key(index: number): string {
    const start = index === 0 ? 0 : this.#keys.ends[index - 1]!
    return Buffer.from(this.#keys.bytes.subarray(start, this.#keys.ends[index]!)).toString("latin1")
  }

  #indexOf(key: string): number {
    const { bytes, ends } = this.#keys
    let low = 0
    let high = ends.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const order = compare(key, bytes, middle === 0 ? 0 : ends[middle - 1]!, ends[middle]!)
      if (order === 0) return middle
      if (order < 0) high = middle - 1
      else low = middle + 1
    }
    return -1
  }
}

function compare(key: string, bytes: Uint8Array, start: number, end: number): number {
  for (let i = 0; i < key.length; i++) {
    if (start + i >= end) return 1
    const difference = key.charCodeAt(i) - bytes[start + i]!
    if (difference !== 0) return difference
  }
  return key.length - (end - start)
}

/** The first index whose value is at least `value`; the length when there is none. */
function search(values: Uint32Array, value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

const round = (degrees: number): number => Math.round(degrees * 1000) / 1000
