import type { Attribution } from "../model/attribution.ts"
import { contains, type Span } from "../model/span.ts"

/** Two contents of which at least this share is common are one claim. */
const SAME = 0.8

/**
 * Attributions in their order without doubles: of two whose contents are the same but for a fifth, found by two cues
 * ("told reporters, saying that …"), the surer one, of equally sure ones the first. One that the other reports stays.
 */
export function withoutDoubles(attributions: readonly Attribution[]): Attribution[] {
  const dropped = new Set<Attribution>()
  const byStart = attributions.map((one) => ({ one, ...reach(one) })).sort((a, b) => a.start - b.start)
  let open: typeof byStart = []
  for (const next of byStart) {
    open = open.filter(({ one, end }) => end > next.start && !dropped.has(one))
    for (const { one } of open) {
      if (dropped.has(one) || !isSame(one, next.one) || reports(one, next.one) || reports(next.one, one)) continue
      dropped.add(next.one.confidence > one.confidence ? one : next.one)
      if (dropped.has(next.one)) break
    }
    if (!dropped.has(next.one)) open.push(next)
  }
  return attributions.filter((one) => !dropped.has(one))
}

/** From the start of the first piece of what is said to the end of the last. */
const reach = ({ content }: Attribution): Span => ({ start: content[0]!.start, end: content.at(-1)!.end })

function isSame(a: Attribution, b: Attribution): boolean {
  const common = a.content.reduce(
    (sum, one) => sum + b.content.reduce((part, other) => part + shared(one, other), 0),
    0,
  )
  return common >= SAME * (length(a.content) + length(b.content) - common)
}

/** Whether source and cue of one stand in what the other says: somebody is said to have said it. */
const reports = (outer: Attribution, { source, cue }: Attribution): boolean =>
  source !== null && cue !== null && [source, cue].every((part) => outer.content.some((one) => contains(one, part)))

const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

const length = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)
