import { lookUpNoun } from "./look-up-noun.ts"
import { gapAfter, nameOf, type Scene } from "./scene.ts"

/** Tokens of a phrase: its first, the one after its head, the one after its last. */
export type Extent = Readonly<{ from: number; end: number; to: number }>

/** Words that end a head: what follows tells more of it. */
export const BREAKS = new Set(
  "who whom which that whose of for in on at from with by to about near close familiar including like among led based whether said says told when where while after before outside inside within across around between against as is was were has had have taken made done written seen given sent shown drawn".split(
    " ",
  ),
)
export const POSSESSIVE_PRONOUNS = new Set(["his", "her", "its", "their", "my", "our", "your", "whose"])
export const DEFINITE = new Set(["the", "this", "that", "these", "those", "both", "such"])
const OPENING = new Set([...DEFINITE, ...POSSESSIVE_PRONOUNS, "a", "an", "one", "another"])
/** What stands between words where a head ends. */
export const CUTS = /[,;:()[\]—–"“”]|\s-\s|''|\n/

/** What opens a time after a noun: "the poll this month", "a report Thursday". */
const TIMES = new Set(
  "this next last earlier today yesterday tonight here elsewhere abroad nationwide alike monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
)
/** What opens a clause without "who": "people he has spoken to". */
const SUBJECTS = new Set(["i", "he", "she", "they", "we", "you"])
const PARTICIPLE = /^\p{Ll}{2,}(?:ed|ing)$/u
const SELF = new Set(["himself", "herself", "itself", "themselves", "alone", "too", "both"])

/** "She" of "she's", "they" of "they'll". */
export const withoutVerb = (word: string): string => word.replace(/'(?:s|ve|re|ll|d|m)$/, "")

/** Where the phrase's head ends: before the first comma, bracket, relative or preposition outside of a name. */
export function headEnd(scene: Scene, { from, to }: Readonly<{ from: number; to: number }>): number {
  const { tokens } = scene
  let end = from + 1
  while (end < to) {
    if (SELF.has(tokens[end]!.lower)) break
    const inName = nameOf(scene, end) !== null && nameOf(scene, end) === nameOf(scene, end - 1)
    const isBreak = BREAKS.has(tokens[end]!.lower) && !tokens[end]!.capital
    const isTime = end > from && TIMES.has(tokens[end]!.lower) && lookUpNoun(scene, { from, end }) !== null
    const isClause =
      isTime ||
      (SUBJECTS.has(withoutVerb(tokens[end]!.lower)) && lookUpNoun(scene, { from, end }) !== null) ||
      (end > from &&
        PARTICIPLE.test(tokens[end]!.text) &&
        !tokens[end - 1]!.possessive &&
        !/^['’]/.test(gapAfter(scene, end - 1)) &&
        lookUpNoun(scene, { from, end }) !== null)
    const isCut = CUTS.test(gapAfter(scene, end - 1)) && !isAmongAdjectives(scene, { from, end, to })
    if (!inName && (isBreak || isClause || isCut)) break
    if (!inName && tokens[end]!.lower === "and" && nameOf(scene, end - 1)) break
    end++
  }
  return end
}

/** Whether a comma stands between adjectives: "the calm, bearded envoy". */
function isAmongAdjectives(scene: Scene, { from, end, to }: Extent): boolean {
  const { tokens } = scene
  if (gapAfter(scene, end - 1) !== ", " || !OPENING.has(tokens[from]!.lower) || nameOf(scene, end - 1)) return false
  if (end - from < 2 || tokens[end - 1]!.capital || lookUpNoun(scene, { from, end })) return false
  const next = tokens[end]!
  if (next.capital || OPENING.has(next.lower) || BREAKS.has(next.lower) || next.lower === "and") return false
  for (let at = end; at < Math.min(to, end + 3); at++) {
    if (lookUpNoun(scene, { from: end, end: at + 1 })) return true
    if (!/^\s$/.test(gapAfter(scene, at))) return false
  }
  return false
}
