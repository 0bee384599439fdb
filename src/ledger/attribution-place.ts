import type { Attribution } from "../model/attribution.ts"
import type { Span } from "../model/span.ts"

const spansOf = ({ source, cue, content }: Attribution): Span[] =>
  [source, cue, ...content].filter((span) => span !== null)

const startOf = (attribution: Attribution): number => Math.min(...spansOf(attribution).map((span) => span.start))
const endOf = (attribution: Attribution): number => Math.max(...spansOf(attribution).map((span) => span.end))

/** Attributions by their place in the text: where they begin, the longer first (it may hold the other), then by id. */
export const byPlace = (attributions: readonly Attribution[]): Attribution[] =>
  attributions
    .map((attribution) => ({ attribution, start: startOf(attribution), end: endOf(attribution) }))
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.attribution.id < b.attribution.id ? -1 : 1))
    .map(({ attribution }) => attribution)
