import { lengthValue } from "../count.ts"
import type { Meaning, Rule, Surroundings } from "../rule.ts"
import { pattern } from "../rule.ts"
import type { Token } from "../tokens.ts"

const point = (value: string): Meaning => ({ type: "DATE", value, precision: "none" })

/** "recent weeks" are some weeks; "recent weeks and months", "recent talks" only past. */
function recent([units, ...more]: readonly Token[]): Meaning {
  if (!units || more.length > 0 || units.value === "Q") return point("PAST_REF")
  return { type: "DURATION", value: lengthValue("X", units.value), precision: "duration" }
}

/** "the other day", "will one day", "some day". */
function someDay(matched: readonly Token[], { tokens, from, to }: Surroundings): Meaning | null {
  const [first, second] = matched
  if (matched.at(-1)!.value !== "D") return null
  if (first!.kind === "the") return second!.value === "other" ? point("PAST_REF") : null
  const told = [tokens[from - 1], tokens[to]].some((token) => token?.kind === "future-sign")
  return (first!.value === "1" && told) || first!.value === "X" ? point("FUTURE_REF") : null
}

/** Times that are only known to be past, present or to come. */
export const VAGUE: readonly Rule[] = [
  {
    name: "present",
    says: "the time of writing, no exact one",
    pattern: pattern("{now}|{current}(?!{unit|fiscal|ordinal})"),
    mean: () => point("PRESENT_REF"),
  },
  {
    name: "these-days",
    says: "the time of writing, no exact one",
    pattern: pattern("{that}{units}"),
    mean: ([first, unit]) => (first!.value === "these" && unit!.value === "D" ? point("PRESENT_REF") : null),
  },
  {
    name: "recent",
    says: "a past time, no exact one",
    pattern: pattern("{more}?{lately}|{more}?{recent}(?:{units}(?:{and}{units})?)?"),
    mean: (matched) => recent(matched.filter(({ kind }) => kind === "units")),
  },
  {
    name: "past",
    says: "a past time, no exact one",
    pattern: pattern(
      "(?<={preposition}){the}{last}(?!{name|ordinal|hyphen|unit|number|figure|day-number|vague})|{the}?{last}{units}",
    ),
    mean: ([...matched], { tokens, to }) => (matched.at(-1)?.kind === "last" && (matched.at(-1)!.value !== "past" || tokens[to]?.kind === "past-sign") ? null : point("PAST_REF")), // biome-ignore format: one thought
  },
  {
    name: "some-day",
    says: "a day that is not named",
    pattern: pattern("{the}{more}{unit}|{number|vague}{unit}"),
    mean: (matched, around) => someDay(matched, around),
  },
  {
    name: "long-ago",
    says: "a past time, no exact one",
    pattern: pattern("(?:{article}{long}|{article|vague})?{time|while}{ago}|{long}{ago}"),
    mean: () => point("PAST_REF"),
  },
  {
    name: "soon",
    says: "a time to come, no exact one",
    // "as soon as", "soon after": told from another thing.
    pattern: pattern("(?<!{preposition}){soon}(?!{before|preposition|to|earlier|later|ago|hyphen})"),
    mean: (_, { tokens, from, to, direction }) =>
      tokens[from - 1]?.value === "too" || tokens[to]?.value === "enough" || direction() < 0
        ? null
        : point("FUTURE_REF"),
  },
  {
    name: "future",
    says: "a time to come, no exact one",
    pattern: pattern("{the}?{future}{units}?|{the}?{next}{units}|{the}{units}{ahead}"),
    mean: () => point("FUTURE_REF"),
  },
]
