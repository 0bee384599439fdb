import { spanText } from "../../model/span.ts"
import type { Text } from "../../model/text.ts"
import { matchClaims } from "../check/match-claims.ts"
import type { RootedClaim } from "./find-roots.ts"

/** From here on a claim is taken to be what was asked. */
const ALIKE = 0.3

/**
 * The claims of which a place says what was asked, likest first; none where no place does. `documents`: those that the
 * claims were found in, in their order. Does not throw.
 */
export function nearestClaims(
  asked: string,
  claims: readonly RootedClaim[],
  documents: readonly Readonly<{ text: Text }>[],
): RootedClaim[] {
  const places = claims.flatMap((claim) => claim.appearances.map((appearance) => ({ claim, appearance })))
  const texts = places.map(({ appearance: { document, span } }) => ({
    text: spanText(documents[document]!.text.value, span),
  }))
  const like = matchClaims({ text: asked }, texts).filter(({ score }) => score >= ALIKE)
  return [...new Set(like.map(({ claim }) => places[claim]!.claim))]
}
