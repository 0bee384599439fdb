/** Pairs of sounds that names are spelt with in either way: half an edit. */
const ALIKE = new Set(["iy", "ij", "jy", "ck", "kq", "sz", "vw", "cs", "ou", "ae", "ei", "fp", "gj", "eo", "bp", "dt", "gk", "uv", "uw", "ai", "gh", "hx", "kx"]) // biome-ignore format: one list
const VOWELS = new Set("aeiouy")

/**
 * Edits that turn one word into the other: a letter more, less, other, or two swapped count 1; a letter that sounds
 * alike, a doubled letter or a dropped "h" count less. Damerau's distance with weights; 0 for equal words.
 */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0
  const [left, right] = [Array.from(a), Array.from(b)]
  const rows: number[][] = [[0]]
  for (let j = 1; j <= right.length; j++) rows[0]!.push(rows[0]![j - 1]! + gap(right, j - 1))
  for (let i = 1; i <= left.length; i++) {
    const row = [rows[i - 1]![0]! + gap(left, i - 1)]
    for (let j = 1; j <= right.length; j++) {
      let best = Math.min(
        rows[i - 1]![j]! + gap(left, i - 1),
        row[j - 1]! + gap(right, j - 1),
        rows[i - 1]![j - 1]! + change(left[i - 1]!, right[j - 1]!),
      )
      const isSwapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
      if (isSwapped) best = Math.min(best, rows[i - 2]![j - 2]! + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return rows[left.length]![right.length]!
}

/** What a letter costs that only one word has. */
function gap(word: readonly string[], at: number): number {
  if (word[at] === word[at - 1]) return 0.4
  return word[at] === "h" && at > 0 ? 0.5 : 1
}

function change(a: string, b: string): number {
  if (a === b) return 0
  if (ALIKE.has(a < b ? a + b : b + a)) return 0.5
  return VOWELS.has(a) && VOWELS.has(b) ? 0.7 : 1
}
