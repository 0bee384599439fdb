import type { Span } from "counterclaim"
import { share } from "../share.ts"
import type { GoldArticle, GoldSpeaker } from "./read-gold-speakers.ts"

/** An attribution as the program gives it, with the entity that speaks and every name of it; null: left open. */
export type PredictedSpeaker = Readonly<{
  source: Span | null
  content: readonly Span[]
  speaker: Readonly<{ kind: string; names: readonly string[] }> | null
}>

export const SPEAKER_COUNTS = ["gold", "paired", "right", "named", "answered", "answeredRight", "kind", "nobody", "nobodyRight", "names", "namesRight", "pronouns", "pronounsRight", "others", "othersRight", "roles", "rolesFound"] as const // biome-ignore format: one list
export type SpeakerCounts = Record<(typeof SPEAKER_COUNTS)[number], number>

const UNNAMED = new Set(["group", "anonymous", "document"])
const PRONOUNS = new Set("i you he she it we they him her them us me his hers its their theirs who which that this these those one himself herself themselves".split(" ")) // biome-ignore format: one list
const SMALL = new Set(["the", "a", "an", "mr", "mrs", "ms", "dr"])
const WORD = /[\p{L}\p{N}_]+/gu

/** A name without case, marks, titles and articles. */
export const plain = (name: string): string =>
  (name.replace(/['’]s(?![\p{L}\p{N}_])/gu, "").toLowerCase().match(WORD) ?? [])
    .filter((word) => !SMALL.has(word))
    .join(" ") // biome-ignore format: one chain

/** Count one article: attributions are paired one to one by their contents, the best half-overlap first. */
export function countSpeakers(
  { text, speakers, open }: GoldArticle & { open: ReadonlySet<number> },
  predicted: readonly PredictedSpeaker[],
): SpeakerCounts {
  // biome-ignore format: one signature
  const counts = noSpeakers()
  const starts = Array.from(text.matchAll(WORD), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }))
  const wordsIn = (spans: readonly Span[]): Set<number> => new Set(starts.flatMap(({ start, end }) => (spans.some((span) => start < span.end && end > span.start) ? [start] : []))) // biome-ignore format: one expression
  const persons = new Set(
    speakers.flatMap(({ kind, speaker }) => (kind === "person" ? (speaker ?? []).map(plain) : [])),
  )
  const pairs = pairUp(
    speakers.map(({ content }) => wordsIn(content)),
    predicted.map(({ content }) => wordsIn(content)),
  )
  for (const [at, gold] of speakers.entries()) {
    const found = predicted[pairs.get(at) ?? -1] ?? null
    if (open.has(at)) continue
    const meets = found !== null && shares(wordsIn(found.source ? [found.source] : []), wordsIn(gold.source))
    countOne(counts, { gold, found, meets, persons, printed: printedAs(text, gold) })
  }
  return counts
}

type One = Readonly<{
  gold: GoldSpeaker
  found: PredictedSpeaker | null
  meets: boolean
  persons: ReadonlySet<string>
  printed: "name" | "pronoun" | "other" | "none"
}>

function countOne(counts: SpeakerCounts, { gold, found, meets, persons, printed }: One): void {
  if (gold.speaker === null) {
    counts.nobody++
    counts.nobodyRight += Number(found !== null && found.speaker === null)
    return
  }
  counts.gold++
  if (!found) return
  const { speaker } = found
  const isNamed = !UNNAMED.has(gold.kind)
  const isRight = isNamed ? isNamedRight(gold, speaker, persons) : meets && speaker !== null && isAlike(speaker.kind, gold.kind) // biome-ignore format: one expression
  counts.paired++
  counts.right += Number(isRight)
  counts.kind += Number(speaker?.kind === gold.kind)
  if (isNamed) counts.named++
  if (isNamed && speaker) counts.answered++
  if (isNamed && isRight) counts.answeredRight++
  if (printed === "none") return
  counts[`${printed}s`]++
  counts[`${printed}sRight`] += Number(isRight)
}

/** One of its names is the gold's, and no other person of the gold's is among them. */
function isNamedRight(
  { speaker, kind }: GoldSpeaker,
  found: PredictedSpeaker["speaker"],
  persons: ReadonlySet<string>,
): boolean {
  // biome-ignore format: one signature
  const own = new Set((found?.names ?? []).map(plain))
  const wanted = new Set((speaker ?? []).map(plain))
  const swallowed = kind === "person" && [...own].some((name) => persons.has(name) && !wanted.has(name))
  return [...own].some((name) => wanted.has(name)) && !swallowed
}

const FEW_OR_MANY = new Set(["group", "anonymous"])
const isAlike = (kind: string, gold: string): boolean =>
  kind === gold || (FEW_OR_MANY.has(kind) && FEW_OR_MANY.has(gold))

const shares = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => [...a].some((word) => b.has(word))

function printedAs(text: string, { source }: GoldSpeaker): One["printed"] {
  if (source.length === 0) return "none"
  const words = text.slice(source[0]!.start, source.at(-1)!.end)
  if (PRONOUNS.has(plain(words)) || PRONOUNS.has(words.toLowerCase())) return "pronoun"
  const opens = /^\p{Lu}/u.test(words) && [...words].length > 3
  return /[A-Z]/.test(words.slice(1)) || opens ? "name" : "other"
}

/** Index of the prediction of each gold one that has one. */
function pairUp(gold: readonly ReadonlySet<number>[], predicted: readonly ReadonlySet<number>[]): Map<number, number> {
  const candidates = predicted.flatMap((one, i) =>
    gold.flatMap((other, j) => {
      const both = [...one].filter((word) => other.has(word)).length
      const share = both / (one.size + other.size - both)
      return both > 0 && share >= 0.5 ? [{ share, i, j }] : []
    }),
  )
  const [used, paired] = [new Set<number>(), new Map<number, number>()]
  for (const { i, j } of candidates.sort((a, b) => b.share - a.share || b.i - a.i || b.j - a.j)) {
    if (used.has(i) || paired.has(j)) continue
    used.add(i)
    paired.set(j, i)
  }
  return paired
}

export const noSpeakers = (): SpeakerCounts =>
  Object.fromEntries(SPEAKER_COUNTS.map((name) => [name, 0])) as unknown as SpeakerCounts

export function addSpeakers(all: readonly SpeakerCounts[]): SpeakerCounts {
  const sum = noSpeakers()
  for (const counts of all) for (const name of SPEAKER_COUNTS) sum[name] += counts[name]
  return sum
}

/** The lines of the report; 0 where nothing is to be divided by. */
export function speakerRates(counts: SpeakerCounts): Record<string, number> {
  return {
    found: share(counts.paired, counts.gold),
    right: share(counts.right, counts.paired),
    "right, name": share(counts.namesRight, counts.names),
    "right, pronoun": share(counts.pronounsRight, counts.pronouns),
    "right, other": share(counts.othersRight, counts.others),
    precision: share(counts.answeredRight, counts.answered),
    coverage: share(counts.answered, counts.named),
    "end to end": share(counts.right, counts.gold),
    nobody: share(counts.nobodyRight, counts.nobody),
    kind: share(counts.kind, counts.paired),
    role: share(counts.rolesFound, counts.roles),
  }
}
