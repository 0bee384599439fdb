import type { EvidenceLexicon, EvidenceWordClass } from "../lexicon/evidence.ts"
import type { Method } from "../model/evidence.ts"
import { overlaps, type Span } from "../model/span.ts"
import type { Candidate } from "./candidates.ts"
import { firstOf, runAfter } from "./noun-phrase.ts"
import type { Word } from "./words.ts"

export type Check = Readonly<{ checker: Span | null; method: Method | null }>

const METHOD_OF: Partial<Record<EvidenceWordClass, Method>> = {
  obtained: "obtained",
  reviewed: "reviewed",
  seen: "seen",
  published: "published",
  geolocated: "geolocated",
  compared: "compared",
  forensic: "forensic",
  interviewed: "interviewed",
  asked: "asked",
}
const REACH = 9

/** Who examined, obtained, published or saw an item, and how; nulls when nobody is named and nothing is said. */
export function findChecker(candidate: Candidate, lexicon: EvidenceLexicon): Check {
  const { item } = candidate
  return (
    doneBy(item.words, item.run.last, lexicon) ??
    (item.kind === "analysis" ? analyst(candidate, lexicon) : null) ??
    doer(item.words, item.run.first, lexicon) ??
    given(item.words, item.run.last, lexicon) ?? { checker: relayer(candidate), method: methodNear(candidate, lexicon) }
  )
}

const methodOf = (word: Word | undefined, { words }: EvidenceLexicon): Method | null => {
  const found = word && words.get(word.lower)
  return (found && METHOD_OF[found]) ?? null
}

/** "video obtained by the Courier", "footage, which was reviewed by two experts". */
function doneBy(words: readonly Word[], last: number, lexicon: EvidenceLexicon): Check | null {
  for (let at = last + 1; at < Math.min(words.length - 1, last + REACH); at++) {
    const method = methodOf(words[at - 1], lexicon)
    if (words[at]!.lower !== "by" || !method) continue
    const checker = phraseAfter(words, at, lexicon)
    return checker && { checker, method }
  }
  return null
}

/** "an analysis of figures by the Courier", "the Courier's review of records", "a Courier analysis". */
function analyst({ item: { words, run, head } }: Candidate, lexicon: EvidenceLexicon): Check | null {
  const by = words.findIndex(({ lower }, at) => lower === "by" && at > head && at < head + REACH)
  const after = by < 0 ? null : phraseAfter(words, by, lexicon)
  if (after) return { checker: after, method: "reviewed" }
  const owner = words.slice(run.first, head).filter(({ capital, isWord }) => capital && isWord)
  if (owner.length === 0) return null
  return { checker: { start: owner[0]!.start, end: owner.at(-1)!.end }, method: "reviewed" }
}

/** "Police released footage", "the Courier has obtained a copy of the letter". */
function doer(words: readonly Word[], first: number, lexicon: EvidenceLexicon): Check | null {
  for (let at = first - 1; at > Math.max(0, first - 4); at--) {
    const method = methodOf(words[at], lexicon)
    if (!method || words[at]!.lower.endsWith("ing")) continue
    let last = at - 1
    while (last > 0 && AUXILIARIES.has(words[last]!.lower)) last--
    const word = words[last]!
    if (!word.isWord || lexicon.functionWords.has(word.lower)) return { checker: null, method }
    return { checker: { start: words[firstOf(words, last, lexicon)]!.start, end: word.end }, method }
  }
  return null
}
const AUXILIARIES = new Set(["has", "have", "had", "also", "later", "recently", "then"])

/** "shared the recording with the Courier", "sent screenshots to the Courier". */
function given(words: readonly Word[], last: number, lexicon: EvidenceLexicon): Check | null {
  const link = words[last + 1]
  const isGiven = words.slice(Math.max(0, last - 8), last).some(({ lower }) => GIVEN.has(lower))
  if (!link || !isGiven || (link.lower !== "with" && link.lower !== "to")) return null
  const checker = phraseAfter(words, last + 1, lexicon)
  return checker && { checker, method: "obtained" }
}
const GIVEN = new Set(["shared", "sent", "gave", "provided", "leaked", "handed", "forwarded"])

/** Who is said to say what the item shows: "records show …, according to the Centre". */
function relayer({ item, span, attributions }: Candidate): Span | null {
  if (item.outlet) return null
  const found = attributions.find(
    ({ source, content, act }) => source && act !== "show" && content.some((piece) => overlaps(piece, span)),
  )
  return found && !overlaps(found.source!, span) ? found.source : null
}

function methodNear({ item: { words, run } }: Candidate, lexicon: EvidenceLexicon): Method | null {
  const near = words.slice(run.last + 1, run.last + 5).find((word) => methodOf(word, lexicon))
  return methodOf(near, lexicon)
}

function phraseAfter(words: readonly Word[], preposition: number, lexicon: EvidenceLexicon): Span | null {
  const last = runAfter(words, preposition, lexicon)
  if (last === null) return null
  let first = preposition + 1
  while (first < last && lexicon.functionWords.has(words[first]!.lower)) first++
  return { start: words[first]!.start, end: words[last]!.end }
}
