import { sha256 } from "../model/hash.ts"

/** One of `count` parts that inputs are divided into; `number` from 1. */
export type Shard = Readonly<{ number: number; count: number }>

/** Parse "3/64". Null when it is none. */
export function parseShard(text: string): Shard | null {
  const [, number, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text.trim())?.map(Number) ?? []
  return number && count && number <= count ? { number, count } : null
}

/** Whether an input of this place is in the shard: the same on every machine where the place has the same name. */
export const isInShard = ({ number, count }: Shard, place: string): boolean =>
  Number.parseInt(sha256(place).slice(0, 12), 16) % count === number - 1
