import { parseArgs } from "node:util"
import { holdToFloors } from "../hold-to-floors.ts"
import { fileResult } from "../results.ts"
import { usageError } from "../usage-error.ts"
import { measureReconciling } from "./measure-reconciling.ts"

const OPTIONS = { documents: { type: "string", default: "100000" }, file: { type: "boolean" } } as const

/** Of these less is better. */
const CEILINGS = ["doubling", "megabytes"]

/** `bench reconciling`: how fast invented articles are put into stories and compared for copies. Gives the exit status. */
export async function benchReconcilingCommand(args: string[], print: (line: string) => void): Promise<number> {
  const { values: given } = parseArgs({ args, options: OPTIONS })
  const documents = Number(given.documents)
  if (!Number.isSafeInteger(documents) || documents < 8) {
    throw usageError(
      `"${given.documents}" is no number of documents`,
      "npm run bench -- reconciling --documents 100000",
    )
  }
  const speed = await measureReconciling(documents, print)
  const figures = {
    "documents per processor second": documents / (speed.copySeconds + speed.storySeconds),
    "known copies found": speed.copiesFound,
    "stories B3": speed.storiesB3,
    doubling: speed.doubling,
    megabytes: speed.megabytes,
  }
  for (const [name, figure] of Object.entries(figures)) print(`${name} ${figure.toFixed(3)}`)
  print(`seconds by the clock ${speed.seconds.toFixed(0)}, two processes`)
  print(`processor seconds: copies ${speed.copySeconds.toFixed(0)}, stories ${speed.storySeconds.toFixed(0)}`)
  if (given.file) print(`filed as ${fileResult(`bench-reconciling-${documents}`, { figures, ...speed })}`)
  const key = `bench reconciling ${documents}`
  return holdToFloors({ key, figures, names: [], raise: false, ceilings: CEILINGS, margin: 0.7 }, print)
}
