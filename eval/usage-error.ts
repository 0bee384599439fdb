import { CounterclaimError } from "counterclaim"

/** The command line is not one that the program knows: the exit status is 2. */
export const usageError = (what: string, example: string): CounterclaimError =>
  new CounterclaimError({ code: "eval/usage", what, where: "command line", fix: `write: ${example}` })
