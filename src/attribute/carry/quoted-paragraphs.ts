import type { Analysis, Quotation } from "../../model/analysis.ts"
import type { Span } from "../../model/span.ts"

/** A paragraph without the white space around it, and its quotations in order. */
export type QuotedParagraph = Readonly<{ span: Span; quotations: readonly Quotation[] }>

/** The paragraphs of a text, each with its quotations. */
export function quotedParagraphs({ text, paragraphs, quotations }: Analysis): QuotedParagraph[] {
  let at = 0
  return paragraphs.map(({ start, end }) => {
    const own: Quotation[] = []
    while (at < quotations.length && quotations[at]!.start < end) own.push(quotations[at++]!)
    const line = text.value.slice(start, end)
    return {
      span: { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length },
      quotations: own,
    }
  })
}

/** Whether a paragraph is quotation from its first mark to its end, and no heading or single word. */
export function isAllQuoted(text: string, { span, quotations }: QuotedParagraph): boolean {
  if (quotations[0]?.start !== span.start || quotations.at(-1)!.end < span.end - 1) return false
  const outside = quotations.slice(1).map(({ start }, i) => text.slice(quotations[i]!.end, start))
  const words = text.slice(span.start, span.end)
  return outside.every((gap) => gap.trim() === "") && SENTENCE.test(words) && !HEADING.test(words)
}

const SENTENCE = /\S\s+\S.*[.!?…][^\p{L}\p{N}]{0,4}$/su
/** A line of up to seven words in single marks is more often a heading made of somebody's words than their going on. */
const HEADING = /^['‘](?!')\S+(?:\s+\S+){0,6}$/u
