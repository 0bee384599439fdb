import type { Attribution } from "../model/attribution.ts"
import { spanText } from "../model/span.ts"

/** The content of an attribution as full-text search sees it: its parts, one blank between them. */
export const contentWords = (text: string, { content }: Pick<Attribution, "content">): string =>
  content.map((span) => spanText(text, span)).join(" ")
