import type { CueLexicon } from "../../lexicon/cues.ts"
import type { Analysis } from "../../model/analysis.ts"
import type { Attribution } from "../../model/attribution.ts"
import type { Span } from "../../model/span.ts"

/** What a rule sees: the text, the attributions found so far in their order, and the word lists. */
export type Seen = Readonly<{
  analysis: Analysis
  attributions: readonly Attribution[]
  cues: CueLexicon
  /** Single words, lower case, that name who speaks in a headline: "police", "study". */
  headlineSources: ReadonlySet<string>
  /** Lower-case words that stand before a colon at a line's start and name nobody: "update", "photo". */
  noSpeakers: ReadonlySet<string>
}>

/**
 * What a rule makes: `of` is the attribution that it goes on with or whose speaker it carries over, null when it
 * starts from none. With `replaces`, the parts stand in the place of those of `of`.
 */
export type Carried = Readonly<{
  of: Attribution | null
  replaces: boolean
  parts: Pick<Attribution, "source" | "cue" | "content">
}>

/** A rule after the model: its row in data/en/carry.tsv, its reason for readers, and what it finds. Does not throw. */
export type CarryRule = Readonly<{
  name: string
  says: string
  find: (seen: Seen) => readonly Carried[]
}>

/** An attribution of which each piece of the text belongs to one. */
export const partsOf = ({ source, cue, content }: Pick<Attribution, "source" | "cue" | "content">): Span[] =>
  [source, cue, ...content].filter((span) => span !== null)
