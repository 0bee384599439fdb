import type { ModelVersion } from "counterclaim"
import type { Figures } from "./floors.ts"
import type { Given } from "./given.ts"
import { holdToFloors } from "./hold-to-floors.ts"
import { fileResult } from "./results.ts"

type Print = (line: string) => void

export type Conclusion = Readonly<{
  /** What was measured: "figures". Floors and the filed result are known by it. */
  part: string
  /** Of what: {"documents": 66}. */
  data: Readonly<Record<string, unknown>>
  /** Absent where no model was run. */
  model?: ModelVersion
  figures: Figures
  /** The figures that floors are kept for; all unless told. */
  held?: readonly string[] | undefined
  /** Of these less is better. */
  ceilings?: readonly string[] | undefined
}>

/** File the result if asked to, hold its figures to their floors. Gives the exit status. */
export function conclude({ raise, file }: Pick<Given, "raise" | "file">, conclusion: Conclusion, print: Print): number {
  const { part, data, model, figures, held = Object.keys(figures), ceilings = [] } = conclusion
  const result = { data: { name: part, ...data }, ...(model && { model }), figures }
  if (file) print(`filed as ${fileResult(part, result)}`)
  return holdToFloors({ key: part, figures, names: held, ceilings, raise }, print)
}

/** A line a figure, with three digits; gives the figures back. */
export function printFigures(figures: Figures, print: Print): Figures {
  const width = Math.max(...Object.keys(figures).map((name) => name.length))
  for (const [name, value] of Object.entries(figures)) print(`${name.padEnd(width)} ${value.toFixed(3)}`)
  return figures
}
