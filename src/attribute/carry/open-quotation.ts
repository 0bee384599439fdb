import type { Attribution } from "../../model/attribution.ts"
import type { Span } from "../../model/span.ts"
import { coverage } from "./coverage.ts"
import { quotedParagraphs } from "./quoted-paragraphs.ts"
import type { CarryRule } from "./rule.ts"
import { partsOf } from "./rule.ts"

/** “A. (no closing mark) — new paragraph — “B.” The quotation goes on, as printers mark it. */
export const openQuotation: CarryRule = {
  name: "open-quotation",
  says: "the quotation was not closed in the paragraph before and goes on with an opening mark",
  find: ({ analysis, attributions }) => {
    const taken = coverage(attributions.flatMap(partsOf))
    const byEnd = new Map(attributions.flatMap((of) => of.content.map(({ end }) => [end, of] as const)))
    const grown = new Map<Attribution, Span[]>()
    let open: { of: Attribution; content: Span[] } | null = null
    let before: Span | null = null
    for (const { span, quotations } of quotedParagraphs(analysis)) {
      const [first] = quotations
      const last = quotations.at(-1)
      if (!open && before) {
        const of = ownerOf(byEnd, before)
        open = of && { of, content: [...of.content] }
      }
      if (open && first?.start === span.start && taken(first) === 0) {
        grow(open.content, first)
        grown.set(open.of, open.content)
      } else open = null
      before = last && !last.closed ? last : null
      if (!before || first !== last) open = null
    }
    return Array.from(grown, ([of, content]) => ({
      of,
      replaces: true,
      parts: { source: of.source, cue: of.cue, content },
    }))
  },
}

/** The attribution whose content reaches to the end of a quotation that was left open, white space aside. */
const ownerOf = (byEnd: ReadonlyMap<number, Attribution>, { end }: Span): Attribution | null =>
  byEnd.get(end) ?? byEnd.get(end - 1) ?? byEnd.get(end - 2) ?? null

/** The paragraphs of one quotation are one piece of content. */
function grow(content: Span[], { start, end }: Span): void {
  const last = content.pop()!
  content.push({ start: Math.min(last.start, start), end })
}
