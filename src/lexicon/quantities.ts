import { CounterclaimError } from "../model/error.ts"
import type { Measure, Status } from "../model/figure.ts"
import { MEASURES, STATUSES } from "../model/figure.ts"
import { type Row, readTable } from "./data.ts"
import { loadMeasureWeights, type MeasureWeights } from "./measure-weights.ts"
import { type Phrases, toPhrases } from "./phrases.ts"
import { verbForms } from "./verb-forms.ts"

export const NUMBER_KINDS = ["unit", "ten", "scale", "suffix", "part"] as const
export const EFFECTS = ["above", "from", "below", "upto", "about", "exact"] as const
const UNIT_KINDS = [...MEASURES, "sign", "time"] as const
const COUNTS = ["object", "subject", "both", "noun", "weak", "state", "toll", "of", "people"] as const
const NO_FIGURE_KINDS = ["month", "weekday", "label", "street", "no-phrase", "year", "one-before", "one-after", "idiom", "joined", "calibre"] as const // biome-ignore format: one list
/** Little words, by the part that they play beside a figure; most stand in several. */
export const FUNCTIONS = [
  "ends-group", "be", "between", "ends-clause", "begins-clause", "preposition", "finite", "begins-object",
  "time-after", "before-infinitive", "links", "money", "part", "reaches",
] as const // biome-ignore format: one list

export type NumberWord = Readonly<{ value: number; kind: (typeof NUMBER_KINDS)[number] }>
export type Vague = Readonly<{ low: number; high: number | null; about: boolean }>
export type Effect = (typeof EFFECTS)[number]
export type Unit = Readonly<{ unit: string; kind: (typeof UNIT_KINDS)[number] }>
/**
 * A word that tells what is counted. `counts`: of a verb, whether its object (`people`: only where that is people) or its subject is counted; `noun`, `weak`:
 * the thing counted itself (weak: a verb decides before it); `state`: "dead", "in custody"; `toll`: a noun before the
 * number; `of`: a noun before "of" and the number. `passive`: the form may be a participle; `active`: it may be finite.
 */
export type MeasureWord = Readonly<{
  measure: Measure
  counts: (typeof COUNTS)[number]
  active: boolean
  passive: boolean
  base: boolean
}>
export type Functions = Readonly<Record<(typeof FUNCTIONS)[number], ReadonlySet<string>>>
export type CountedPerson = Readonly<{ status: Status; measure: "count" | "present" }>

/** The words that quantities are made of and read by. */
export type QuantityLexicon = Readonly<{
  numbers: ReadonlyMap<string, NumberWord>
  vague: Phrases<Vague>
  before: Phrases<Effect>
  after: Phrases<Effect>
  units: Phrases<Unit>
  measures: Phrases<MeasureWord>
  people: Phrases<CountedPerson>
  /** Kinds of things that are counted ("vehicle", "crime"), by their noun in both numbers. */
  things: Phrases<string>
  /** Kinds of deeds, by all forms of their verb; one form may be of several verbs, the first listed counts. */
  deeds: ReadonlyMap<string, string>
  weights: MeasureWeights
  noFigure: Readonly<Record<(typeof NO_FIGURE_KINDS)[number], Phrases<true>>>
  functions: Functions
  /** Words that a quantity may begin with, digits aside: most words of a text are none of them. */
  begins: ReadonlySet<string>
}>

/**
 * Load data/en/number-words.tsv, vague-quantities.tsv, quantity-modifiers.tsv, units.tsv, measure-words.tsv,
 * counted-people.tsv, counted-things.tsv, clause-verbs.tsv, no-figure-words.tsv and data/models/measures.json. Throws `lexicon/number`, `lexicon/unknown-kind` and like `readTable`.
 */
export function loadQuantities(): QuantityLexicon {
  const modifiers = readTable("en/quantity-modifiers.tsv", 3)
  const effects = (side: string) =>
    toPhrases(
      modifiers
        .filter(({ cells, where }) => oneOf(["before", "after"], cells[1]!, where) === side)
        .map(({ cells, where }) => [cells[0]!, oneOf(EFFECTS, cells[2]!, where)] as const),
    )
  const lists = {
    numbers: new Map(
      readTable("en/number-words.tsv", 3).map(({ cells, where }) => [
        cells[0]!,
        { value: toNumber(cells[1]!, where), kind: oneOf(NUMBER_KINDS, cells[2]!, where) },
      ]),
    ),
    vague: toPhrases(readTable("en/vague-quantities.tsv", 6).map(toVague)),
    before: effects("before"),
    after: effects("after"),
    units: toPhrases(
      readTable("en/units.tsv", 3).map(
        ({ cells, where }) => [cells[0]!, { unit: cells[1]!, kind: oneOf(UNIT_KINDS, cells[2]!, where) }] as const,
      ),
    ),
    measures: toPhrases(readTable("en/measure-words.tsv", 5).flatMap(toMeasureWords)),
    people: toPhrases(
      readTable("en/counted-people.tsv", 3).flatMap(({ cells, where }) =>
        bothNumbers(cells[0]!, {
          status: oneOf(STATUSES, cells[1]!, where),
          measure: oneOf(["count", "present"] as const, cells[2]!, where),
        }),
      ),
    ),
    things: toPhrases(readTable("en/counted-things.tsv", 2).flatMap(({ cells }) => bothNumbers(cells[0]!, cells[1]!))),
    deeds: loadDeeds(),
    weights: loadMeasureWeights(),
    noFigure: loadNoFigure(),
    functions: loadFunctions(),
  }
  return { ...lists, begins: beginnings(lists) }
}

function beginnings({ numbers, vague, before, units }: Omit<QuantityLexicon, "begins">): ReadonlySet<string> {
  return new Set([...numbers.keys(), ...vague.firsts, ...before.firsts, ...units.firsts, "between", "from", "an", "a"])
}

function loadDeeds(): ReadonlyMap<string, string> {
  const deeds = new Map<string, string>()
  for (const { cells } of readTable("en/clause-verbs.tsv", 4)) {
    const [base = "", past = "", participle = "", kind = ""] = cells
    for (const { form } of verbForms({ base, past, participle })) if (!deeds.has(form)) deeds.set(form, kind)
  }
  return deeds
}

function loadFunctions(): Functions {
  const rows = readTable("en/function-words.tsv", 2).map(({ cells, where }) => ({
    word: cells[0]!,
    kind: oneOf(FUNCTIONS, cells[1]!, where),
  }))
  const of = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map(({ word }) => word))
  return Object.fromEntries(FUNCTIONS.map((kind) => [kind, of(kind)])) as Record<
    (typeof FUNCTIONS)[number],
    Set<string>
  >
}

function loadNoFigure(): QuantityLexicon["noFigure"] {
  const rows = readTable("en/no-figure-words.tsv", 2).map(({ cells, where }) => ({
    word: cells[0]!,
    kind: oneOf(NO_FIGURE_KINDS, cells[1]!, where),
  }))
  const of = (kind: string) =>
    toPhrases(rows.filter((row) => row.kind === kind).map(({ word }) => [word, true] as const))
  return Object.fromEntries(NO_FIGURE_KINDS.map((kind) => [kind, of(kind)])) as Record<
    (typeof NO_FIGURE_KINDS)[number],
    Phrases<true>
  >
}

/** A noun as listed and its regular plural; of one that is plural as listed nothing comes by it. */
function bothNumbers<Value>(noun: string, value: Value): (readonly [string, Value])[] {
  const plural = /[^aeiou]y$/.test(noun)
    ? `${noun.slice(0, -1)}ies`
    : `${noun}${/(?:s|x|ch|sh)$/.test(noun) ? "es" : "s"}`
  return [
    [noun, value],
    [plural, value],
  ]
}

const toVague = ({ cells, where }: Row): readonly [string, Vague] => [
  cells[0]!,
  {
    low: toNumber(cells[1]!, where),
    high: cells[2] === "" ? null : toNumber(cells[2]!, where),
    about: oneOf(["yes", "no"], cells[3]!, where) === "yes",
  },
]

function toMeasureWords({ cells, where }: Row): (readonly [string, MeasureWord])[] {
  const [base = "", past = "", participle = ""] = cells
  const counts = oneOf(COUNTS, cells[3]!, where)
  const measure = oneOf(MEASURES, cells[4]!, where)
  if (counts !== "object" && counts !== "subject" && counts !== "both" && counts !== "people") {
    return [[base, { measure, counts, active: false, passive: false, base: false }]]
  }
  return verbForms({ base, past, participle }).map(({ form, active, passive, base: isBase }) => [
    form,
    { measure, counts, active, passive, base: isBase },
  ])
}

function toNumber(cell: string, where: string): number {
  const value = Number(cell)
  if (cell.trim() !== "" && Number.isFinite(value)) return value
  throw new CounterclaimError({
    code: "lexicon/number",
    what: `"${cell}" is not a number`,
    where,
    fix: "write it in digits, with a point before decimals",
  })
}

function oneOf<T extends string>(kinds: readonly T[], cell: string, where: string): T {
  const found = kinds.find((kind) => kind === cell)
  if (found !== undefined) return found
  throw new CounterclaimError({
    code: "lexicon/unknown-kind",
    what: `"${cell}" is not known here`,
    where,
    fix: `use one of: ${kinds.join(", ")}`,
  })
}
