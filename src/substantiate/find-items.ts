import type { EvidenceLexicon } from "../lexicon/evidence.ts"
import type { EvidenceKind } from "../model/evidence.ts"
import type { Span } from "../model/span.ts"
import { firstOfName, phraseAround, type Run } from "./noun-phrase.ts"
import { type Word, wordsOf } from "./words.ts"

/** A thing that a claim may rest on, in its sentence. */
export type Item = Readonly<{
  sentence: number
  words: readonly Word[]
  /** Place of the noun in `words`. */
  head: number
  run: Run
  noun: string
  kind: EvidenceKind
  outlet: boolean
}>

/** Things of a sentence that the list knows, and outlets by name, in order. */
export function findItems(text: string, sentence: Span, index: number, lexicon: EvidenceLexicon): Item[] {
  const words = wordsOf(text, sentence)
  const found: Item[] = []
  for (let head = 0; head < words.length; head++) {
    const outlet = outletAt(words, head, lexicon)
    if (outlet) {
      found.push({ sentence: index, words, head, run: outlet, noun: "outlet", kind: "report", outlet: true })
      continue
    }
    const noun = singular(words[head]!.lower, lexicon)
    if (!noun) continue
    const run = phraseAround(words, head, lexicon)
    found.push({ sentence: index, words, head, run, noun, kind: kindOf(noun, words, run, lexicon), outlet: false })
  }
  return withoutHeadsInside(found)
}

/** Of "video footage" and "survey data" the last noun is the thing; the first only tells of which kind. */
const withoutHeadsInside = (items: readonly Item[]): Item[] =>
  items.filter((item, at) => {
    const next = items[at + 1]
    return !next || next.outlet || next.run.first > item.head || next.head !== item.head + 1
  })

function singular(word: string, { items }: EvidenceLexicon): string | null {
  if (items.has(word)) return word
  for (const [ending, instead] of PLURALS) {
    const base = word.endsWith(ending) ? word.slice(0, -ending.length) + instead : ""
    if (items.has(base)) return base
  }
  return null
}
const PLURALS = [["ies", "y"], ["ses", "sis"], ["es", ""], ["s", ""]] as const // biome-ignore format: one list

/** "satellite images" and "survey data" are named by the word before. */
function kindOf(noun: string, words: readonly Word[], run: Run, lexicon: EvidenceLexicon): EvidenceKind {
  const kind = lexicon.items.get(noun)!
  const modifiers = words.slice(run.first, run.last).map(({ lower }) => lower)
  if (kind === "photo" && modifiers.includes("satellite")) return "satellite"
  if (noun === "recording" && modifiers.includes("video")) return "video"
  return kind
}

/** The name of an outlet that ends at `last`, by its whole name or its last word ("the Westport Courier"). */
function outletAt(words: readonly Word[], last: number, { outlets }: EvidenceLexicon): Run | null {
  const word = words[last]!
  if (!word.capital || !word.isWord) return null
  const first = firstOfName(words, last)
  const names = Array.from({ length: last - first + 1 }, (_, i) => nameOf(words, first + i, last))
  const whole = names.findIndex((name) => outlets.whole.has(name) || outlets.whole.has(`The ${name}`))
  if (whole >= 0 && !goesOn(words, last)) return { first: first + whole, last }
  return outlets.last.has(word.text) && last > first && !goesOn(words, last) ? { first, last } : null
}

const goesOn = (words: readonly Word[], last: number): boolean => {
  const next = words[last + 1]
  return next?.isWord === true && next.capital
}

const nameOf = (words: readonly Word[], first: number, last: number): string =>
  words
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(" ")
