const PRONOUN = /^(?:he|she|it|they|we|i|one|this|these|those|who|whom|whose|which|that)$/i

/** Whether words are a pronoun alone, which is nobody's name. */
export const isPronoun = (words: string): boolean => PRONOUN.test(words.trim())

/** What a claimant is called: as printed; a pronoun by the `name` of whom it stands for, and left open where that is not known. */
export function calledBy(printed: string, name: string | null): string {
  if (!isPronoun(printed)) return printed
  return name !== null && !isPronoun(name) ? name : `somebody (“${printed.trim()}”)`
}
