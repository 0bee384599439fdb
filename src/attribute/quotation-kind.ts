import type { Analysis } from "../model/analysis.ts"
import type { QuotationKind } from "../model/attribution.ts"
import type { Span } from "../model/span.ts"
import { quotationsIn } from "./quotations-in.ts"

const LETTER = /\p{L}/gu

/**
 * Direct: at least 98 % of the content's letters stand in quotation marks; mixed: some do; indirect: none.
 * The shares by which PolNeAR's kinds are counted.
 */
export function quotationKind({ text, quotations }: Analysis, content: readonly Span[]): QuotationKind {
  let letters = 0
  let quoted = 0
  for (const { start, end } of content) {
    const near = quotationsIn(quotations, { start, end })
    for (const { index } of text.value.slice(start, end).matchAll(LETTER)) {
      letters++
      if (near.some((quotation) => quotation.start <= start + index && start + index < quotation.end)) quoted++
    }
  }
  if (quoted === 0) return "indirect"
  return quoted >= 0.98 * letters ? "direct" : "mixed"
}
