import type { EvidenceLexicon } from "../lexicon/evidence.ts"
import type { Analysis } from "../model/analysis.ts"
import type { Evidence, EvidenceKind } from "../model/evidence.ts"
import { firstOf, firstOfName, runAfter } from "./noun-phrase.ts"
import { type Word, wordsOf } from "./words.ts"

const NOT = new Set([
  "not",
  "couldn't",
  "can't",
  "cannot",
  "unable",
  "impossible",
  "hasn't",
  "haven't",
  "wasn't",
  "weren't",
  "never",
  "didn't",
  "without",
  "yet",
])
const VERIFY = new Set([
  "verify",
  "verified",
  "verifying",
  "verifiable",
  "authenticate",
  "authenticated",
  "corroborate",
  "corroborated",
  "substantiate",
  "substantiated",
])
const INDEPENDENT = new Set(["confirm", "confirmed", "confirming", "assess", "check", "checked"])

/**
 * Statements that a check failed or was not possible: "the Courier could not independently verify the footage". The
 * item is the thing that was to be verified; method "unverified", stance "open". In order; none is an empty list.
 */
export function findUnverified({ text, sentences }: Analysis, lexicon: EvidenceLexicon): Evidence[] {
  return sentences.flatMap((sentence) => {
    if (!/verif|authentic|corrobor|substantiat|independent/i.test(text.value.slice(sentence.start, sentence.end)))
      return []
    const words = wordsOf(text.value, sentence)
    const verb = words.findIndex((word, at) => isCheck(words, at, word.lower) && isNegated(words, at))
    return verb < 0 ? [] : (recordAt(words, verb, lexicon) ?? [])
  })
}

const isCheck = (words: readonly Word[], at: number, lower: string): boolean =>
  VERIFY.has(lower) ||
  (INDEPENDENT.has(lower) && words.slice(Math.max(0, at - 2), at + 3).some((word) => word.lower === "independently"))

const isNegated = (words: readonly Word[], verb: number): boolean =>
  words.slice(Math.max(0, verb - 7), verb).some(({ lower }) => NOT.has(lower))

function recordAt(words: readonly Word[], verb: number, lexicon: EvidenceLexicon): Evidence | null {
  const passive = words
    .slice(Math.max(0, verb - 3), verb)
    .some(
      ({ lower }) =>
        lower === "be" ||
        lower === "been" ||
        lower === "wasn't" ||
        lower === "weren't" ||
        lower === "was" ||
        lower === "were",
    )
  const subject = subjectBefore(words, verb, lexicon)
  const object = objectAfter(words, verb, lexicon)
  const item = passive ? subject : object
  if (!item) return null
  const by = words.findIndex(({ lower }, at) => lower === "by" && at > verb && at < verb + 3)
  const agent = by < 0 ? null : objectAfter(words, by, lexicon)
  const checker = passive ? agent : subject
  return {
    item: { start: item.start, end: item.end },
    kind: item.kind,
    checker: checker && { start: checker.start, end: checker.end },
    method: "unverified",
    finding: null,
    stance: "open",
    attribution: null,
  }
}

type Thing = Readonly<{ start: number; end: number; kind: EvidenceKind }>

function subjectBefore(words: readonly Word[], verb: number, lexicon: EvidenceLexicon): Thing | null {
  let last = verb - 1
  while (last >= 0 && isAuxiliary(words[last]!, lexicon)) last--
  if (last < 0) return null
  const first = words[last]!.capital ? firstOfName(words, last) : firstOf(words, last, lexicon)
  return thing(words, first, last, lexicon)
}

const isAuxiliary = ({ lower, isWord }: Word, { functionWords }: EvidenceLexicon): boolean =>
  !isWord ||
  (functionWords.get(lower) === "stop" && !PRONOUNS.has(lower)) ||
  NOT.has(lower) ||
  lower.endsWith("ly") ||
  lower === "able" ||
  lower === "possible"
const PRONOUNS = new Set(["it", "he", "she", "they", "we", "i"])

function objectAfter(words: readonly Word[], at: number, lexicon: EvidenceLexicon): Thing | null {
  let from = at
  while (words[from + 1]?.lower === "independently") from++
  const last = runAfter(words, from, lexicon)
  if (last === null) return words[from + 1]?.isWord ? thing(words, from + 1, from + 1, lexicon) : null
  // "the authenticity of the footage": the footage was to be verified.
  if (words[last + 1]?.lower === "of") return objectAfter(words, last + 1, lexicon)
  let first = from + 1
  while (first < last && lexicon.functionWords.has(words[first]!.lower)) first++
  return thing(words, first, last, lexicon)
}

function thing(words: readonly Word[], first: number, last: number, { items }: EvidenceLexicon): Thing {
  const noun = words[last]!.lower
  const kind = items.get(noun) ?? items.get(noun.replace(/s$/, "")) ?? "other"
  return { start: words[first]!.start, end: words[last]!.end, kind }
}
