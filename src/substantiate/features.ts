import type { EvidenceLexicon } from "../lexicon/evidence.ts"
import type { Attribution } from "../model/attribution.ts"
import { overlaps, type Span } from "../model/span.ts"
import type { Item } from "./find-items.ts"
import { isOfAnother } from "./is-of-another.ts"
import type { Word } from "./words.ts"

/** What stands around an item beside its own sentence. */
export type Setting = Readonly<{
  text: string
  attributions: readonly Attribution[]
  /** Quotation that the item stands in. */
  quoted: boolean
  /** Words of the sentence before, empty at the start. */
  before: readonly Word[]
  /** Items of the same noun before this one. */
  earlier: number
}>

/**
 * What speaks for or against an item's being evidence, and for its stance, as names of features: what stands beside
 * it, what the sentence says, and what part it has in attributions.
 */
export function featuresOf(item: Item, setting: Setting, lexicon: EvidenceLexicon): string[] {
  const own = [...ofItem(item), ...ofNeighbours(item, lexicon), ...ofSentence(item, setting, lexicon)]
  const found = [...new Set([...own, ...ofAttributions(item, setting)])]
  const by = found.filter((name) => /^(?:source|content|next|before|to)=/.test(name))
  return ["bias", ...found, ...by.map((name) => `${item.outlet ? "outlet" : item.kind}&${name}`)]
}

function ofItem({ words, head, run, noun, kind, outlet }: Item): string[] {
  const determiner = words[run.first - 1]?.lower ?? "^"
  const modifiers = words.slice(run.first, head).filter(({ isWord }) => isWord)
  return [
    `noun=${noun}`,
    `kind=${outlet ? "outlet" : kind}`,
    `determiner=${DETERMINERS.has(determiner) ? determiner : "none"}`,
    `complement=${run.last > head ? words[head + 1]!.lower : "none"}`,
    words[head]!.lower === noun ? "singular" : "plural",
    ...modifiers.map((word) => `modifier=${wordOf(word)}`),
    ...(modifiers.length === 0 ? ["bare"] : []),
    ...(modifiers.some(({ capital }) => capital) ? ["modifier-name"] : []),
  ]
}
const DETERMINERS = new Set(
  "a an the this that these those his her its their my your our no any some such one".split(" "),
)

function ofNeighbours(item: Item, lexicon: EvidenceLexicon): string[] {
  const { words, run } = item
  const start =
    lexicon.functionWords.get(words[run.first - 1]?.lower ?? "") === "determiner" ? run.first - 1 : run.first
  const [previous, next] = [words[start - 1], words[run.last + 1]]
  const classIn = (from: number, to: number) =>
    words.slice(Math.max(0, from), Math.max(0, to)).flatMap(({ lower }) => lexicon.words.get(lower) ?? [])
  return [
    `previous=${previous ? wordOf(previous) : "^"}`,
    `next=${next ? baseOf(wordOf(next)) : "$"}`,
    `${item.outlet ? "outlet" : item.kind}&previous=${previous ? wordOf(previous) : "^"}`,
    ...firstClass(words.slice(run.last + 1, run.last + 12), "after", lexicon),
    ...firstClass(words.slice(Math.max(0, start - 8), start).reverse(), "ahead", lexicon),
    ...words
      .slice(Math.max(0, start - 6), start)
      .flatMap((word) => (word.isWord ? [`left=${baseOf(wordOf(word))}`] : [])),
    ...words
      .slice(run.last + 1, run.last + 7)
      .flatMap((word) => (word.isWord ? [`right=${baseOf(wordOf(word))}`] : [])),
    ...agentAfter(words.slice(run.last + 1, run.last + 9), lexicon),
    `before=${lexicon.words.get(previous?.lower ?? "") ?? "none"}`,
    `to=${lexicon.words.get(next?.lower ?? "") ?? "none"}`,
    ...classIn(start - 4, start).map((one) => `near-before=${one}`),
    ...classIn(run.last + 1, run.last + 6).map((one) => `near-after=${one}`),
    ...(words.slice(Math.max(start - 2, 0), start).some(({ lower }) => lower === "according") ? ["according"] : []),
    ...(start === 0 ? ["opens-sentence"] : []),
    ...(run.last + 2 >= words.length ? ["ends-sentence"] : []),
  ]
}

function ofSentence({ words }: Item, { quoted, before, earlier }: Setting, lexicon: EvidenceLexicon): string[] {
  const classes = (some: readonly Word[]) => some.flatMap(({ lower }) => lexicon.words.get(lower) ?? [])
  return [
    ...classes(words).map((one) => `sentence=${one}`),
    ...words.flatMap(({ lower }) => (lexicon.words.get(lower) === "contradict" ? [`says=${lower}`] : [])),
    ...classes(before).flatMap((one) => (one === "contradict" ? ["sentence-before=contradict"] : [])),
    ...(words.some(({ text }) => /^\d/.test(text)) ? ["number"] : []),
    ...(words.some(({ text }) => /^["“”]|^''$/.test(text)) ? ["quotes"] : []),
    ...(quoted ? ["quoted"] : []),
    ...(words.some(({ text }) => text === "?") ? ["question"] : []),
    ...(words.length < 14 ? ["short"] : words.length > 35 ? ["long"] : []),
    `earlier=${Math.min(earlier, 2)}`,
    ...(isMadeElsewhere(words, lexicon) || isOfAnother(words, lexicon) ? [MADE_ELSEWHERE] : []),
  ]
}

function ofAttributions({ words, run }: Item, { text, attributions }: Setting): string[] {
  const span: Span = { start: words[run.first]!.start, end: words[run.last]!.end }
  const found = attributions.flatMap((attribution) => {
    const { source, cue, content, act } = attribution
    const cueWords = cue ? text.slice(cue.start, cue.end).toLowerCase() : "none"
    if (source && overlaps(source, span))
      return [`source=${act}`, "source=any", `source-cue=${cueWords.split(/\s+/).map(baseOf).join(" ")}`]
    if (cue && overlaps(cue, span)) return [`in-cue=${act}`, "in-cue"]
    if (content.some((piece) => overlaps(piece, span))) return [`content=${act}`, "content=any"]
    return []
  })
  return found.length === 0 ? ["no-attribution"] : found
}

/** "filmed 8 km away", "shot elsewhere", "a staged recording": what is shown is not what it is shown as. */
export const MADE_ELSEWHERE = "made-elsewhere"

function isMadeElsewhere(words: readonly Word[], lexicon: EvidenceLexicon): boolean {
  const classOf = (at: number) => lexicon.words.get(words[at]?.lower ?? "")
  return words.some(
    (_, at) =>
      classOf(at) === "made" && words.slice(at + 1, at + 9).some((_, next) => classOf(at + 1 + next) === "elsewhere"),
  )
}

/** Names and numbers count as such: which one stands there says nothing of other texts. */
const wordOf = ({ lower, capital }: Word): string => (capital ? "(name)" : lower)

/** Without -s, -ed, -ing and a last e: near enough to a base form for words to be counted together. */
const baseOf = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ed|ing|es|s)$/, "").replace(/e$/, "") : word

/** Class of the nearest listed word, and the word. */
function firstClass(words: readonly Word[], side: string, lexicon: EvidenceLexicon): string[] {
  const at = words.findIndex(({ lower }) => lexicon.words.has(lower))
  if (at < 0) return [`${side}=none`]
  const { lower } = words[at]!
  return [`${side}=${lexicon.words.get(lower)!}`, `${side}-word=${baseOf(lower)}`]
}

/** "obtained by", "released by": what was done with the thing, and that somebody is named. */
function agentAfter(words: readonly Word[], lexicon: EvidenceLexicon): string[] {
  const by = words.findIndex(({ lower }) => lower === "by")
  const done = by > 0 ? lexicon.words.get(words[by - 1]!.lower) : undefined
  return done ? [`agent=${done}`] : []
}
