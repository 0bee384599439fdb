import type { WordCounts } from "../../lexicon/word-counts.ts"
import type { Act } from "../../model/attribution.ts"
import type { Figure } from "../../model/figure.ts"
import { NOTHING_JUDGED } from "../../model/judged.ts"
import { heedMatched } from "../judged/heed-matched.ts"
import { type ClaimDocument, type Statement, statementsOf } from "./claim-document.ts"
import { compareFigures, figureText } from "./compare-figures.ts"
import { countRoots, type RootCount } from "./count-roots.ts"
import { type ClaimantsGiven, findClaimants } from "./find-claimants.ts"
import { isTurned } from "./is-turned.ts"
import { type ClaimText, openClaims } from "./match-claims.ts"
import { type RootRow, toRows } from "./root-rows.ts"

/** What is checked: a sentence, with the figures read in it. */
export type Question = Readonly<{ text: string; figures: readonly Figure[] }>

export type CheckGiven = Omit<ClaimantsGiven, "publishers"> &
  Readonly<{ counts: WordCounts; negations: ReadonlySet<string> }>

/** What documents say of some questions. */
export type Checked = Readonly<{
  /** Who says so, earliest seen first. */
  roots: readonly RootRow[]
  /** Who denies or doubts it, or gives another figure. */
  against: readonly RootRow[]
  count: RootCount
  /** Statements in both lists. */
  shown: number
  doubtful: number
}>

/** From here on a statement is taken to be about the question. */
const LEAST = 0.3
/** A question of figures is rather not answered by a statement without one. */
const WITHOUT_FIGURE = 0.6
/** So many words or marks in common, or all that the question has. */
const LEAST_SHARED = 2

/** A statement with what it is to the question: null where it says the same, else in words what it says against it. */
export type Matched = Readonly<{ statement: Statement; score: number; against: string | null }>

/** Find what the documents say of the questions. Empty lists when nothing matches. Does not throw. */
export function checkClaim(
  questions: readonly Question[],
  documents: readonly ClaimDocument[],
  given: CheckGiven,
): Checked {
  const statements = documents.flatMap(statementsOf)
  const { judged = NOTHING_JUDGED } = given
  const matched = heedMatched(findMatched(questions, statements, given), statements, judged.claims)
  const publishers = documents.map(({ record }) => record.reading.publisher ?? record.document.publisher)
  const [pro, contra] = [
    matched.filter(({ against }) => against === null),
    matched.filter(({ against }) => against !== null),
  ]
  const attributed = withoutRetold(pro)
  const claimants = findClaimants(
    attributed.map(({ statement }) => statement),
    { ...given, publishers },
  )
  const others = findClaimants(
    withoutRetold(contra).map(({ statement }) => statement),
    { ...given, publishers },
  )
  const rest = { documents, publishers, matched, ...given }
  const told = [...claimants.claimants, ...others.claimants].flatMap(({ statements }) => statements)
  return {
    roots: toRows(claimants, rest),
    against: toRows(others, rest),
    count: countRoots(claimants),
    shown: told.filter(({ shown }) => shown).length,
    doubtful: told.filter(({ shown }) => !shown).length,
  }
}

/** The statements about a question, each with the question that it fits best. */
export function findMatched(
  questions: readonly Question[],
  statements: readonly Statement[],
  { counts, negations }: Pick<CheckGiven, "counts" | "negations">,
): Matched[] {
  const claims = statements.map(({ words, figures }) => toClaimText(words, figures))
  const match = openClaims(claims, counts)
  const best = new Map<number, Matched>()
  for (const question of questions) {
    const own = toClaimText(question.text, question.figures)
    const most = new Set([...own.text.toLowerCase().split(/\s+/), ...(own.marks ?? [])]).size
    for (const { claim, score, shared } of match(own)) {
      const statement = statements[claim]!
      const { factor, against } = judge(question, statement, negations)
      const weighed = score * factor
      if (weighed < LEAST || shared < Math.min(LEAST_SHARED, most)) continue
      if (weighed > (best.get(claim)?.score ?? 0)) best.set(claim, { statement, score: weighed, against })
    }
  }
  return [...best].sort(([a], [b]) => a - b).map(([, matched]) => matched)
}

/** A statement's words, with what its figures measure. */
export const toClaimText = (text: string, figures: readonly Figure[]): ClaimText => ({
  text,
  marks: [...new Set(figures.map(({ measure }) => measure))].filter((measure) => measure !== "count"),
})

const DENIES: Partial<Record<Act, string>> = { deny: "denies it", doubt: "doubts it" }

/**
 * How a statement stands to a question that its words fit; `against`: null where it says the same; `turned`: by a
 * negation alone.
 */
export function judge(
  { text, figures }: Question,
  { act, words, figures: others }: Statement,
  negations: ReadonlySet<string>,
): { factor: number; against: string | null; turned?: boolean } {
  const denial = act && DENIES[act]
  if (denial) return { factor: 1, against: denial }
  const pairs = figures.flatMap((asked) =>
    others.map((said) => ({ asked, said, relation: compareFigures(asked, said) })),
  )
  const clash = pairs.find(({ relation }) => relation === "clash")
  if (pairs.some(({ relation }) => relation === "same")) return { factor: 1, against: null }
  if (!clash && isTurned(text, words, negations))
    return { factor: 1, against: "says the opposite, by a negation", turned: true }
  if (!clash) return figures.length === 0 ? { factor: 1, against: null } : { factor: WITHOUT_FIGURE, against: null }
  return { factor: 1, against: `another figure: ${figureText(clash.said)}, not ${figureText(clash.asked)}` }
}

/**
 * Without what a document says in its own voice where it names somebody for the same, and without whoever only relays
 * what another is said to have said: that is told once, by the innermost.
 */
function withoutRetold(matched: readonly Matched[]): Matched[] {
  const places = (is: (statement: Statement) => boolean) =>
    new Set(matched.flatMap(({ statement }) => (is(statement) ? [statement.document] : [])))
  const [attributing, telling] = [places(({ attribution }) => attribution !== null), places(({ told }) => told)]
  const relayed = new Set(matched.map(({ statement }) => `${statement.document} ${statement.attribution?.within}`))
  return matched.filter(({ statement: { attribution, told, document } }) =>
    attribution ? !relayed.has(`${document} ${attribution.id}`) : !(told ? attributing : telling).has(document),
  )
}
