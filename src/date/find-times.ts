import type { TimeLexicon } from "../lexicon/times.ts"
import type { Analysis } from "../model/analysis.ts"
import type { PublishedDate } from "../model/date.ts"
import type { TimeExpression } from "../model/time.ts"
import { toAnchor, toMinute } from "./anchor.ts"
import type { Meaning, Rule, Surroundings } from "./rule.ts"
import { CLOCK } from "./rules/clock.ts"
import { COMPARED } from "./rules/compared.ts"
import { DAYS } from "./rules/days.ts"
import { LENGTHS } from "./rules/lengths.ts"
import { RELATIVE } from "./rules/relative.ts"
import { STRETCHES } from "./rules/stretches.ts"
import { VAGUE } from "./rules/vague.ts"
import { YEARS } from "./rules/years.ts"
import { tenseAt } from "./tense.ts"
import type { Token, Tokens } from "./tokens.ts"
import { toTokens } from "./tokens.ts"

const RULES: readonly Rule[] = [
  ...CLOCK,
  ...DAYS,
  ...STRETCHES,
  ...YEARS,
  ...COMPARED,
  ...RELATIVE,
  ...VAGUE,
  ...LENGTHS,
]

/** No time begins with these, and most tokens are such. */
const NO_START: ReadonlySet<string> = new Set(["word", "name", "mark", "dot", "comma", "stop", "break", "possessive", "currency", "hyphen", "preposition", "of", "to", "and", "past-sign", "present-sign", "future-sign", "be", "counted", "before", "slash"]) // biome-ignore format: one list

/** Words that begin a time only where one of these stands near. */
const WEAK: ReadonlySet<string> = new Set(["the", "article", "number", "day-number", "figure", "more", "about", "vague", "every", "edge", "bound", "that", "ordinal", "previous", "next", "following", "than", "earlier", "later", "christian", "zone", "period", "old", "ago", "hence", "ahead", "this"]) // biome-ignore format: one list

/** So many tokens after a word, and five before it, are looked at for one that is not weak. */
const NEAR = 10

/**
 * Words for times, in order and never overlapping, with their TIMEX3 values. A value that hangs on the day of writing
 * is null when the document has none, and so is a day that is none of the calendar. Does not throw; empty when there
 * are no times. Method: patterns over kinds of words, the longest first, as HeidelTime (Strötgen and Gertz 2013) and
 * SUTime (Chang and Manning 2012) do; conventions of TimeML 1.2.1.
 */
export function findTimes(analysis: Analysis, published: PublishedDate | null, lexicon: TimeLexicon): TimeExpression[] {
  const tokens = toTokens(analysis.text.value, lexicon)
  const known = { anchor: toAnchor(published), minute: toMinute(published), tense: lexicon.tense }
  const found: TimeExpression[] = []
  for (let from = 0; from < tokens.list.length; ) {
    const match = mayStart(tokens.list, from) ? matchAt(tokens, from, { ...known, earlier: found }) : null
    if (match) found.push(match.time)
    from = match?.to ?? from + 1
  }
  return found
}

function mayStart(list: readonly Token[], at: number): boolean {
  const { kind } = list[at]!
  if (NO_START.has(kind)) return false
  if (!WEAK.has(kind)) return true
  for (let near = Math.max(0, at - 5); near < at + NEAR; near++) {
    const other = list[near]?.kind
    if (other !== undefined && !WEAK.has(other) && !NO_START.has(other)) return true
    if (other === "number" && near > at && kind === "number") return true
  }
  return false
}

type Match = Readonly<{ time: TimeExpression; to: number }>

function matchAt(
  { list, letters }: Tokens,
  from: number,
  { tense, ...known }: Pick<Surroundings, "anchor" | "minute" | "earlier"> & Pick<TimeLexicon, "tense">,
): Match | null {
  for (const { rule, to } of candidates(letters, from)) {
    const matched = list.slice(from, to)
    const around = { ...known, tokens: list, from, to, direction: () => tenseAt(list, from, to, tense) }
    const meaning = rule.mean(matched, around)
    if (meaning) return { time: expression(matched, rule, meaning), to }
  }
  return null
}

/** The rules that match here, the longest match first, else in their order. */
function candidates(letters: string, from: number): { rule: Rule; to: number }[] {
  const found: { rule: Rule; to: number }[] = []
  for (const rule of RULES) {
    rule.pattern.lastIndex = from
    const length = rule.pattern.exec(letters)?.[0].length ?? 0
    if (length > 0) found.push({ rule, to: from + length })
  }
  return found.sort((a, b) => b.to - a.to)
}

function expression(matched: readonly Token[], rule: Rule, { how, ...meaning }: Meaning): TimeExpression {
  const span = { start: matched[0]!.start, end: matched.at(-1)!.end }
  return { ...span, ...meaning, because: how ? [rule.says, how] : [rule.says] }
}
