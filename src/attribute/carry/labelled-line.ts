import type { Attribution } from "../../model/attribution.ts"
import { coverage } from "./coverage.ts"
import type { Carried, CarryRule } from "./rule.ts"
import { findLabels, type Label } from "./speaker-labels.ts"

/** Q: … A: … — HAUGEN: … — 14:05 Coach Bergamin: … Interviews, transcripts and live reports name who speaks before a colon. */
export const labelledLine: CarryRule = {
  name: "labelled-line",
  says: "the line begins with the speaker's name and a colon, as transcripts and interviews do",
  find: (seen) => {
    const covered = coverage(seen.attributions.flatMap(({ content }) => content))
    const byCue = new Map(seen.attributions.flatMap((of) => (of.cue ? [[of.cue.end, of] as const] : [])))
    return findLabels(seen).flatMap((label): Carried[] => {
      const of = byCue.get(label.colon.end)
      if (of) return isWhole(of, label) ? [] : [mended(of, label)]
      if (2 * covered(label.words) >= label.words.end - label.words.start) return []
      return [{ of: null, replaces: false, parts: { source: label.speaker, cue: label.colon, content: [label.words] } }]
    })
  },
}

/** The model took the colon for a cue: who speaks is the label, and what is said is in this line. */
function mended(of: Attribution, { speaker, words }: Label): Carried {
  return { of, replaces: true, parts: { source: speaker, cue: of.cue, content: [words] } }
}

const isWhole = ({ source, content }: Attribution, { speaker, words }: Label): boolean =>
  source?.start === speaker.start &&
  source.end === speaker.end &&
  coverage(content)(words) >= words.end - words.start - 1
