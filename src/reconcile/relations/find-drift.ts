import type { Quantity } from "./claim.ts"
import type { Compared } from "./compare-claims.ts"
import { rejects } from "./typed-features.ts"

/** So likely two speak, and so alike must the words be, for a statement to count as handed to another claimant. */
const TWO = 0.3
const SAME_WORDS = 0.9

/**
 * What a claim has lost or gained on its way from the left text to the right one, in words: a bound ("more than 70" has
 * become "70"), an "about", a claimant; empty when it came through whole.
 */
export function findDrift(compared: Compared): string[] {
  const { left, right, words, quantities: pair, sameness } = compared
  if (rejects(left) || rejects(right)) return []
  const drift = pair?.sameMeasure && pair.agreement !== "apart" ? figureDrift(pair.left, pair.right, compared) : null
  const named = left.claimant.length > 0 && right.claimant.length > 0
  const handed = named && sameness < TWO && words.letters >= SAME_WORDS && words.beyondNumbers >= SAME_WORDS
  const said = `said by ${left.claim.claimant}, printed as said by ${right.claim.claimant}`
  return [...(drift ? [drift] : []), ...(handed ? [said] : [])]
}

function figureDrift(from: Quantity, to: Quantity, { left, right }: Compared): string | null {
  const [one, other] = [boundOf(from), boundOf(to)]
  if (one === other || !isOneNumber(from, to)) return null
  const printed = (text: string, { start, end }: Quantity) => text.slice(start, end)
  return `"${printed(left.claim.text, from)}" has become "${printed(right.claim.text, to)}"`
}

const boundOf = ({ low, high, about }: Quantity): string =>
  low === high ? (about ? "about" : "exact") : high === null ? "from" : low === null ? "to" : "between"

/** "More than 70" is read as 71 and up. */
function isOneNumber(from: Quantity, to: Quantity): boolean {
  const numbers = ({ low, high }: Quantity) =>
    low === null ? [high, (high ?? 0) + 1] : high === null ? [low, low - 1] : low === high ? [low] : []
  return numbers(from).some((number) => number !== null && numbers(to).includes(number))
}
