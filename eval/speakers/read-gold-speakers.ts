import { readFileSync } from "node:fs"
import { join } from "node:path"
import { CounterclaimError, type Span } from "counterclaim"

/** Who speaks in one labelled attribution; spans in UTF-16 units. `speaker`: one name or several; null: nobody. */
export type GoldSpeaker = Readonly<{
  source: readonly Span[]
  content: readonly Span[]
  speaker: readonly string[] | null
  kind: string
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
    resolved: boolean
  }>[]
}>

/**
 * Labels (one article a line, offsets in code points) with their texts; `resolved` false: the labellers could not tell,
 * which is paired but not scored. Throws `eval/no-gold` when there are none.
 */
export function readGoldSpeakers(labels: string, folder: string): (GoldArticle & { open: ReadonlySet<number> })[] {
  const lines = readFileSync(labels, "utf8").split("\n").filter(Boolean)
  if (lines.length === 0) {
    throw new CounterclaimError({
      code: "eval/no-gold",
      what: "there is no labelled article",
      where: labels,
      fix: "give a file with one labelled article a line",
    })
  }
  return lines.map((line) => {
    const { file, attributions } = JSON.parse(line) as Line
    const text = readFileSync(join(folder, file), "utf8")
    const units = toUnits(text)
    const spans = (pairs: readonly Pair[]): Span[] =>
      pairs.map(([start, end]) => ({ start: units[start]!, end: units[end]! }))
    const speakers = attributions.map(({ source, content, speaker, kind }) => ({
      source: spans(source),
      content: spans(content),
      speaker,
      kind,
    }))
    return { file, text, speakers, open: new Set(attributions.flatMap(({ resolved }, at) => (resolved ? [] : [at]))) }
  })
}

/** Where each code point begins, in UTF-16 units; the last entry is the end. */
function toUnits(text: string): number[] {
  const starts: number[] = []
  let at = 0
  for (const point of text) {
    starts.push(at)
    at += point.length
  }
  return [...starts, at]
}
