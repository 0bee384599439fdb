import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { usageError } from "./usage-error.ts"

const OPTIONS = {
  data: { type: "string" },
  labels: { type: "string" },
  models: { type: "string" },
  raise: { type: "boolean" },
  file: { type: "boolean" },
} as const

/** What the command line of a part says; `data` and `labels` as absolute paths, "" where the part needs none. */
export type Given = Readonly<{
  data: string
  labels: string
  models: string | undefined
  raise: boolean
  file: boolean
}>

/** `needs`: the options that the part cannot do without, with what stands for their value in its example. */
export type Wanted = Readonly<{ part: string; needs: Readonly<Partial<Record<"data" | "labels", string>>> }>

/** Read the options that parts share. Throws `eval/usage` where one is missing that the part needs, as `parseArgs` does for unknown ones. */
export function parseGiven(args: string[], { part, needs }: Wanted): Given {
  const given = parseArgs({ args, options: OPTIONS }).values
  const wanted = (["data", "labels"] as const).filter((name) => needs[name] !== undefined)
  const missing = wanted.filter((name) => given[name] === undefined)
  if (missing.length > 0) {
    const example = wanted.map((name) => `--${name} ${needs[name]}`).join(" ")
    throw usageError(`no --${missing.join(", no --")}`, `npm run eval -- ${part} ${example}`)
  }
  const path = (name: "data" | "labels"): string => (given[name] === undefined ? "" : resolve(given[name]))
  const { models, raise = false, file = false } = given
  return { data: path("data"), labels: path("labels"), models, raise, file }
}
