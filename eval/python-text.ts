/** Python's notions of text, so that scorers in two languages agree. */

// What Python's \s and strip() take for white space: the separators of information with it, the byte order mark without.
const SPACE = "[\\t-\\r\\x1C-\\x20\\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]"

const SPACES = new RegExp(`${SPACE}+`, "gu")
const EDGES = new RegExp(`^${SPACE}+|${SPACE}+$`, "gu")
const WORDS = /[\p{L}\p{N}_]+/gu
const NO_LETTERS = /[^\p{L}\p{N}]+/gu

/** A regular expression in which `\s` and `\b` mean what they mean in Python. */
export const pythonPattern = (source: string, flags: string): RegExp =>
  new RegExp(source.replaceAll("\\s", SPACE).replaceAll("\\b", BOUNDARY), `${flags}u`)

const BOUNDARY = "(?:(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])|(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_]))"

/** Runs of letters, digits and underscores. */
export const wordsOf = (text: string): string[] => text.match(WORDS) ?? []

/** White space made single, none at the edges. */
export const squeeze = (text: string): string => text.replace(SPACES, " ").replace(EDGES, "")

/** Letters and digits in small letters, one space between what was apart. */
export const plain = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(NO_LETTERS, " ").replace(EDGES, "")
