import { stripVTControlCharacters } from "node:util"

/**
 * Text from outside, made safe for a terminal: escape sequences, control characters and marks that
 * turn the direction of writing are taken out; line ends and tabs stay.
 */
export const plainText = (text: string): string =>
  stripVTControlCharacters(text.replaceAll("\r\n", "\n")).replace(UNSAFE, "")

/** The same in one line: every run of white space is one space. */
export const plainLine = (text: string): string => plainText(text).replace(/\s+/gu, " ").trim()

// Cc without tab and line feed; U+202A-202E and U+2066-2069 could show a quotation in another order than it has.
const UNSAFE = /(?![\t\n])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu
