import { parseArgs } from "node:util"
import { holdToFloors } from "../hold-to-floors.ts"
import { fileResult } from "../results.ts"
import { usageError } from "../usage-error.ts"
import { measureCopies } from "./measure-copies.ts"

const OPTIONS = { documents: { type: "string", default: "100000" }, file: { type: "boolean" } } as const

/** Of these less is better. */
const CEILINGS = ["doubling", "megabytes"]

/** `bench copies`: how fast invented articles are compared with all before them. Gives the exit status. */
export function benchCopiesCommand(args: string[], print: (line: string) => void): number {
  const { values: given } = parseArgs({ args, options: OPTIONS })
  const documents = Number(given.documents)
  if (!Number.isSafeInteger(documents) || documents < 8) {
    throw usageError(`"${given.documents}" is no number of documents`, "npm run bench -- copies --documents 100000")
  }
  const speed = measureCopies(documents, print)
  const figures = {
    "documents per second": documents / speed.seconds,
    "known copies found": speed.found,
    doubling: speed.doubling,
    megabytes: speed.megabytes,
  }
  for (const [name, figure] of Object.entries(figures)) print(`${name} ${figure.toFixed(3)}`)
  print(`known copies ${speed.copies}, comparisons ${speed.comparisons}, processor seconds ${speed.seconds.toFixed(0)}`)
  if (given.file) print(`filed as ${fileResult(`bench-copies-${documents}`, { figures, ...speed })}`)
  const held = { key: `bench copies ${documents}`, figures, names: [], raise: false, ceilings: CEILINGS, margin: 0.7 }
  return holdToFloors(held, print)
}
