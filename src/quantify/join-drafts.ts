import type { QuantityLexicon } from "../lexicon/quantities.ts"
import type { Draft } from "./draft.ts"
import type { Sentence } from "./find-drafts.ts"
import { FIXED } from "./fixed-measure.ts"
import { VICTIMS } from "./without-number.ts"

/** Words between two figures of one enumeration, at most. */
const JOINT = 4
const PART_REACH = 8
const LIST_REACH = 12

/** Pass on what an enumeration, "including" and "out of" say from figure to figure, and mark what is a part of what. */
export function joinDrafts(sentence: Sentence, drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = []
  for (const draft of drafts) joined.push(joinOne(sentence, draft, joined))
  return backwards(joined)
}

function joinOne({ tokens: { words }, lexicon }: Sentence, draft: Draft, earlier: readonly Draft[]): Draft {
  const last = earlier.findLastIndex(({ idle, kind, found }) => !idle && (kind !== "victim" || found !== null))
  const before = earlier[last]
  if (!before || draft.idle || FIXED.has(draft.measure) || FIXED.has(before.measure)) return draft
  const between = words.slice(before.counted.before ? before.to : Math.max(before.to, before.counted.to), draft.from)
  const { links, part } = lexicon.functions
  const isPart = isPartOf(between, words, { draft, before, part })
  const isJoined = (between.length <= JOINT && between.every((word) => links.has(word))) || isListed(between, lexicon)
  const isOpen = !draft.found || (draft.found.by === "weak" && before.found !== null && before.found.by !== "weak")
  const inherits =
    isOpen &&
    before.found !== null &&
    (isJoined || isPart) &&
    !draft.counted.before &&
    (draft.kind !== "victim" || VICTIMS.has(before.measure))
  const isBare = draft.counted.from === draft.counted.to && (isJoined || isPart || draft.found?.by === "right")
  return {
    ...draft,
    ...(isBare ? { counted: before.counted } : {}),
    ...(inherits ? { measure: before.measure, found: before.found } : {}),
    whole: isJoined && before.whole >= 0 ? before.whole : isPart ? last : -1,
    joined: isJoined,
  }
}

/** ", a tunnel entrance, and": items without a number between two with one. */
function isListed(between: readonly string[], { functions, measures }: QuantityLexicon): boolean {
  if (
    between.length > LIST_REACH ||
    !/^[,;]$|^and$/.test(between[0] ?? "") ||
    !/^(?:,|;|and)$/.test(between.at(-1) ?? "")
  )
    return false
  return between.every((word, at) => {
    if (
      functions.finite.has(word) ||
      functions["begins-clause"].has(word) ||
      (functions.preposition.has(word) && word !== "with")
    )
      return word === ";"
    return !measures.at(between, at).some(({ value }) => value.passive || (value.active && !value.base))
  })
}

type Pair = Readonly<{ draft: Draft; before: Draft; part: ReadonlySet<string> }>

function isPartOf(between: readonly string[], words: readonly string[], { draft, before, part }: Pair): boolean {
  if (/^of (?:them|whom|which|those|these)$/.test(words.slice(draft.to, draft.to + 2).join(" "))) return true
  if (between.length > PART_REACH) return false
  // "Out of 23 pirates, 12", "Of the 40 killed, 12"
  const opens =
    /^(?:of|the|all)$/.test(words[before.from - 1] ?? "") && /^(?:out|of)$/i.test(words[before.from - 2] ?? "of")
  if (opens && between.at(0) === "," && between.length <= 2) return true
  return (
    /\b(?:includ(?:ing|ed|es)|among them|of whom|of which|of them|among whom)\b/.test(between.join(" ")) &&
    part.has(between.at(-1)!)
  )
}

/** "Two soldiers and five civilians were killed": what is said after the last of an enumeration holds for all. */
function backwards(drafts: readonly Draft[]): Draft[] {
  const out = [...drafts]
  for (let index = out.length - 2; index >= 0; index--) {
    const [draft, next] = [out[index]!, out[index + 1]!]
    const isOpen = !draft.found || draft.found.by === "weak"
    if (next.joined && isOpen && next.found?.by === "right" && !FIXED.has(draft.measure) && !draft.counted.before) {
      out[index] = { ...draft, measure: next.measure, found: next.found }
    }
  }
  return out
}
