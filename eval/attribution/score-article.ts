import { byKey } from "./by-key.ts"
import { chunksOf } from "./chunks.ts"
import { type Count, compare, shared } from "./count.ts"
import { agrees, type Pair, pairUp, type RoleWords } from "./pair.ts"
import type { Prediction } from "./prediction.ts"
import { QUOTATION_LINES, type QuotationLine, quotationLines, quotedUnits } from "./quotation-line.ts"
import type { GoldArticle } from "./read-gold.ts"
import { type ByRole, ROLES, type Role, toEach } from "./role.ts"
import { findWords, type Words, wordsIn } from "./words.ts"

/** How much of a gold attribution must be met; each but the last asks for more than the one before. */
export const LEVELS = ["found", "+cue", "+source", "exact", "linked"] as const
export type Level = (typeof LEVELS)[number]

/** Gold attributions of one line of recall, and how many were met. */
export type LineCount = Readonly<{ sourced: number; linked: number; gold: number }>

export type ArticleScore = Readonly<{
  name: string
  /** No line was given for the article, not even one without attributions. */
  missing: boolean
  tokens: ByRole<Count>
  chunks: ByRole<Count>
  levels: Readonly<Record<Level, Count>>
  lines: Readonly<Record<QuotationLine, LineCount>>
  /** Spans whose own text is not the article's text at their offsets. */
  strays: number
  /** For each prediction with a content, whether it is linked. */
  judged: readonly Judged[]
}>

export type Judged = Readonly<{ prediction: Prediction; linked: boolean }>

type Gold = Readonly<{ words: RoleWords; lines: readonly QuotationLine[] }>
type Met = Readonly<Record<Level, boolean>> & Pair

/** Score one article. `predictions` is undefined when nobody predicted anything for it. */
export function scoreArticle(article: GoldArticle, predictions: readonly Prediction[] | undefined): ArticleScore {
  const words = findWords(article.text)
  const gold = goldOf(article, words)
  const predicted = (predictions ?? [])
    .map((prediction) => ({ words: roleWords(prediction, words), prediction }))
    .filter((one) => one.words.content.size > 0)
  const pairs = pairUp(predicted.map(wordsOf), gold.map(wordsOf))
  const met = pairs.map((pair) => meet(pair, predicted[pair.predicted]!.words, gold[pair.gold]!.words))
  const linked = new Set(met.filter((one) => one.linked).map((one) => one.predicted))
  return {
    name: article.name,
    missing: predictions === undefined,
    ...scoreWords(predicted.map(wordsOf), gold.map(wordsOf)),
    levels: countLevels(met, predicted.length, gold.length),
    lines: countLines(met, gold),
    strays: countStrays(predictions ?? [], article.text),
    judged: predicted.map(({ prediction }, index) => ({ prediction, linked: linked.has(index) })),
  }
}

const wordsOf = ({ words }: { words: RoleWords }): RoleWords => words

const roleWords = (roles: ByRole<Prediction[Role]>, words: Words): RoleWords =>
  toEach((role) => wordsIn(roles[role], words))

function goldOf({ text, gold }: GoldArticle, words: Words): Gold[] {
  const quoted = quotedUnits(text)
  return gold
    .map((roles) => ({ words: roleWords(roles, words), lines: quotationLines(roles, text, quoted) }))
    .filter((one) => one.words.content.size > 0)
}

function meet(pair: Pair, predicted: RoleWords, gold: RoleWords): Met {
  const cue = agrees(predicted, gold, "cue")
  const source = agrees(predicted, gold, "source")
  const exact = ROLES.every(
    (role) => predicted[role].size === gold[role].size && shared(predicted[role], gold[role]) === gold[role].size,
  )
  return { ...pair, found: true, "+cue": cue, "+source": cue && source, exact, linked: source }
}

/** Words and chunks of each role, over all of an article's attributions. */
function scoreWords(predicted: readonly RoleWords[], gold: readonly RoleWords[]) {
  const all = (of: readonly RoleWords[], role: Role) => new Set(of.flatMap((one) => [...one[role]]))
  return {
    tokens: toEach((role) => compare(all(predicted, role), all(gold, role))),
    chunks: toEach((role) => compare(chunksOf(all(predicted, role)), chunksOf(all(gold, role)))),
  }
}

function countLevels(met: readonly Met[], predicted: number, gold: number): ArticleScore["levels"] {
  const count = (level: Level): Count => ({ right: met.filter((one) => one[level]).length, predicted, gold })
  return byKey(LEVELS, count)
}

function countLines(met: readonly Met[], gold: readonly Gold[]): ArticleScore["lines"] {
  const count = (line: QuotationLine): LineCount => {
    const here = met.filter((one) => gold[one.gold]!.lines.includes(line))
    return {
      sourced: here.filter((one) => one["+source"]).length,
      linked: here.filter((one) => one.linked).length,
      gold: gold.filter((one) => one.lines.includes(line)).length,
    }
  }
  return byKey(QUOTATION_LINES, count)
}

const countStrays = (predictions: readonly Prediction[], text: string): number =>
  predictions
    .flatMap((prediction) => ROLES.flatMap((role) => prediction[role]))
    .filter((span) => span.text !== undefined && text.slice(span.start, span.end) !== span.text).length
