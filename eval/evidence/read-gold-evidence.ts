import { readFileSync } from "node:fs"
import { join } from "node:path"
import { readGoldLines } from "../gold-lines.ts"

/** A labelled record, its words as printed. */
export type GoldRecord = Readonly<{
  item: string
  kind: string
  checker: string | null
  finding: string | null
  stance: string
}>

export type GoldSnippet = Readonly<{ file: string; text: string; records: readonly GoldRecord[] }>

/** Labels (one snippet a line, half of them without a record) with their texts. Throws `eval/no-gold` when there are none. */
export const readGoldEvidence = (labels: string, folder: string): GoldSnippet[] =>
  readGoldLines<Omit<GoldSnippet, "text">>(labels, "snippet").map(({ file, records }) => ({
    file,
    text: readFileSync(join(folder, file), "utf8"),
    records,
  }))
