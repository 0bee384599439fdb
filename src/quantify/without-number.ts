import type { Measure } from "../model/figure.ts"
import { type Counted, findCounted, groupEnd } from "./counted.ts"
import type { Draft } from "./draft.ts"
import type { Sentence } from "./find-drafts.ts"
import { findMeasure } from "./find-measure.ts"

/** What an indefinite "a man" counts as a figure of. */
export const VICTIMS: ReadonlySet<Measure> = new Set([
  "killed",
  "wounded",
  "arrested",
  "captured",
  "missing",
  "rescued",
])
/** What is worth saying of nobody and nothing. */
export const ZEROS: ReadonlySet<Measure> = new Set([
  "killed", "wounded", "casualties", "captured", "arrested", "missing", "displaced", "rescued", "affected", "charged",
  "destroyed", "damaged", "fired", "seized",
]) // biome-ignore format: one list

const NOTHING = { about: false, quantity: null, whole: -1, joined: false, idle: false, probability: 0 } as const

/** "no casualties", "no one was hurt", "none of the crew survived"; null when none begins at the token. */
export function zeroAt({ tokens, lexicon }: Sentence, at: number): Draft | null {
  const { words } = tokens
  if (!/^(?:no|none|nobody)$/.test(words[at]!) || lexicon.noFigure["no-phrase"].at(words, at).length > 0) return null
  const to = afterNobody(words, at)
  const isNobody = words[at] !== "no" || to > at + 1
  const counted = findCounted(tokens, lexicon, { from: at, after: to })
  const found = findMeasure({ tokens, lexicon, from: at, after: to, counted })
  if (!found || !(ZEROS.has(found.measure) || (isNobody && found.measure === "present"))) return null
  if (!isNobody && counted.from === counted.to) return null
  return { ...NOTHING, from: at, to, low: 0, high: 0, counted, found, measure: found.measure, kind: "zero" }
}

/** After "no one", "no-one", "nobody", "none"; after "no" alone where a noun follows. */
function afterNobody(words: readonly string[], at: number): number {
  if (words[at] !== "no") return at + 1
  if (words[at + 1] === "one") return at + 2
  return words[at + 1] === "-" && words[at + 2] === "one" ? at + 3 : at + 1
}

/** "the same number", "a similar number of civilians"; null when none begins at the token. */
export function sameAt({ tokens, lexicon }: Sentence, at: number): Draft | null {
  const { words } = tokens
  const phrase = words.slice(at, at + 3).join(" ")
  if (!/^(?:the same|an equal|a similar|the identical) (?:number|amount|figure|quantity|total)$/.test(phrase))
    return null
  const to = at + 3
  const counted = findCounted(tokens, lexicon, { from: at, after: to })
  const found = findMeasure({ tokens, lexicon, from: at, after: to, counted })
  const about = words[at + 1] === "similar"
  return {
    ...NOTHING,
    about,
    from: at,
    to,
    low: null,
    high: null,
    counted,
    found,
    measure: found?.measure ?? "count",
    kind: "same",
  }
}

/** How far the verb may stand from "a man" for it to be about him. */
const VICTIM_REACH = 4

/**
 * "A man was killed", "killing a ten-year-old girl", "another soldier wounded"; null when none begins at the token.
 * After "and" and "including" also one of which nothing is said: an enumeration may pass it on.
 */
export function victimAt({ tokens, lexicon }: Sentence, at: number): Draft | null {
  const { words, list } = tokens
  if (words[at] === "the" || words[at] === "no") return null
  // "Zurina Holt, a mother of two, was": one who is named.
  if (words[at - 1] === "," && at > 2 && (list[at - 2]!.capital || list[at - 2]!.kind === "digits")) return null
  const start = afterAge(words, /^(?:second|third|fourth|fifth)$/.test(words[at + 1] ?? "") ? at + 2 : at + 1)
  const to = groupEnd(tokens, lexicon, start)
  if (to === start || lexicon.people.endingAt(words, to - 1).length === 0) return null
  const counted: Counted = { from: to - 1, to, before: false }
  const found = findMeasure({ tokens, lexicon, from: at, after: to, counted })
  const isSaid =
    found &&
    (found.by === "left" || found.by === "right" || words[at - 1] === "of") &&
    found.near <= VICTIM_REACH &&
    VICTIMS.has(found.measure)
  if (!isSaid && !/^(?:and|including|with|as)$/.test(words[at - 1] ?? "")) return null
  const said = isSaid ? found : null
  return {
    ...NOTHING,
    from: at,
    to,
    low: 1,
    high: 1,
    counted,
    found: said,
    measure: said?.measure ?? "count",
    kind: "victim",
  }
}

/** "10-year-old", "31 - year - old", "ten-year-old". */
function afterAge(words: readonly string[], at: number): number {
  const dash = (index: number) => (words[index] === "-" ? index + 1 : index)
  const year = dash(at + 1)
  if (words[year] !== "year" && words[year] !== "month") return at
  const old = dash(year + 1)
  return words[old] === "old" ? old + 1 : at
}
