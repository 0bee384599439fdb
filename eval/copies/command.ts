import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { readTexts } from "../bench/texts.ts"
import { datasetName } from "../dataset-name.ts"
import { holdToFloors } from "../hold-to-floors.ts"
import { fileResult } from "../results.ts"
import { usageError } from "../usage-error.ts"
import { scoreCopies } from "./score-copies.ts"
import { scoreRewordings } from "./score-rewordings.ts"

const OPTIONS = { data: { type: "string" }, raise: { type: "boolean" }, file: { type: "boolean" } } as const

const HELD = ["recall 0.1", "recall 0.3", "recall 0.5", "precision", "reworded at 1 % false alarms"]

/** `eval copies`: shared text and rewordings among the .txt files of a folder. Gives the exit status. */
export function copiesCommand(args: string[], print: (line: string) => void): number {
  const { values: given } = parseArgs({ args, options: OPTIONS })
  if (given.data === undefined) throw usageError("no --data", "npm run eval -- copies --data DIR")
  const folder = resolve(given.data)
  const texts = readTexts(folder).map(({ bytes }) => decode(bytes))
  const figures = { ...scoreCopies(texts), ...scoreRewordings(texts) }
  for (const [name, figure] of Object.entries(figures)) print(`${name} ${figure.toFixed(3)}`)
  const name = datasetName(folder)
  if (given.file) print(`filed as ${fileResult(`copies-${name}`, { data: name, documents: texts.length, figures })}`)
  return holdToFloors({ key: `copies/${name}`, figures, names: HELD, raise: given.raise ?? false }, print)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}
