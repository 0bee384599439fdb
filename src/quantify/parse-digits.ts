/** Above this, a number is a code and no count: 10^15. */
const LARGEST = 1e15

const PLAIN = /^\d+$/
const GROUPED = /^\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?$/
/** Lakh and crore: 1,50,000. */
const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/
const POINTS = /^\d{1,3}(?:\.\d{3}){2,}$/
const DECIMAL = /^\d+\.\d+$/
/** "1,5": a decimal comma; only where a unit or a scale follows, else it may as well be a list. */
const COMMA = /^\d+,\d{1,2}$/

/**
 * The number that digits stand for: groups of three, groups as in India, a decimal point; a decimal comma only where
 * `measured` says that a unit or a scale follows. Null when the digits can be read in two ways or are too many.
 */
export function parseDigits(digits: string, measured: boolean): number | null {
  const value = toValue(digits, measured)
  return value !== null && value <= LARGEST ? value : null
}

function toValue(digits: string, measured: boolean): number | null {
  if (digits.length > 24) return null
  if (PLAIN.test(digits) || DECIMAL.test(digits)) return Number(digits)
  if (GROUPED.test(digits) || INDIAN.test(digits)) return Number(digits.replace(/[^\d.]/g, ""))
  if (POINTS.test(digits)) return Number(digits.replaceAll(".", ""))
  return measured && COMMA.test(digits) ? Number(digits.replace(",", ".")) : null
}
