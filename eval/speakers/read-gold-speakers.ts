import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Span } from "counterclaim"
import { codePointsOf } from "../code-points.ts"
import { readGoldLines } from "../gold-lines.ts"

/** Who speaks in one labelled attribution; spans in UTF-16 units. `speaker`: one name or several; null: nobody. */
export type GoldSpeaker = Readonly<{
  source: readonly Span[]
  content: readonly Span[]
  speaker: readonly string[] | null
  kind: string
  /** As printed; null: none is. */
  role: string | null
}>

export type GoldArticle = Readonly<{ file: string; text: string; speakers: readonly GoldSpeaker[] }>

type Pair = readonly [number, number]
type Line = Readonly<{
  file: string
  attributions: readonly Readonly<{
    source: readonly Pair[]
    content: readonly Pair[]
    speaker: readonly string[] | null
    kind: string
    role?: string | null
    resolved: boolean
  }>[]
}>

/**
 * Labels (one article a line, offsets in code points) with their texts; `resolved` false: the labellers could not tell,
 * which is paired but not scored. Throws `eval/no-gold` when there are none.
 */
export function readGoldSpeakers(labels: string, folder: string): (GoldArticle & { open: ReadonlySet<number> })[] {
  return readGoldLines<Line>(labels, "article").map(({ file, attributions }) => {
    const text = readFileSync(join(folder, file), "utf8")
    const { toUnits } = codePointsOf(text)
    const spans = (pairs: readonly Pair[]): Span[] =>
      pairs.map(([start, end]) => ({ start: toUnits(start), end: toUnits(end) }))
    const speakers = attributions.map(({ source, content, speaker, kind, role }) => ({
      source: spans(source),
      content: spans(content),
      speaker,
      kind,
      role: role ?? null,
    }))
    return { file, text, speakers, open: new Set(attributions.flatMap(({ resolved }, at) => (resolved ? [] : [at]))) }
  })
}
