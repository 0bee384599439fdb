/**
 * A number with three digits after the point, exact halves to the even digit as Python's "%.3f" has it
 * (0.0625 -> "0.062", where `toFixed` gives "0.063").
 */
export function threeDigits(value: number): string {
  // Only odd sixteenths lie exactly between two thousandths: no other fraction of the kind is a power of two.
  const isHalf = Math.abs(value * 16) % 2 === 1
  const below = Math.floor(value * 1000)
  return isHalf && below % 2 === 0 ? (below / 1000).toFixed(3) : value.toFixed(3)
}
