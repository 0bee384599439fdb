import { basename } from "node:path"
import { CounterclaimError } from "../model/error.ts"
import type { AgencyItem } from "./agency-item.ts"
import { readClaimReview } from "./claim-review.ts"
import { isNewsMl, readNewsMl } from "./newsml.ts"
import { readNinjs } from "./ninjs.ts"

/** How far into a file its kind is looked for. */
const FIRST = 4000

/**
 * A news item in an agency's format, ninjs or NewsML-G2, or a fact-check as ClaimReview; null when the text is a page or a plain text.
 * Throws `input/not-news` for a file that is JSON or XML by its name and holds no news item, and
 * `input/several-items`.
 */
export function readWire(decoded: string, file: string): AgencyItem | null {
  const name = basename(file)
  if (/^\uFEFF?\s*\{/.test(decoded)) {
    const item = readNinjs(decoded) ?? readClaimReview(decoded)
    if (item) return item
  }
  if (/\.json$/i.test(name)) throw notNews(name, "JSON", "ninjs (or of ClaimReview)")
  if (isNewsMl(decoded)) {
    const item = readNewsMl(decoded, name)
    if (item) return item
  }
  if (/\.xml$/i.test(name) && !/<html[\s>]/i.test(decoded.slice(0, FIRST))) throw notNews(name, "XML", "NewsML-G2")
  return null
}

const notNews = (where: string, kind: string, format: string): CounterclaimError =>
  new CounterclaimError({
    code: "input/not-news",
    what: `it is named ${kind}, but holds no news item of ${format}`,
    where,
    fix: `give a news item in ${format}, a text or an HTML page`,
  })
