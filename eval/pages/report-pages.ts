import type { Interval } from "../attribution/interval.ts"
import { threeDigits } from "../attribution/three-digits.ts"
import type { AuthorScore, DateScore, Share } from "./score-facts.ts"
import type { PagesScore } from "./score-pages.ts"
import type { BodyScore, Rates, SegmentScore } from "./score-text.ts"

/** The lines that a score is printed as; nothing of what the gold does not know. */
export function reportPages(score: PagesScore): string[] {
  const { body, segments, title, authors, unsigned, date } = score
  return [
    `pages: ${score.pages}`,
    `pages without a prediction: ${score.missing}`,
    `pages called no article: ${score.refused}`,
    ...(body ? bodyLines(body) : []),
    ...(segments ? [segmentLine(segments)] : []),
    ...(title ? [`title exact ${threeDigits(title.share)} (${title.pages} pages)`] : []),
    ...(authors ? [authorLine(authors)] : []),
    ...(unsigned ? [unsignedLine(unsigned)] : []),
    ...(date ? [dateLine(date)] : []),
  ]
}

/** The 95 % intervals of the figures beside that of the shingles. */
export function reportIntervals({ segments, title, authors, unsigned, date }: PagesScore): string[] {
  const lines: [string, Interval | undefined][] = [
    ["segments F1", segments?.interval],
    ["title", title?.interval],
    ["author", authors?.exact.interval],
    ["author given though there is none", unsigned?.interval],
    ["date", date?.interval],
  ]
  return lines.flatMap(([name, interval]) => (interval ? [`interval ${name} ${brackets(interval)}`] : []))
}

const bodyLines = ({ means, interval, sums, words, pages }: BodyScore): string[] => [
  `shingle ${rates(means)} ${brackets(interval)} (${pages} pages)`,
  `shingle sums ${rates(sums)}`,
  `word F1 ${threeDigits(words)}`,
]

const segmentLine = (score: SegmentScore): string =>
  `segments ${rates(score)} accuracy ${threeDigits(score.accuracy)} (${score.with} with, ${score.without} without)`

const authorLine = ({ exact, names }: AuthorScore): string =>
  `author exact set ${threeDigits(exact.share)}, names ${rates(names)} (${exact.pages} pages)`

const unsignedLine = ({ share, right, pages }: Share): string =>
  `author given though there is none ${threeDigits(share)} (${right} of ${pages} pages)`

const dateLine = ({ share, right, pages, given }: DateScore): string =>
  `date right ${threeDigits(share)}, of those given ${threeDigits(right / Math.max(1, given))} (${pages} pages, ${given} given)`

const rates = ({ precision, recall, f1 }: Rates): string =>
  `P ${threeDigits(precision)} R ${threeDigits(recall)} F1 ${threeDigits(f1)}`

export const brackets = ({ low, high }: Interval): string => `[${threeDigits(low)}, ${threeDigits(high)}]`
