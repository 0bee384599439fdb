import type { Attribution } from "../../model/attribution.ts"
import type { Entity } from "../../model/entity.ts"
import type { Figure } from "../../model/figure.ts"
import { contains, overlaps, type Span, spanText } from "../../model/span.ts"
import type { Claim } from "./claim.ts"

/** A text with what was read of it. */
export type ReadText = Readonly<{
  text: string
  publisher: string | null
  published: string | null
  attributions: readonly Attribution[]
  entities: readonly Entity[]
  figures: readonly Figure[]
}>

/**
 * The claim that stands in `focus`. Its claimant is the source of the innermost attribution whose content shares
 * words with it, else of one whose cue or source does ("denied that …"), else nobody: the publisher's own voice.
 */
export function prepareClaim(read: ReadText, focus: Span): Claim {
  const { text, publisher, published, attributions, figures } = read
  const found = byContent(attributions, focus) ?? attributions.find((one) => inWords(one, focus))
  return {
    text,
    focus,
    publisher,
    published,
    claimant: found ? claimantOf(read, found) : null,
    act: found?.act ?? null,
    figures,
  }
}

/** The source as printed; where that is a pronoun, the one it stands for. */
function claimantOf({ text, entities }: ReadText, { source, speaker }: Attribution): string | null {
  const words = source && spanText(text, source)
  if (words === null || !PRONOUN.test(words)) return words
  return entities.find(({ id }) => id === speaker)?.name ?? words
}

const PRONOUN = /^(?:he|she|it|they|we|i|who|whom|whose|which|that)$/i

/** Those that speak within the claim itself ("she had confessed") are not who makes it. */
function byContent(attributions: readonly Attribution[], focus: Span): Attribution | undefined {
  const saying = attributions.filter(
    ({ content, source, cue }) =>
      content.some((part) => overlaps(part, focus)) &&
      source &&
      !(cue && contains(focus, cue) && contains(focus, source)),
  )
  return saying.sort((a, b) => shared(b, focus) - shared(a, focus) || length(a) - length(b))[0]
}

const inWords = ({ source, cue }: Attribution, focus: Span): boolean =>
  source !== null && ((cue !== null && overlaps(cue, focus)) || overlaps(source, focus))

const size = ({ start, end }: Span): number => Math.max(0, end - start)

const length = ({ content }: Attribution): number => content.reduce((sum, part) => sum + size(part), 0)

const shared = ({ content }: Attribution, { start, end }: Span): number =>
  content.reduce((sum, part) => sum + size({ start: Math.max(start, part.start), end: Math.min(end, part.end) }), 0)
