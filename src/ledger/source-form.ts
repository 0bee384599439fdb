/** A source's words with white space folded to single blanks; empty when there is nothing else. */
export const sourceForm = (words: string): string => words.replace(/\s+/gu, " ").trim()

/** What tells one source from another: its form in lower case. */
export const sourceKey = (words: string): string => sourceForm(words).toLowerCase()
