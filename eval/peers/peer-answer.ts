/** What a peer's process says: one JSON object a line. */

/** The first line. `missing`: why it cannot run here. */
export type PeerHello = Readonly<{ version: string } | { missing: string }>

/** What a peer read from one page. A field is null when the peer does not say. */
export type PeerReading = Readonly<{
  text: string
  title: string | null
  /** Names as the peer gives them, several in one string or not; null: it never names authors. */
  authors: readonly string[] | null
  date: string | null
}>

/** The answer to one page: seconds by the clock and by the processor, and memory in bytes, the most so far. */
export type PeerAnswer = Readonly<{ page: string; seconds: number; processor: number; memory: number }> &
  (Readonly<{ reading: PeerReading }> | Readonly<{ error: string }>)

/** The question: a page's name and where its bytes lie. */
export type PeerQuestion = Readonly<{ page: string; path: string }>
