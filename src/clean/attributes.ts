/** Attributes that the reader asks for, one bit each. */
export const ATTRIBUTE = {
  class: 1,
  id: 2,
  role: 4,
  hidden: 8,
  style: 16,
  "aria-hidden": 32,
  itemprop: 64,
  content: 128,
  datetime: 256,
  rel: 512,
  href: 1024,
  lang: 2048,
  type: 4096,
  property: 8192,
  name: 16384,
} as const
export type AttributeName = keyof typeof ATTRIBUTE

/**
 * Attributes of the tag just read, those that are in `ATTRIBUTE`: their bits, values as `[start, end)` in the
 * page, undecoded. `bits`: of all of them together.
 */
export type Attributes = { count: number; bits: number; which: number[]; starts: number[]; ends: number[] }
