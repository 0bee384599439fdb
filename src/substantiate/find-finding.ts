import type { EvidenceLexicon } from "../lexicon/evidence.ts"
import type { Attribution } from "../model/attribution.ts"
import { overlaps, type Span } from "../model/span.ts"
import type { Candidate } from "./candidates.ts"

export type Finding = Readonly<{ finding: Span | null; attribution: Attribution | null }>

/**
 * The words that say what an item shows: content of the attribution whose source it is; else what follows the first
 * word of showing after it, to the end of the clause; else the rest of its sentence. `attribution`: the one that
 * attributes the finding, or whose content the item stands in.
 */
export function findFinding({ item, span, attributions }: Candidate, lexicon: EvidenceLexicon): Finding {
  const own = attributions.find(({ source, cue }) => [source, cue].some((part) => part && overlaps(part, span)))
  const around = attributions.find(({ content }) => content.some((piece) => overlaps(piece, span)))
  if (own) return { finding: longest(own.content), attribution: around ?? own }
  return { finding: shown(item, lexicon) ?? beside(item), attribution: around ?? null }
}

const longest = (content: readonly Span[]): Span =>
  content.reduce((best, piece) => (piece.end - piece.start > best.end - best.start ? piece : best))

/** What follows "shows", "showing", "in which", "that". */
function shown({ words, run }: Candidate["item"], lexicon: EvidenceLexicon): Span | null {
  const at = words.findIndex(({ lower }, i) => i > run.last && i < run.last + 14 && lexicon.words.get(lower) === "show")
  if (at < 0) return null
  const first = words[at + 1]?.lower === "that" ? at + 2 : at + 1
  return clause(words, first)
}

/** A clause ends with its sentence, at a semicolon, or after 25 words. */
function clause(words: Candidate["item"]["words"], first: number): Span | null {
  let last = first
  while (last + 1 < words.length && last - first < 24 && words[last + 1]!.text !== ";") last++
  while (last > first && !words[last]!.isWord) last--
  const [from, to] = [words[first], words[last]]
  return from && to && from.start < to.end ? { start: from.start, end: to.end } : null
}

/** No word of showing: what the sentence says before "according to" the item, else after it, else the whole. */
function beside({ words, run }: Candidate["item"]): Span | null {
  const according = words.findIndex(({ lower }, at) => lower === "according" && at < run.first)
  if (according > 4) return clauseTo(words, according - 1)
  return run.last + 5 < words.length ? clause(words, run.last + 1) : clauseTo(words, run.first - 1)
}

function clauseTo(words: Candidate["item"]["words"], end: number): Span | null {
  let last = end
  while (last > 0 && !words[last]!.isWord) last--
  const from = words[Math.max(0, last - 24)]
  return from && words[last] && last > 0 ? { start: from.start, end: words[last]!.end } : null
}
