import { type Count, rate } from "./count.ts"
import type { Interval } from "./interval.ts"
import { QUOTATION_LINES, type QuotationLine } from "./quotation-line.ts"
import { ROLES } from "./role.ts"
import type { Score } from "./score.ts"
import { LEVELS, type Level } from "./score-article.ts"
import { threeDigits } from "./three-digits.ts"

/** The lines that a score is printed as. */
export function report(score: Score): string[] {
  return [
    `articles without a prediction: ${score.missing}`,
    ...ROLES.map((role) => `token ${role.padEnd(8)} ${rates(score.tokens[role])}`),
    ...LEVELS.map((level) => levelLine(level, score)),
    `interval +source F1 ${brackets(score.intervals["+source"])}`,
    ...QUOTATION_LINES.map((line) => recallLine(line, score)),
    ...ROLES.map((role) => `chunk ${role.padEnd(8)} ${rates(score.chunks[role])}`),
    `spans whose text is not the file's: ${score.strays}`,
  ]
}

function levelLine(level: Level, { levels, intervals }: Score): string {
  const { right, predicted, gold } = levels[level]
  const between = level === "linked" ? ` ${brackets(intervals.linked)}` : ""
  return `attribution ${level.padEnd(8)} ${rates(levels[level])}${between} (${right} of ${gold} gold, ${predicted} predicted)`
}

function recallLine(line: QuotationLine, { lines }: Score): string {
  const { sourced, linked, gold } = lines[line]
  const share = (count: number): string => threeDigits(gold ? count / gold : 0)
  return `recall ${line.padEnd(9)} +source ${share(sourced)} linked ${share(linked)} (${gold} gold)`
}

function rates(count: Count): string {
  const { precision, recall, f1 } = rate(count)
  return `P ${threeDigits(precision)} R ${threeDigits(recall)} F1 ${threeDigits(f1)}`
}

const brackets = ({ low, high }: Interval): string => `[${threeDigits(low)}, ${threeDigits(high)}]`
