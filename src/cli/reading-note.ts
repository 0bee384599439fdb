import type { Entry } from "../model/ledger.ts"

const NAMES = new Intl.DisplayNames("en", { type: "language" })

/** What a reader must be told about an entry beside its claims; null when there is nothing. */
export function readingNote({ reading, run }: Entry): string | null {
  if (!reading.article) return `no article (${reading.notArticle ?? "reason unknown"}); nothing was attributed`
  if (run || reading.language === "en") return null
  return `${languageName(reading.language)}; its attributions were not read, only English ones are so far`
}

/** "in German"; a code without a name stands for itself. */
function languageName(code: string | null): string {
  if (code === null) return "in a language that could not be told"
  try {
    return `in ${NAMES.of(code) ?? code}`
  } catch {
    return `in "${code}"`
  }
}
