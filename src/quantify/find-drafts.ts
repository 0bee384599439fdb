import type { QuantityLexicon } from "../lexicon/quantities.ts"
import type { Measure } from "../model/figure.ts"
import { type Counted, findCounted, groupEnd } from "./counted.ts"
import type { Draft } from "./draft.ts"
import { findMeasure, type MeasureFound } from "./find-measure.ts"
import { isNoFigure } from "./is-no-figure.ts"
import { type Quantity, readQuantity } from "./read-quantity.ts"
import type { Tokens } from "./token.ts"

/** What an indefinite "a man" counts as a figure of. */
const VICTIMS: ReadonlySet<Measure> = new Set(["killed", "wounded", "arrested", "captured"])
/** What is worth saying of nobody. */
const ZEROS: ReadonlySet<Measure> = new Set([
  "killed",
  "wounded",
  "casualties",
  "captured",
  "arrested",
  "missing",
  "displaced",
  "rescued",
  "affected",
  "charged",
  "destroyed",
  "damaged",
  "fired",
  "seized",
])
const FIXED: ReadonlySet<string> = new Set(["distance", "area", "mass", "money", "share", "rate", "magnitude"])

type Sentence = Readonly<{ tokens: Tokens; lexicon: QuantityLexicon }>

/** Figures of one sentence, in order, before they are tied to what stands around it. */
export function findDrafts(sentence: Sentence): Draft[] {
  const drafts: Draft[] = []
  const { list } = sentence.tokens
  for (let at = 0; at < list.length; at++) {
    const draft = draftAt(sentence, at)
    if (!draft) continue
    if (draft !== "skip" && typeof draft !== "number") {
      drafts.push(draft)
      at = Math.max(at, draft.to - 1)
    } else if (typeof draft === "number") at = draft - 1
  }
  return join(sentence, drafts)
}

const CAN_BEGIN = /^(?:an?|no|none|nobody|another|the)$/

function draftAt(sentence: Sentence, at: number): Draft | number | "skip" | null {
  const { tokens, lexicon } = sentence
  const token = tokens.list[at]!
  if (token.kind === "word" && CAN_BEGIN.test(token.word)) {
    const special = zeroAt(sentence, at) ?? sameAt(sentence, at)
    if (special) return special
  }
  const quantity = readQuantity(tokens, lexicon, at)
  if (quantity) {
    const isNone = isNoFigure({ tokens, lexicon, quantity })
    if (!isNone) {
      const draft = numberDraft(sentence, quantity)
      if (draft) return draft
    }
    return Math.max(quantity.to, at + 1)
  }
  return token.kind === "word" && CAN_BEGIN.test(token.word) ? victimAt(sentence, at) : null
}

function numberDraft(sentence: Sentence, quantity: Quantity): Draft | null {
  const { tokens, lexicon } = sentence
  const { from, to, after, unit, low, high, about } = quantity
  const counted = findCounted(tokens, lexicon, { from, after })
  const found = findMeasure({ tokens, lexicon, from, after, counted })
  const fixed = fixedMeasure(quantity, found)
  // A vague word, or "one", that counts nothing and of which nothing is said.
  if (
    !fixed &&
    !found &&
    counted.from === counted.to &&
    (quantity.kind === "vague" || tokens.words[quantity.core] === "one")
  )
    return null
  void unit
  return {
    from,
    to,
    low,
    high,
    about,
    quantity,
    counted,
    found,
    measure: fixed ?? found?.measure ?? "count",
    kind: "number",
    whole: -1,
    joined: false,
  }
}

function fixedMeasure({ unit, kind, after }: Quantity, found: MeasureFound | null): Measure | null {
  void after
  if (kind === "share") return "share"
  if (!unit || unit.kind === "time") return found?.measure === "magnitude" ? "magnitude" : null
  if (unit.kind === "sign") return "money"
  if (!FIXED.has(unit.kind) && unit.kind !== "count") return null
  return unit.kind
}

/** "no casualties", "no one was hurt", "none of the crew survived". */
function zeroAt(sentence: Sentence, at: number): Draft | null {
  const { tokens, lexicon } = sentence
  const { words } = tokens
  if (!/^(?:no|none|nobody)$/.test(words[at]!)) return null
  if (lexicon.noFigure["no-phrase"].at(words, at).length > 0) return null
  const isNobody = words[at] !== "no" || words[at + 1] === "one" || (words[at + 1] === "-" && words[at + 2] === "one")
  const to = words[at] !== "no" || !isNobody ? at + 1 : words[at + 1] === "-" ? at + 3 : at + 2
  const counted = findCounted(tokens, lexicon, { from: at, after: to })
  const found = findMeasure({ tokens, lexicon, from: at, after: to, counted })
  if (!found || !ZEROS.has(found.measure) || (found.by === "weak" && counted.to - counted.from > 2)) return null
  return {
    from: at,
    to,
    low: 0,
    high: 0,
    about: false,
    quantity: null,
    counted,
    found,
    measure: found.measure,
    kind: "zero",
    whole: -1,
    joined: false,
  }
}

/** "the same number", "a similar number of civilians". */
function sameAt(sentence: Sentence, at: number): Draft | null {
  const { tokens, lexicon } = sentence
  const { words } = tokens
  if (
    !/^(?:the same|an equal|a similar|the identical) (?:number|amount|figure|quantity|total)$/.test(
      words.slice(at, at + 3).join(" "),
    )
  )
    return null
  const to = at + 3
  const counted = findCounted(tokens, lexicon, { from: at, after: to })
  const found = findMeasure({ tokens, lexicon, from: at, after: to, counted })
  return {
    from: at,
    to,
    low: null,
    high: null,
    about: words[at + 1] === "similar",
    quantity: null,
    counted,
    found,
    measure: found?.measure ?? "count",
    kind: "same",
    whole: -1,
    joined: false,
  }
}

/** "A man was killed", "killing a ten-year-old girl", "another soldier wounded". */
function victimAt(sentence: Sentence, at: number): Draft | null {
  const { tokens, lexicon } = sentence
  const { words } = tokens
  if (words[at] === "the" || words[at] === "no") return null
  const start = afterAge(words, /^(?:second|third|fourth|fifth)$/.test(words[at + 1] ?? "") ? at + 2 : at + 1)
  const end = groupEnd(tokens, lexicon, start)
  const to = personEnd(tokens, lexicon, start, end)
  if (to === null) return null
  const counted: Counted = { from: to - 1, to, before: false }
  const found = findMeasure({ tokens, lexicon, from: at, after: to, counted })
  if (!found || found.by === "weak" || found.by === "toll" || !VICTIMS.has(found.measure)) return null
  return {
    from: at,
    to,
    low: 1,
    high: 1,
    about: false,
    quantity: null,
    counted,
    found,
    measure: found.measure,
    kind: "victim",
    whole: -1,
    joined: false,
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

/** End of the first person's noun in a group, nobody's title or part of another noun ("police station"). */
function personEnd({ words }: Tokens, lexicon: QuantityLexicon, start: number, end: number): number | null {
  for (let at = end; at > start; at--) {
    if (lexicon.people.endingAt(words, at - 1).length > 0) return at === end || words[at] === "-" ? at : null
    if (at < end) return null
  }
  return null
}

const LINK = /^(?:,|and|or|plus|&|as|well|along|with|also|together|another|a|further|other|in|addition|to|the)$/
const PART =
  /^(?:including|included|includes|among|them|of|which|whom|these|those|with|at|least|mostly|,|and|:|-|–|—|\(|the|being)$/

/** What an enumeration and "including" pass on from figure to figure. */
function join({ tokens }: Sentence, drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = []
  for (const draft of drafts) {
    const before = joined.at(-1)
    if (!before || FIXED.has(draft.measure) || FIXED.has(before.measure)) {
      joined.push(draft)
      continue
    }
    const between = tokens.words.slice(Math.max(before.to, before.counted.before ? 0 : before.counted.to), draft.from)
    const isPart = isPartOf(between, tokens.words, draft)
    const isJoined = between.length <= 4 && between.every((word) => LINK.test(word))
    const open =
      draft.found === null || (draft.found.by === "weak" && before.found !== null && before.found.by !== "weak")
    const inherits = open && before.found !== null && (isJoined || isPart)
    const counted =
      draft.counted.from === draft.counted.to && (isJoined || isPart || draft.found?.by === "right")
        ? before.counted
        : draft.counted
    joined.push({
      ...draft,
      counted,
      ...(inherits ? { measure: before.measure, found: before.found } : {}),
      whole: isPart
        ? before.whole >= 0 && isJoined
          ? before.whole
          : joined.length - 1
        : isJoined && before.whole >= 0
          ? before.whole
          : -1,
      joined: isJoined,
    })
  }
  return backwards(joined)
}

function isPartOf(between: readonly string[], words: readonly string[], draft: Draft): boolean {
  const after = words.slice(draft.to, draft.to + 2).join(" ")
  if (/^of (?:them|whom|which|those|these)$/.test(after)) return true
  const text = between.join(" ")
  return (
    /\b(?:includ(?:ing|ed|es)|among them|of whom|of which|of them|among whom)\b/.test(text) &&
    between.length <= 8 &&
    PART.test(between.at(-1) ?? "including")
  )
}

/** "Two soldiers and five civilians were killed": what is said after the last of an enumeration holds for all. */
function backwards(drafts: readonly Draft[]): Draft[] {
  const out = [...drafts]
  for (let index = out.length - 2; index >= 0; index--) {
    const [draft, next] = [out[index]!, out[index + 1]!]
    const isOpen = draft.found === null || draft.found.by === "weak"
    if (next.joined && isOpen && next.found?.by === "right" && !FIXED.has(draft.measure)) {
      out[index] = { ...draft, measure: next.measure, found: next.found }
    }
  }
  return out
}
