import type { Measure } from "../model/figure.ts"

const OF_PEOPLE: ReadonlySet<Measure> = new Set(["wounded", "arrested", "displaced", "rescued", "charged", "present"])
const OF_THINGS: ReadonlySet<Measure> = new Set(["destroyed", "damaged", "fired"])

/** Whether people or things can be so: people are not damaged, and patches not rescued. Null: not known which they are. */
export const mayBe = (measure: Measure, person: boolean | null): boolean =>
  person === null || !(person ? OF_THINGS : OF_PEOPLE).has(measure)
