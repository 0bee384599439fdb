import type { VNode } from "preact"
import type { Span } from "../../model/span.ts"
import type { Numbered } from "./numbered.ts"
import { type Mark, type MarkedSpan, type Segment, segments } from "./segments.ts"

type MarkedTextProps = Readonly<{
  text: string
  block: Span
  spans: readonly MarkedSpan[]
  /** Whether this is the title, printed once more in the text. */
  headline: boolean
  /** Those whose number is printed in this block. */
  numbers: readonly Numbered[]
}>

/**
 * One paragraph with everything marked in it. The words in it are those of the text, no more: numbers
 * and brackets are drawn by the style sheet, so that what a reader copies is what was printed.
 */
export function MarkedText({ text, block, headline, spans, numbers }: MarkedTextProps) {
  const cuts = numbers.map(({ at }) => at)
  return (
    <p class={headline ? "text headline" : "text"}>
      {segments(block, spans, cuts).map((segment) => (
        <>
          {wrapped(text.slice(segment.start, segment.end), segment)}
          {numbers.filter(({ at }) => at === segment.end).map(Reference)}
        </>
      ))}
    </p>
  )
}

function wrapped(words: string, { marks }: Segment): VNode | string {
  return marks.reduceRight<VNode | string>((inner, mark) => <Marked mark={mark}>{inner}</Marked>, words)
}

function Marked({ mark, children }: { mark: Mark; children: VNode | string }) {
  const { role, doubtful, number, starts, ends } = mark
  const states = [doubtful && "doubtful", starts && "starts", ends && "ends"].filter(Boolean)
  return (
    <span class={["mark", role, ...states].join(" ")} data-mark={number}>
      {children}
    </span>
  )
}

/** The link from the text to the card: empty, its number drawn by the style sheet. */
function Reference({ attribution, number }: Numbered) {
  return (
    // biome-ignore lint/a11y/useAnchorContent: its name is the label; words here would stand among those of the text
    <a
      key={attribution.id}
      class={attribution.shown ? "reference" : "reference doubtful"}
      id={`in-${attribution.id}`}
      href={`#${attribution.id}`}
      data-number={number}
      aria-label={`Attribution ${number}${attribution.shown ? "" : ", doubtful"}: to its card`}
    />
  )
}
