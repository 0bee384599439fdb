/** A text's length in code points, and the way from an offset in them to one in UTF-16 units. */
export type CodePoints = Readonly<{
  length: number
  /** Past either end of the text it gives that end. */
  toUnits: (codePoints: number) => number
}>

export function codePointsOf(text: string): CodePoints {
  const starts: number[] = []
  for (let unit = 0; unit < text.length; unit += text.codePointAt(unit)! > 0xffff ? 2 : 1) starts.push(unit)
  return {
    length: starts.length,
    toUnits: (codePoints) => (codePoints < 0 ? 0 : (starts[codePoints] ?? text.length)),
  }
}

/** The offset kept inside the text, and moved to the start of the character that it would cut in two. */
export function wholeCharacter(text: string, unit: number): number {
  const inside = Math.min(Math.max(unit, 0), text.length)
  const cuts = isHigh(text.charCodeAt(inside - 1)) && isLow(text.charCodeAt(inside))
  return cuts ? inside - 1 : inside
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000
