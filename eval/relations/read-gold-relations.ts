import { readGoldLines } from "../gold-lines.ts"

export type GoldSide = Readonly<{ published: string; publisher: string; text: string }>
export type GoldRelation = Readonly<{
  id: string
  left: GoldSide
  right: GoldSide
  focus: Readonly<{ left: string; right: string }>
  verdict: string
}>

/** The labelled pairs, in the order of the file. Throws `eval/no-gold` when it holds none. */
export const readGoldRelations = (file: string): GoldRelation[] => readGoldLines(file, "pair of claims")
