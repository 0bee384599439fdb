import { CounterclaimError } from "counterclaim"

/** The gold as it was read. Throws `eval/no-gold`, with what is lacking, where, and how to mend it, when there is none. */
export function someGold<Gold>(gold: Gold[], lacking: Pick<CounterclaimError, "what" | "where" | "fix">): Gold[] {
  if (gold.length > 0) return gold
  throw new CounterclaimError({ code: "eval/no-gold", ...lacking })
}
