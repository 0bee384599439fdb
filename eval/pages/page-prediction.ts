/** What was read from a page. */
export type PagePrediction = Readonly<{
  /** Whether the page was taken for an article; its text is scored in either case. */
  article: boolean
  text: string
  title: string | null
  bylines: readonly string[]
  published: string | null
}>

/** `name`: "0007" for 0007.html. Of two lines for one page the last counts. */
export type PageLine = Readonly<{ name: string; prediction: PagePrediction }>
