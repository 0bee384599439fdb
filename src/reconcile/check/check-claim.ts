import type { WordCounts } from "../../lexicon/word-counts.ts"
import type { Act } from "../../model/attribution.ts"
import type { Figure } from "../../model/figure.ts"
import { NOTHING_JUDGED } from "../../model/judged.ts"
import { heedMatched } from "../judged/heed-matched.ts"
import { type ClaimDocument, type Statement, statementsOf } from "./claim-document.ts"
import { compareFigures, figureText } from "./compare-figures.ts"
import { countRoots, type RootCount } from "./count-roots.ts"
import { type Claimants, type ClaimantsGiven, findClaimants } from "./find-claimants.ts"
import { findSaidFigure, type SaidFigure } from "./find-said-figure.ts"
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
  /** Who denies or doubts it, or says the opposite. */
  against: readonly RootRow[]
  /** Who gives another figure of the same, a row a claimant and figure. */
  others: readonly RootRow[]
  count: RootCount
  /** Statements in all lists. */
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
export type Matched = Readonly<{
  statement: Statement
  score: number
  against: string | null
  /** Its figure that answers one asked for, where there is one. */
  figure?: SaidFigure | null
}>

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
  const claimantsOf = (some: readonly Matched[]): Claimants =>
    findClaimants(
      withoutRetold(some).map(({ statement }) => statement),
      { ...given, publishers },
    )
  const claimants = claimantsOf(withoutOpen(matched))
  const contra = claimantsOf(matched.filter((one) => one.against !== null && !givesOther(one)))
  const others = byFigure(claimantsOf(matched.filter(givesOther)), matched)
  const rest = { documents, publishers, matched, ...given }
  const told = [...claimants.claimants, ...contra.claimants, ...others.claimants].flatMap(
    ({ statements }) => statements,
  )
  return {
    roots: toRows(claimants, rest),
    against: toRows(contra, rest),
    others: toRows(others, rest),
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
      const { factor, against, figure } = stand(question, statement, negations)
      const weighed = score * factor
      if (weighed < LEAST || shared < Math.min(LEAST_SHARED, most)) continue
      if (weighed > (best.get(claim)?.score ?? 0)) best.set(claim, { statement, score: weighed, against, figure })
    }
  }
  return [...best].sort(([a], [b]) => a - b).map(([, matched]) => matched)
}

/** Whether it stands against what was asked by its figure. */
const givesOther = ({ against, figure }: Matched): boolean => against !== null && figure?.other === true

/** Those that say the same; of a document that gives figures for it, those alone that give the one asked for. */
function withoutOpen(matched: readonly Matched[]): Matched[] {
  const counting = new Set(matched.flatMap(({ statement, figure }) => (figure ? [statement.document] : [])))
  return matched.filter(
    ({ against, figure, statement }) => against === null && (figure || !counting.has(statement.document)),
  )
}

/** Each claimant once for each figure. */
function byFigure({ claimants }: Claimants, matched: readonly Matched[]): Claimants {
  const figures = new Map(matched.map(({ statement, figure }) => [statement, figure ? figureText(figure.said) : ""]))
  const split = claimants.flatMap(({ statements, ...claimant }) => {
    const names = [...new Set(statements.map((one) => figures.get(one)!))]
    return names.map((name) => ({ ...claimant, statements: statements.filter((one) => figures.get(one) === name) }))
  })
  return { claimants: split, unsure: [] }
}

/** A statement's words, with what its figures measure. */
export const toClaimText = (text: string, figures: readonly Figure[]): ClaimText => ({
  text,
  marks: [...new Set(figures.map(({ measure }) => measure))].filter((measure) => measure !== "count"),
})

/** How a statement stands to a question: as it is judged, but by the figure that it gives for one asked for. */
function stand(question: Question, statement: Statement, negations: ReadonlySet<string>) {
  const judged = judge(question, statement, negations)
  if ((statement.act && DENIES[statement.act]) || judged.turned) return { ...judged, figure: null }
  const figure = findSaidFigure(question.figures, statement.figures)
  if (!figure) return { ...judged, figure }
  const against = figure.other ? anotherFigure(figure) : null
  return { factor: 1, against, figure }
}

const anotherFigure = ({ said, asked }: Pick<SaidFigure, "said" | "asked">): string =>
  `another figure: ${figureText(said)}, not ${figureText(asked)}`

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
  return { factor: 1, against: anotherFigure(clash) }
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
