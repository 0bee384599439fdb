/**
 * Where a line stands to the article: in it, in the few lines before or after it, or farther before or after; or whatever
 * its place, in a text that is no running one.
 */
export const LINE_REGIONS = ["inside", "just before", "before", "just after", "after", "in lists"] as const
export type LineRegion = (typeof LINE_REGIONS)[number]

/** A line of furniture within the article costs so many words. */
const COST = 6
/** Lines of fewer words say nothing of where the article is. */
const FEWEST_WORDS = 6
const JUST = 3
/** Where less than this share of the likely lines is prose, they are a list, a table, a talk: their place says little. */
const LEAST_PROSE = 0.6

/** What is known of a line. */
export type PlacedLine = Readonly<{ words: number; isProse: boolean; chance: number }>

/** The region of each line: `training/clean/line_thresholds.py` counts the same. */
export function lineRegions(lines: readonly PlacedLine[]): LineRegion[] {
  if (!isRunning(lines)) return lines.map(() => "in lists")
  const { start, end } = articleStretch(lines)
  return lines.map((_, i) => {
    if (i >= start && i < end) return "inside"
    if (i < start) return start - i <= JUST ? "just before" : "before"
    return i - end < JUST ? "just after" : "after"
  })
}

function isRunning(lines: readonly PlacedLine[]): boolean {
  const likely = lines.filter(({ chance }) => chance < 0.5)
  return likely.filter(({ isProse }) => isProse).length >= LEAST_PROSE * Math.max(1, likely.length)
}

/** The stretch with the most words that are likely the article's, less what its furniture costs; empty when there is none. */
function articleStretch(lines: readonly PlacedLine[]): { start: number; end: number } {
  let best = { start: 0, end: 0, score: 0 }
  let start = 0
  let score = 0
  for (const [i, { words, chance }] of lines.entries()) {
    const mass = words >= FEWEST_WORDS ? (1 - chance) * words : 0
    score += mass - COST * chance - 0.001
    if (score <= 0) [score, start] = [0, i + 1]
    else if (score > best.score) best = { start, end: i + 1, score }
  }
  return best
}
