import type { Act } from "../model/attribution.ts"
import { ACTS } from "../model/attribution.ts"
import { CounterclaimError } from "../model/error.ts"
import { readTable } from "./data.ts"

/** `negated`: the act is that of the cue turned round ("did not deny"). */
export type ListedCue = Readonly<{ cue: string; act: Act; negated: boolean }>

/** The words that signal each act. */
export type CueLexicon = Readonly<{
  /** The longest listed cue in the words of a cue; null when none is listed. */
  actOf(words: string): ListedCue | null
}>

/** Words that turn a cue round: "did not deny" is no denial. */
const NEGATION = /^(?:not|never|n't|no|nobody|without|cannot|neither|nor)$/

/**
 * Load data/en/cues.tsv (cue in its base form, act, note) and data/en/irregular-verbs.tsv (base, past, participle).
 * Throws `lexicon/unknown-act` when a row names no act, `lexicon/twice` when a cue is listed twice.
 */
export function loadCues(): CueLexicon {
  const irregular = new Map<string, string>()
  for (const { cells } of readTable("en/irregular-verbs.tsv", 3)) {
    for (const form of cells.slice(1)) irregular.set(form, cells[0]!)
  }
  const listed = new Map<string, ListedCue>()
  for (const { cells, where } of readTable("en/cues.tsv", 3)) {
    const [cue = "", act = ""] = cells
    if (!isAct(act)) {
      throw new CounterclaimError({
        code: "lexicon/unknown-act",
        what: `"${act}" is not an act`,
        where,
        fix: `use one of: ${ACTS.join(", ")}`,
      })
    }
    if (listed.has(cue)) {
      throw new CounterclaimError({
        code: "lexicon/twice",
        what: `"${cue}" is listed twice`,
        where,
        fix: "keep one row",
      })
    }
    listed.set(cue, { cue, act, negated: false })
  }
  const longest = Math.max(...Array.from(listed.keys(), (cue) => cue.split(" ").length))
  return { actOf: (words) => findLongest(tokensOf(words), { listed, irregular, longest }) }
}

const isAct = (act: string): act is Act => (ACTS as readonly string[]).includes(act)

const tokensOf = (words: string): string[] =>
  words
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/n't\b/g, " n't")
    .match(/n't|[\p{L}-]+/gu) ?? []

type Lists = Readonly<{
  listed: ReadonlyMap<string, ListedCue>
  irregular: ReadonlyMap<string, string>
  longest: number
}>

function findLongest(tokens: readonly string[], lists: Lists): ListedCue | null {
  for (let length = Math.min(lists.longest, tokens.length); length > 0; length--) {
    for (let start = 0; start + length <= tokens.length; start++) {
      const found = lookUp(tokens.slice(start, start + length), lists)
      if (found) return tokens.slice(0, start).some((token) => NEGATION.test(token)) ? negated(found) : found
    }
  }
  return null
}

/** The first word of a cue is inflected ("refused to comment"); so is a last noun ("its claims"). */
function lookUp(tokens: readonly string[], { listed, irregular }: Lists): ListedCue | null {
  const [head = "", ...rest] = tokens
  for (const base of baseForms(head, irregular)) {
    const found = listed.get([base, ...rest].join(" "))
    if (found) return found
  }
  return null
}

/** What may be the base form of a word: itself, an irregular verb's, or without -s, -ed, -ing. */
function baseForms(word: string, irregular: ReadonlyMap<string, string>): string[] {
  const forms = [word]
  const known = irregular.get(word)
  if (known) forms.push(known)
  if (word.endsWith("ies")) forms.push(`${word.slice(0, -3)}y`)
  if (word.endsWith("es")) forms.push(word.slice(0, -2))
  if (word.endsWith("s")) forms.push(word.slice(0, -1))
  if (word.endsWith("ied")) forms.push(`${word.slice(0, -3)}y`)
  for (const ending of ["ed", "ing"]) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    forms.push(`${stem}e`, stem)
    if (/(.)\1$/.test(stem)) forms.push(stem.slice(0, -1))
  }
  return forms
}

/** What a negated cue comes to, where it is not itself: "did not say", "did not deny" and "would not promise" decline. */
const NEGATED: Partial<Record<Act, Act>> = {
  admit: "decline",
  agree: "oppose",
  ask: "decline",
  assert: "decline",
  believe: "doubt",
  confirm: "decline",
  deny: "decline",
  doubt: "believe",
  intend: "oppose",
  promise: "decline",
  support: "oppose",
}

const negated = ({ cue, act }: ListedCue): ListedCue => ({
  cue: `not ${cue}`,
  act: NEGATED[act] ?? act,
  negated: true,
})
