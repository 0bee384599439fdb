import type { Figure, Measure } from "../model/figure.ts"

/** What `figureWords` tells of. */
export type ToldFigure = Pick<Figure, "measure" | "low" | "high" | "about" | "unit" | "of">

/** Measures whose unit says all: "5 km", "about 900 tonnes". */
const BY_UNIT: ReadonlySet<Measure> = new Set(["money", "share", "distance", "area", "mass", "rate"])
/** Measures of things as often as of people, which are named: "5 boats destroyed". */
const OF_THINGS: ReadonlySet<Measure> = new Set(["destroyed", "damaged", "fired", "seized", "captured", "affected"])
/** Measures that are nouns: "no casualties", but "none killed". */
const NOUNS: ReadonlySet<Measure> = new Set(["casualties", "votes"])
const ONE_OF: Partial<Record<Measure, string>> = { casualties: "casualty", votes: "vote" }
/** A longer phrase would say more than the figure. */
const MOST_WORDS = 3

/**
 * A figure in words, its bounds as they were read: "71 or more killed", "15,000 to 16,000 wounded", "none killed",
 * "about 900 tonnes". "An unstated number" where both ends are open.
 */
export function figureWords(figure: ToldFigure): string {
  const { measure, unit } = figure
  if (measure === "magnitude") return `magnitude ${quantityWords(figure, "0")}`
  if (BY_UNIT.has(measure)) return `${quantityWords(figure, "0")} ${unit ?? measure}`
  if (measure === "count") return `${quantityWords(figure, "no")} ${counted(figure) ?? unit ?? "counted"}`
  const things = OF_THINGS.has(measure) && unit !== "people" ? counted(figure) : null
  const quantity = quantityWords(figure, things || NOUNS.has(measure) ? "no" : "none")
  const isOne = figure.low === 1 && figure.high === 1
  return [quantity, things, (isOne && ONE_OF[measure]) || measure].filter(Boolean).join(" ")
}

function counted({ of, unit }: ToldFigure): string | null {
  const words = of?.split(/\s+/) ?? []
  return words.length > 0 && words.length <= MOST_WORDS && of !== unit ? words.join(" ") : null
}

function quantityWords({ low, high, about }: ToldFigure, none: string): string {
  const sure = about ? "about " : ""
  if (low === null && high === null) return "an unstated number"
  if (low === null) return `up to ${sure}${numberWords(high!)}`
  if (high === null) return `${sure}${numberWords(low)} or more`
  if (low !== high) return `${sure}${numberWords(low)} to ${numberWords(high)}`
  return low === 0 ? none : `${sure}${numberWords(low)}`
}

/** "16,000", "3.5 million": from a million on by words, so that nobody counts zeros. */
const numberWords = (value: number): string =>
  Math.abs(value) < 1e6
    ? value.toLocaleString("en-GB", { maximumFractionDigits: 2 })
    : value.toLocaleString("en-GB", { notation: "compact", compactDisplay: "long", maximumFractionDigits: 2 })
