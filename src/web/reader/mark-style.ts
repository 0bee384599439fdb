/** Above this many, the page would be slow to style: the numbers in the text still tell what belongs together. */
export const MOST_LIT = 300

/**
 * A style sheet that lights up the words of an attribution when its card or its number is pointed at,
 * focused, or jumped to: for attributions numbered 1 to `count`. A rule for each, because CSS cannot
 * compare two attributes.
 */
export function markStyle(count: number): string {
  const numbers = Array.from({ length: Math.min(count, MOST_LIT) }, (_, i) => i + 1)
  return numbers.map(rule).join("\n")
}

function rule(number: number): string {
  const reader = `.reader:has([data-card="${number}"]:is(:target,:hover,:focus-within),[data-number="${number}"]:is(:hover,:focus-visible,:target))`
  return `${reader} :is([data-mark="${number}"],[data-card="${number}"]){--lit:var(--lit-on)}`
}
