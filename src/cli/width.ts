import stringWidth from "string-width"

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" })
// Two columns in every terminal that draws them; a flag or a family is one sign of several code points.
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}{2})/u

/** The signs of a text as a reader counts them: a letter with its accents is one. */
export const graphemes = (text: string): string[] => [...GRAPHEMES.segment(text)].map(({ segment }) => segment)

/** How many columns of a terminal a text takes: wide characters two, combining ones none. */
export function width(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length
  return graphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0)
}

const graphemeWidth = (grapheme: string): number =>
  EMOJI.test(grapheme) ? 2 : stringWidth(String.fromCodePoint(grapheme.codePointAt(0)!))
