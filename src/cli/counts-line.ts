import type { Counts } from "../model/ledger.ts"

/** "14 shown, 9 doubtful, 31 documents read", and how many of them were not read for attributions. */
export function countsLine({ shown, doubtful, documents, attributed }: Counts): string {
  const unread = documents - attributed
  const rest = unread > 0 ? ` (${number(unread)} of them not for attributions)` : ""
  return `${number(shown)} shown, ${number(doubtful)} doubtful, ${documentsLine(documents)} read${rest}`
}

/** "1 document", "1,200 documents" */
export const documentsLine = (count: number): string => `${number(count)} ${count === 1 ? "document" : "documents"}`

/** A whole number with a comma at the thousands. */
export const number = (count: number): string => count.toLocaleString("en-US")
