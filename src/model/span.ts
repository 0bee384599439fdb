/** Part of a `Text`: start included, end excluded, in UTF-16 units (as `slice` counts). */
export type Span = Readonly<{ start: number; end: number }>

export const spanText = (text: string, span: Span): string => text.slice(span.start, span.end)

/** Whether two spans share a character. Empty spans share none. */
export const overlaps = (a: Span, b: Span): boolean => Math.max(a.start, b.start) < Math.min(a.end, b.end)

/** Whether `inner` lies wholly inside `outer`; a span contains itself. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
