import type { Attribution } from "../../model/attribution.ts"
import { coverage } from "./coverage.ts"
import type { Carried, CarryRule, Seen } from "./rule.ts"
import { findLabels, type Label } from "./speaker-labels.ts"

/** Q: … A: … — HAUGEN: … — 14:05 Coach Bergamin: … Transcripts, interviews and live reports name who speaks. */
export const labelledLine: CarryRule = {
  name: "labelled-line",
  says: "the line begins with the speaker's name and a colon, as transcripts and interviews do",
  find: (seen) => {
    const covered = coverage(seen.attributions.flatMap(({ content }) => content))
    const cues = byEndOfCue(seen)
    return findLabels(seen).flatMap(({ speaker, colon, words }): Carried[] => {
      if (cues.has(colon.end) || 2 * covered(words) >= words.end - words.start) return []
      return [{ of: null, replaces: false, parts: { source: speaker, cue: colon, content: [words] } }]
    })
  },
}

/** Where the model took such a colon for a cue: who speaks is the whole label, what is said the rest of the line. */
export const labelledSource: CarryRule = {
  name: "labelled-source",
  says: "the speaker's name is all that stands before the colon, and what is said is the rest of the line",
  find: (seen) => {
    const cues = byEndOfCue(seen)
    return findLabels(seen).flatMap((label): Carried[] => {
      const of = cues.get(label.colon.end)
      if (!of || isWhole(of, label)) return []
      return [{ of, replaces: true, parts: { source: label.speaker, cue: of.cue, content: [label.words] } }]
    })
  },
}

const byEndOfCue = ({ attributions }: Seen): ReadonlyMap<number, Attribution> =>
  new Map(attributions.flatMap((of) => (of.cue ? [[of.cue.end, of] as const] : [])))

/** The full stop at the end may be left out. */
const isWhole = ({ source, content }: Attribution, { speaker, words }: Label): boolean =>
  source?.start === speaker.start &&
  source.end === speaker.end &&
  coverage(content)(words) >= words.end - words.start - 1
