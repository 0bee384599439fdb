import { eld } from "eld/extrasmall"

/** Shorter texts are not guessed at, in letters. */
const SHORTEST = 40
/** So much of the text is looked at: more makes it no surer. */
const ENOUGH = 3000

/** ISO 639-1 code of the language a text is written in; null when it is too short or the guess is not sure. */
export function languageOf(text: string): string | null {
  const sample = text.length > ENOUGH ? text.slice(0, ENOUGH) : text
  if ((sample.match(/\p{L}/gu) ?? []).length < SHORTEST) return null
  const result = eld.detect(sample)
  return result.isReliable() && result.language !== "" ? result.language : null
}
