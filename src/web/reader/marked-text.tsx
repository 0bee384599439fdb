import type { ComponentChildren, VNode } from "preact"
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

/** Only the innermost mark that has a note calls it up: where marks nest, one note is told at a time. */
function wrapped(words: string, { marks }: Segment): VNode | string {
  const calling = marks.findLast(({ note }) => note !== null)
  return marks.reduceRight<VNode | string>(
    (inner, mark) => (
      <Marked mark={mark} calls={mark === calling}>
        {inner}
      </Marked>
    ),
    words,
  )
}

const ATTRIBUTION_ROLES: ReadonlySet<string> = new Set(["source", "cue", "content"])

type MarkedProps = Readonly<{ mark: Mark; calls: boolean; children: ComponentChildren }>

function Marked({ mark, calls, children }: MarkedProps) {
  const { role, doubtful, unresolved, number, note, starts, ends } = mark
  const states = [doubtful && "doubtful", unresolved && "unresolved", starts && "starts", ends && "ends"]
  const look = {
    class: ["mark", role, ...states.filter(Boolean)].join(" "),
    ...(calls && { "data-note": note?.number }),
  }
  if (ATTRIBUTION_ROLES.has(role) || !note) {
    return (
      <span {...look} data-mark={number}>
        {children}
      </span>
    )
  }
  const named = { ...look, ...(starts && { id: `in-${note.id}` }) }
  if (!calls) return <span {...named}>{children}</span>
  return (
    <a {...named} href={`#note-${note.id}`} aria-describedby={`note-${note.id}`}>
      {children}
    </a>
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
      data-note={number}
      aria-label={`Attribution ${number}${attribution.shown ? "" : ", doubtful"}: to its card`}
      aria-describedby={`note-${attribution.id}`}
    />
  )
}
