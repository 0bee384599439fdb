/** What people say a page holds. A set may lack any of it. */
export type GoldPage = Readonly<{
  name: string
  /** The article's text; empty: not annotated. */
  body: string
  /** Pieces of text that belong to the article, and pieces that do not. */
  with: readonly string[]
  without: readonly string[]
  /** Null: neither title nor authors were annotated. */
  title: string | null
  /** Null: not annotated. */
  authors: readonly string[] | null
  date: string | null
}>
