import type { EvidenceLexicon } from "../lexicon/evidence.ts"
import type { EvidenceKind } from "../model/evidence.ts"
import type { Word } from "./words.ts"

const RECORDINGS: ReadonlySet<EvidenceKind> = new Set(["video", "photo", "audio", "satellite"])
const BE = new Set(["is", "are", "was", "were", "been"])
const HAVE = new Set(["has", "have", "had"])
const STANDS_FOR = new Set(["it", "they", "these", "both", "which"])
const ADVERBS = 2
/** Words between the thing and what is said of it, and words of the place or time, at most. */
const REACH = 8
const PLACE = 6

/**
 * Whether a sentence says of a recording that it is of another place or time than it is shown as: "the clip was filmed
 * at another factory", "is of a different bridge", "showed that it was shot years earlier". What only describes one
 * ("a video filmed in another ward") does not say so.
 */
export function isOfAnother(words: readonly Word[], lexicon: EvidenceLexicon): boolean {
  return words.some(({ lower }, at) => BE.has(lower) && isAbout(words, at, lexicon) && saysSo(words, at, lexicon))
}

/** Whether the subject of a verb is a recording, or stands for one named before. */
function isAbout(words: readonly Word[], verb: number, lexicon: EvidenceLexicon): boolean {
  const isRecording = ({ lower }: Word): boolean =>
    [lower, lower.replace(/s$/, "")].some((noun) => RECORDINGS.has(lexicon.items.get(noun) ?? "other"))
  const subject = HAVE.has(words[verb - 1]?.lower ?? "") ? verb - 2 : verb - 1
  const reach = STANDS_FOR.has(words[subject]?.lower ?? "") ? 0 : Math.max(0, verb - REACH)
  return words.slice(reach, verb).some(isRecording)
}

function saysSo(words: readonly Word[], verb: number, lexicon: EvidenceLexicon): boolean {
  let next = verb + 1
  while (next <= verb + ADVERBS && words[next]?.lower.endsWith("ly")) next++
  if (words[next]?.lower === "in" && words[next + 1]?.lower === "fact") next += 2
  const isMade = lexicon.words.get(words[next]?.lower ?? "") === "made"
  const from = isMade ? next + 1 : next
  return (
    isElsewhere(words, from, lexicon) || (isMade ? isLongBefore(words, from, lexicon) : isOld(words, from, lexicon))
  )
}

const classAt = (words: readonly Word[], at: number, { elsewhere }: EvidenceLexicon) =>
  elsewhere.get(words[at]?.lower ?? "")

/** "at another factory", "of a different bridge", but not "from another angle" or "in another video". */
function isElsewhere(words: readonly Word[], from: number, lexicon: EvidenceLexicon): boolean {
  if (classAt(words, from, lexicon) !== "place") return false
  const other = lexicon.functionWords.get(words[from + 1]?.lower ?? "") === "determiner" ? from + 2 : from + 1
  const at = classAt(words, other, lexicon) === "other" ? other : from + 1
  if (classAt(words, at, lexicon) !== "other") return false
  let head = at
  while (head < at + PLACE && words[head + 1]?.isWord && !lexicon.functionWords.has(words[head + 1]!.lower)) head++
  const noun = words[head]!.lower
  return head > at && classAt(words, head, lexicon) !== "manner" && !lexicon.items.has(noun)
}

/** "years earlier", "two years before the fire". */
function isLongBefore(words: readonly Word[], from: number, lexicon: EvidenceLexicon): boolean {
  for (let at = from; at < from + PLACE - 1; at++) {
    if (!words[at]?.isWord) return false
    if (classAt(words, at, lexicon) === "period") return classAt(words, at + 1, lexicon) === "ago"
  }
  return false
}

/** "is old", "is years old". */
const isOld = (words: readonly Word[], from: number, lexicon: EvidenceLexicon): boolean =>
  [from, from + 1].some((at) => classAt(words, at, lexicon) === "old") &&
  (classAt(words, from, lexicon) === "old" || classAt(words, from, lexicon) === "period")
