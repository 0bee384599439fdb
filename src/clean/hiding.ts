import { ATTRIBUTE, type Attributes } from "./attributes.ts"
import { WITHIN } from "./element.ts"

const MAY_HIDE = ATTRIBUTE.hidden | ATTRIBUTE.style | ATTRIBUTE["aria-hidden"]
const LETTER_T = 116

/** How a tag hides what stands in it, as bits of `WITHIN`. Text hidden in a line is dropped; blocks are kept apart: scripts may show them. */
export function hidingOf(html: string, attributes: Attributes, block: boolean): number {
  if ((attributes.bits & MAY_HIDE) === 0) return 0
  let bits = 0
  for (let i = 0; i < attributes.count; i++) {
    const which = attributes.which[i]!
    if (which === ATTRIBUTE.hidden || (which === ATTRIBUTE.style && hides(html, attributes, i)))
      bits |= block ? WITHIN.hidden : WITHIN.unseen
    if (which === ATTRIBUTE["aria-hidden"] && html.charCodeAt(attributes.starts[i]!) === LETTER_T)
      bits |= WITHIN.ariaHidden
  }
  return bits
}

const hides = (html: string, { starts, ends }: Attributes, i: number): boolean =>
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(html.slice(starts[i], ends[i]))
