import type { Encoding } from "../model/encoding.ts"
import { NAME_LABELS } from "../model/encoding.ts"
import type { NamedSpan } from "../model/entity.ts"

const KINDS = ["person", "organisation", "place"] as const
const WIDTH = NAME_LABELS.length

/**
 * Names that the model found, in order: each run of words of one kind, from a word that begins one. `score` is the
 * mean probability of its words. Empty when the model has no head for names.
 */
export function findNames({ names, words }: Encoding): NamedSpan[] {
  if (!names) return []
  const found: { first: number; last: number; kind: number; sum: number }[] = []
  for (let word = 0; word < words.length; word++) {
    const label = bestLabel(names, word)
    if (label === 0) continue
    const [kind, begins] = [(label - 1) >> 1, label % 2 === 1]
    const score = names[WIDTH * word + label]!
    const open = found.at(-1)
    if (open && !begins && open.last === word - 1 && open.kind === kind) {
      open.last = word
      open.sum += score
    } else found.push({ first: word, last: word, kind, sum: score })
  }
  return found.map(({ first, last, kind, sum }) => ({
    start: words[first]!.start,
    end: words[last]!.end,
    kind: KINDS[kind]!,
    score: sum / (last - first + 1),
  }))
}

function bestLabel(names: Float32Array, word: number): number {
  let best = 0
  for (let label = 1; label < WIDTH; label++)
    if (names[WIDTH * word + label]! > names[WIDTH * word + best]!) best = label
  return best
}
