import type { Meaning, Rule } from "../rule.ts"
import { pattern } from "../rule.ts"

const point = (value: string): Meaning => ({ type: "DATE", value, precision: "none" })

/** Times that are only known to be past, present or to come. */
export const VAGUE: readonly Rule[] = [
  {
    name: "present",
    says: "the time of writing, no exact one",
    pattern: pattern("{now}|{the}?{current}(?!{unit|fiscal|ordinal})"),
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
    pattern: pattern("{more}?{lately}|{the}?{more}?{recent}(?:{units}(?:{and}{units})?)?"),
    mean: () => point("PAST_REF"),
  },
  {
    name: "past",
    says: "a past time, no exact one",
    pattern: pattern(
      "(?<={preposition}){the}{last}(?!{word|name|ordinal|hyphen|unit|number|figure|day-number|vague})|{the}?{last}{units}",
    ),
    mean: ([...matched], { tokens, to }) => (matched.at(-1)?.kind === "last" && (matched.at(-1)!.value !== "past" || tokens[to]?.kind === "past-sign") ? null : point("PAST_REF")), // biome-ignore format: one thought
  },
  {
    name: "future",
    says: "a time to come, no exact one",
    pattern: pattern("{the}?{future}{units}?|{the}?{next}{units}|{the}{units}{ahead}"),
    mean: () => point("FUTURE_REF"),
  },
]
