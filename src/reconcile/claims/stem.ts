/** Endings of English words, longest first, with what is put in their place. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:'s|\u2019s|'|\u2019)$/u, ""],
  [/ies$/u, "y"],
  [/(ss|sh|ch|x|z)es$/u, "$1"],
  [/([^su])s$/u, "$1"],
]
const VERBAL: readonly (readonly [RegExp, string])[] = [
  [/ied$/u, "y"],
  [/([^aeiou])\1(?:ed|ing)$/u, "$1"],
  [/(?:ed|ing|er|ers)$/u, ""],
  [/e$/u, ""],
]
/** A word that is left with fewer letters than these has lost more than an ending. */
const LEAST = 3

/**
 * A word without its ending, so that "cables" and "cable", "charged" and "charges" are one. A word in lower case goes in.
 * Never empty for a word that is not.
 */
export function stem(word: string): string {
  const single = ENDINGS.reduce((form, rule) => cut(form, rule), word)
  const bare = VERBAL.slice(0, 3).reduce((form, rule) => (form === single ? cut(form, rule) : form), single)
  return cut(bare, VERBAL[3]!)
}

function cut(word: string, [ending, instead]: readonly [RegExp, string]): string {
  const shorter = word.replace(ending, instead)
  return shorter.length >= LEAST ? shorter : word
}
