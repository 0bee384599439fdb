import type { Sense } from "./sense.ts"

/** How likely each sense of one name is, and how likely the name is a place at all. */
export type Belief = Readonly<{ key: string; weight: number; senses: readonly Sense[]; shares: readonly number[] }>

/** Where the other places of a text lie: how much of them in each country, region and part of the map. */
export class Geography {
  readonly #countries = new Map<string, number>()
  readonly #regions = new Map<string, number>()
  readonly #cells = new Map<number, number>()
  readonly #named = new Map<string, number>()
  #total = 0

  constructor(beliefs: readonly Belief[]) {
    for (const belief of beliefs) this.#add(belief, 1)
  }

  /** Give the answer of `ask` as if the text had not named this place. */
  without<Answer>(belief: Belief | undefined, ask: () => Answer): Answer {
    if (belief) this.#add(belief, -1)
    const answer = ask()
    if (belief) this.#add(belief, 1)
    return answer
  }

  /** A country that is meant without being named: by its people, or the publisher's. */
  addCountry(country: string, weight: number): void {
    add(this.#countries, country, weight)
    add(this.#named, country, weight)
    this.#total += weight
  }

  /** 0 to 1 each: whether the region or country is named, and how much lies in the region, the country and near by. */
  support({ country, region, latitude, longitude }: Sense): Readonly<Record<string, number>> {
    return {
      "region named": squash((region && this.#named.get(region)) || 0),
      "country named": squash((country && this.#named.get(country)) || 0),
      "region support": squash((region && this.#regions.get(region)) || 0),
      "country share": this.#total > 0.2 ? ((country && this.#countries.get(country)) || 0) / this.#total : 0,
      "near support": latitude === null || longitude === null ? 0 : squash(this.#near(latitude, longitude)),
    }
  }

  #add({ weight, senses, shares }: Belief, sign: number): void {
    this.#total += sign * weight
    for (let i = 0; i < senses.length; i++) {
      const amount = sign * weight * shares[i]!
      if (Math.abs(amount) < 0.002) continue
      const { kind, country, region, latitude, longitude } = senses[i]!
      if (country) add(this.#countries, country, amount)
      if (region) add(this.#regions, region, amount)
      if (kind === "region" && region) add(this.#named, region, amount)
      if (kind === "country" && country) add(this.#named, country, amount)
      if (kind !== "region" && kind !== "country" && latitude !== null && longitude !== null)
        add(this.#cells, cellOf(latitude, longitude), amount)
    }
  }

  /** Over the nine fields of one degree (111 km) around. */
  #near(latitude: number, longitude: number): number {
    let sum = 0
    for (const north of [-1, 0, 1])
      for (const east of [-1, 0, 1]) sum += this.#cells.get(cellOf(latitude + north, longitude + east)) ?? 0
    return sum
  }
}

const add = <Key>(sums: Map<Key, number>, key: Key, amount: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + amount)
}

const cellOf = (latitude: number, longitude: number): number =>
  Math.floor(latitude + 90) * 360 + ((Math.floor(longitude + 180) + 360) % 360)

const squash = (amount: number): number => Math.max(0, amount) / (0.5 + Math.max(0, amount))
