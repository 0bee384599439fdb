/** Above this many, the page would be slow to style: the other notes are reached by their marks, which link to them. */
export const MOST_NOTES = 400

/**
 * A style sheet that shows a note while its mark is pointed at or focused, and ties it to the mark: for notes numbered
 * 1 to `count`. A rule for each, because CSS cannot compare two attributes.
 */
export function noteStyle(count: number): string {
  const numbers = Array.from({ length: Math.min(count, MOST_NOTES) }, (_, i) => i + 1)
  return numbers.map(rule).join("\n")
}

const rule = (number: number): string =>
  `[data-note="${number}"]{anchor-name:--n${number}}.note[data-says="${number}"]{position-anchor:--n${number}}` +
  `.reader:has([data-note="${number}"]:is(:hover,:focus-visible)) .note[data-says="${number}"]{display:block}`
