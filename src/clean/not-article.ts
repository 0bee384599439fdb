import { readErrorPages } from "../lexicon/error-pages.ts"
import type { Kept } from "./keep.ts"
import { isProse } from "./line.ts"
import type { Metadata } from "./metadata.ts"
import type { Page } from "./page.ts"

/** An error page says little, in words. */
const ERROR_WORDS = 150
/** Fewer words of prose than this, and many links, are a list of articles. */
const INDEX_PROSE = 60
const INDEX_LINKS = 40
/** Fewer words than this are no article, whatever else is on the page. */
const SHORTEST = 12

let errors: readonly string[] | null = null

/** Why a page is no article; null when it is one, and when in doubt. */
export function notArticle(page: Page, kept: Kept, metadata: Metadata): string | null {
  const words = kept.words.reduce((sum, count) => sum + count, 0)
  if (words < ERROR_WORDS && isErrorTitle(metadata.title)) return "an error page"
  if (words === 0) return "there is no text on the page"
  if (words < SHORTEST) return "there are only a few words on the page"
  const links = page.blocks.filter(({ text, linked }) => linked * 2 > text.length).length
  if (links < INDEX_LINKS || (metadata.saysArticle && !metadata.saysIndex)) return null
  return proseWords(kept) < INDEX_PROSE ? "a list of links to other pages" : null
}

/** Words of the kept blocks that read as prose. */
const proseWords = ({ blocks, words }: Kept): number =>
  blocks.reduce((sum, { block: { text, linked } }, i) => {
    return linked * 2 < text.length && isProse(text, words[i]!) ? sum + words[i]! : sum
  }, 0)

/** "Page not found", "404 - Ledger of Varn": alone, or with the site's name behind a mark. */
function isErrorTitle(title: string | null): boolean {
  errors ??= readErrorPages()
  const text = (title ?? "").toLowerCase().replace(/’/g, "'").trim()
  return errors.some((error) => text.startsWith(error) && /^(?:$|\s*[-–—:|.!]+(?:\s|$))/.test(text.slice(error.length)))
}
