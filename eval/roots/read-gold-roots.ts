import { readGoldLines } from "../gold-lines.ts"

/** A claim that a reader found in several documents of one event; `words` as each prints it, by the document's name. */
export type GoldClaim = Readonly<{
  event: string
  documents: Readonly<Record<string, Readonly<{ words: string }>>>
  min: number
  max: number
}>

/** The labels, a claim a line. Throws `eval/no-gold` when the file holds none or cannot be read. */
export const readGoldRoots = (file: string): GoldClaim[] => readGoldLines(file, "claim")
